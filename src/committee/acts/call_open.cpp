// call.open: delegations are asked for proposals and views, until a deadline that closes nothing.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::optional<std::string> session;
    std::string subject;
    Moment deadline;
    std::vector<std::uint32_t> reminders;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, subject, deadline, reminders))

// What comes in has to be made into documents before the session opens.
Result<void> check_time_for_documents(const State& state, const Fields& act) {
    const bool is_laid_down = act.session && state.modalities &&
                              state.modalities->documents_weeks_before &&
                              state.sessions.at(*act.session).dates().opens;
    if (!is_laid_down) return {};
    const std::uint32_t weeks = *state.modalities->documents_weeks_before;
    const Date opens = state.sessions.at(*act.session).dates().opens->local.date;
    if (act.deadline.local.date.days() + 7 * std::int64_t{weeks} <= opens.days()) return {};
    return refuse("call.deadline_too_late",
                  {act.deadline.local.text(), std::to_string(weeks),
                   source_of(*state.modalities, Setting::documents_weeks_before)});
}

Result<Events> decide_open(const State& state, const Fields& act, const Context& context) {
    if (act.session && find(state.sessions, *act.session) == nullptr) {
        return refuse("session.unknown", {*act.session}, ErrorCode::not_found);
    }
    TRY_OK(check_moment(context, act.deadline));
    TRY_OK(check_time_for_documents(state, act));
    if (act.deadline.at_ms <= context.time_ms) {
        return refuse("call.deadline_past", {act.deadline.local.text()});
    }
    return Events{CallOpened{next_id('C', state.calls), act.session, act.subject, act.deadline,
                             act.reminders}};
}

}  // namespace

Act call_open() {
    return declare<Fields>(
        {
            .name = "call.open",
            .sentence = "Opens a call for proposals and views.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"session"},
            .fields = {{"session", "The session that it prepares."},
                       {"subject", "What is asked for."},
                       {"deadline", "Until when; what comes later is accepted and marked."},
                       {"reminders", "How many days before it who has not answered is reminded."}},
        },
        decide_open);
}

}  // namespace travaux::committee
