// The papers of a plan on its page: what they are called, why one cannot be ready, and what slips
// when one is handed in late.
// SPDX-License-Identifier: MIT
#pragma once

#include "planning/report.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the class of a standing in the style sheet.
[[nodiscard]] std::string class_of(planning::PaperStanding standing);

/// Returns what a paper is called: its symbol, or its title where the committee requested it and it
/// has no symbol yet; text, not HTML.
[[nodiscard]] std::string name_of_paper(const Visit& visit, const std::string& paper);

/// Returns the session of a paper, and what it is called unless it is the draft; HTML.
[[nodiscard]] std::string title_of_paper(const Visit& visit, const std::string& session,
                                         const std::string& paper);

/// Returns why a paper cannot be ready, a line for each reason; HTML.
[[nodiscard]] std::string reasons_of(const Visit& visit, const planning::PaperPlan& paper);

/// A paper that is tried out as handed in some days later than it has to be.
struct AskedSlip {
    std::string session;
    std::string paper;
    std::int64_t days = 0;
};

/// Returns what slips with a paper; HTML. Error: `plan.delay_unknown`.
[[nodiscard]] Result<std::string> slipped(const Visit& visit, const planning::Plan& plan,
                                          const planning::PlanReport& report,
                                          const AskedSlip& asked);

}  // namespace travaux::site
