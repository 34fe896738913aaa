// What is to be planned: sessions of bodies in windows, and what they share.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "planning/documents.h"
#include "planning/vague_dates.h"
#include "planning/working_calendar.h"

namespace travaux::planning {

/// A session that is to find its days.
struct WantedSession {
    std::string id;
    std::string body;
    std::string title;
    DateWindow window;
    SessionLength length;
    std::vector<DutyStation> places;  ///< the preferred one first, then the alternatives
    std::int32_t rooms = 1;           ///< at the same time
    std::int32_t teams = 1;           ///< of interpreters, each day
    std::vector<std::string> after;   ///< sessions, of any body, that have to be closed before
    std::vector<Paper> papers;
};

/// The regular session of the General Assembly that a body reports to.
struct AssemblyReport {
    std::int32_t session = 0;
    std::int32_t weeks_before = 0;  ///< from the close of the last session to its opening, at least
};

struct Body {
    std::string id;
    std::string title;
    std::int32_t interval_weeks =
        0;  ///< from one session's close to the next one's opening, at least
    std::optional<AssemblyReport> reports_to;
};

/// Days on which nothing is held, at one duty station or at all.
struct Blackout {
    Date first;
    Date last;
    std::string reason;
    std::optional<DutyStation> station;
};

/// What a duty station has, each day.
struct Capacity {
    std::optional<std::int32_t> rooms;
    std::optional<std::int32_t> teams;
};

/// Sessions of one body stand in the order in which they are held.
struct Plan {
    std::string title;
    std::vector<Body> bodies;
    std::vector<WantedSession> sessions;
    std::map<DutyStation, Capacity> capacities;
    std::optional<std::int32_t> words_per_month;  ///< that are handed in, over all papers
    std::vector<Blackout> blackouts;
    std::set<std::int32_t> months_avoided;
    DocumentRules documents;
    std::optional<Date> starts;
    std::int32_t alternatives = 3;  ///< schedules to propose
};

/// Refuses what cannot be meant: sessions after each other in a circle, sessions and bodies that
/// are unknown or there twice. Errors, each with `place` first: `plan.order_circle`,
/// `plan.session_unknown`, `plan.body_unknown`, `plan.id_twice`.
[[nodiscard]] Result<void> check(const Plan& plan, const std::string& place);

/// Returns the calendars that a plan needs: two years before its first window, to the year after
/// its last one. REQUIRES: there are sessions.
[[nodiscard]] Calendars calendars_for(const Plan& plan);

}  // namespace travaux::planning
