// The report on a plan, as people read it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "planning/report.h"
#include "text/language.h"

namespace travaux::cli {

/// Returns windows with what falls into them, then schedules with their reasons and the papers of
/// the first one, or what clashes.
[[nodiscard]] std::string report_text(const planning::Plan& plan,
                                      const planning::PlanReport& report, text::Language language);

/// Returns what slips, a line for each step.
[[nodiscard]] std::string slips_text(const std::vector<planning::Slip>& slips,
                                     text::Language language);

/// Returns a demand as a sentence.
[[nodiscard]] std::string demand_text(const planning::Demand& demand, text::Language language);

}  // namespace travaux::cli
