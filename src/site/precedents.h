// Earlier committees beside this one, as a table.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "planning/precedents.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the section: a row for this committee with the days of its sessions, and one for each
/// earlier one.
[[nodiscard]] std::string beside_precedents(const Visit& visit,
                                            std::vector<planning::HeldDays> sessions);

}  // namespace travaux::site
