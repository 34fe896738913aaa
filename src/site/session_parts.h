// What pages say of a session.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns dates with their standing and their place; HTML, as below.
[[nodiscard]] std::string dates_of(const Visit& visit, const committee::SessionDates& dates);

/// Returns the session that is held or comes next: the last one in which a meeting was held, until
/// it is over, then the one after it; null where there is none.
[[nodiscard]] const committee::Session* next_session(const committee::State& state,
                                                     std::int64_t now_ms);

/// Returns what a session is to achieve, with what is done; nothing where no task was set.
[[nodiscard]] std::string tasks(const Visit& visit, const committee::Session& session);

/// Returns the forms of a session's agenda and of the organization of its work, for who may.
[[nodiscard]] std::string agenda_forms(const Visit& visit, const std::string& session);

/// Returns the form that opens a meeting, for who may.
[[nodiscard]] std::string open_meeting_form(const Visit& visit);

/// Returns the form that plans a session, and those that change one: its dates, calls and tasks;
/// for who may.
[[nodiscard]] std::string plan_session_form(const Visit& visit);
[[nodiscard]] std::string session_forms(const Visit& visit, const std::string& id,
                                        const committee::Session& session);

/// Plans a session, gives one other dates, and opens a call before it, as a form says. What is
/// refused is shown on a page. Errors: `request.media_type`, `request.parameter_value`.
[[nodiscard]] Result<http::Response> plan_session(const Visit& visit);
[[nodiscard]] Result<http::Response> fix_session_dates(const Visit& visit);
[[nodiscard]] Result<http::Response> open_call(const Visit& visit);

/// Takes in the agenda, and the organization of work, that a form sends. What is refused is shown
/// on a page. Errors: `request.media_type`, `request.parameter_value`.
[[nodiscard]] Result<http::Response> propose_agenda(const Visit& visit);
[[nodiscard]] Result<http::Response> organize_work(const Visit& visit);

}  // namespace travaux::site
