// The days on which a session could be held, each with what speaks against it.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "planning/scheduling.h"

namespace travaux::planning {

struct Candidate {
    Date opens;
    Date closes;
    DutyStation station = DutyStation::new_york;
    std::vector<Reason> reasons;
    std::int64_t cost = 0;
};

/// Returns them by closing, then by opening, then in the order of the places. Given days are kept
/// as they are. Weeks run from a Monday to a Friday, without the holidays at both ends; some days
/// lie within one week where they can.
[[nodiscard]] std::vector<Candidate> candidates_for(const WantedSession& session, const Plan& plan,
                                                    const Calendars& calendars);

}  // namespace travaux::planning
