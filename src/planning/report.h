// All that there is to say of a plan: windows and what falls into them, schedules or what clashes,
// and the papers of the first schedule.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "planning/scheduling.h"

namespace travaux::planning {

/// What falls into the window of a session, and the meetings that its days on the first schedule
/// give.
struct SessionReport {
    std::string id;
    std::vector<FeastDay> feasts;
    std::vector<Holiday> holidays;  ///< official ones, of the preferred place
    std::int64_t meetings = 0;      ///< 0 where there is no schedule

    bool operator==(const SessionReport&) const = default;
};

struct PlanReport {
    std::vector<SessionReport> sessions;  ///< in the order of the plan
    Scheduling scheduling;
    std::vector<PaperPlan> papers;  ///< of the first schedule; where there is none, of the sessions
                                    ///< that have exact days

    bool operator==(const PlanReport&) const = default;
};

/// Reports on a plan. REQUIRES: `check` has nothing against it, and it has sessions.
[[nodiscard]] PlanReport report_on(const Plan& plan);

/// A step of a paper that is done on another day.
struct Delay {
    std::string session;
    std::string paper;
    PaperStep step = PaperStep::call;
    Date date;
};

/// Returns the papers of a report as they are with a delay; `slips` says what it moves. Error:
/// `plan.delay_unknown` for a session or a paper that the report does not have.
[[nodiscard]] Result<std::vector<PaperPlan>> papers_with(const Plan& plan, const PlanReport& report,
                                                         const Delay& delay);

}  // namespace travaux::planning
