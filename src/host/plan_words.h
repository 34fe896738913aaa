// What is said of a plan, in the words of a language.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "planning/report.h"
#include "text/language.h"

namespace travaux::host {

/// Returns windows with what falls into them, then schedules with their reasons and the papers of
/// the first one, or what clashes.
[[nodiscard]] std::string report_text(const planning::Plan& plan,
                                      const planning::PlanReport& report, text::Language language);

/// Returns what slips, a line for each step.
[[nodiscard]] std::string slips_text(const std::vector<planning::Slip>& slips,
                                     text::Language language);

/// Returns the name of a duty station, of a feast or holiday, of a step, of a standing.
[[nodiscard]] std::string place_in_words(planning::DutyStation station, text::Language language);
[[nodiscard]] std::string feast_in_words(std::string_view name, text::Language language);
[[nodiscard]] std::string step_in_words(planning::PaperStep step, text::Language language);
[[nodiscard]] std::string standing_in_words(planning::PaperStanding standing,
                                            text::Language language);

/// Returns what speaks for or against days, and why a paper is not ready, as sentences.
[[nodiscard]] std::string reason_text(const planning::Reason& reason, text::Language language);
[[nodiscard]] std::string warning_text(const planning::PaperPlan& paper,
                                       const planning::PaperWarning& warning,
                                       text::Language language);

/// Returns a demand as a sentence.
[[nodiscard]] std::string demand_text(const planning::Demand& demand, text::Language language);

}  // namespace travaux::host
