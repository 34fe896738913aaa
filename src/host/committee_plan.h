// The plan of a committee as its record has it: sessions with the dates that were said, and the
// papers that those to come need.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "committee/state.h"
#include "planning/plan.h"

namespace travaux::host {

/// The paper of a session that has no document of its own in the registry: the draft of the text.
inline constexpr std::string_view draft_paper = "draft";

/// Returns the duty station that dates name, in English; nothing where they name another place.
/// Dates without a place are of New York.
[[nodiscard]] std::optional<planning::DutyStation> station_named(
    const committee::SessionDates& dates);

/// Returns the duty station whose calendar dates have; that of New York for another place.
[[nodiscard]] planning::DutyStation station_of(const committee::SessionDates& dates);

/// What is tried out beside the record.
struct TriedPlan {
    std::map<std::string, std::int64_t> moved;  ///< sessions, and by how many days
    std::int32_t words = 0;  ///< of the draft that each session needs; 0: as many as a paper of the
                             ///< Secretariat may have
};

/// A session whose dates give no window.
struct Unread {
    std::string session;
    Error error;
};

struct CommitteePlan {
    planning::Plan plan;         ///< the body `committee` and its sessions under their ids; those
                                 ///< that met, but for the last one, are of the body `held`
    std::set<std::string> held;  ///< sessions that have met; they move no more
    std::vector<Unread> unread;  ///< left out of the plan
};

/// Returns the plan. Dates that are said in words stand in the first year in which they follow the
/// session before, where the words name none. Each session to come needs a draft of the text, and
/// what the registry has for it, under its symbol, until that is out in all its languages:
/// documents of general distribution, but for reports and lists of participants, which follow a
/// session. What the committee requested by a day is a paper of the first session that is to come
/// after it, under the id of the request until a document answers it. The rules on record hold
/// (`plan.set_rules`); without them, a call is open for two weeks and a draft written in two more,
/// and papers are handed in and issued by the usual rules.
[[nodiscard]] CommitteePlan plan_of(const committee::State& state, const TriedPlan& tried);

}  // namespace travaux::host
