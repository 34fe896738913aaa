// Plans that tests and the bench share.
// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "planning/plan.h"

namespace travaux::tests {

/// A draft of so many words, with a waiver of the limit.
[[nodiscard]] planning::Paper paper_of(std::int32_t words);

/// The table of eight sessions in the paper on outline and modalities, in the paper's words, with a
/// draft of 22,000 words for each and eleven weeks between them.
[[nodiscard]] planning::Plan papers_table();

/// One session of two weeks between two days, in Vienna.
[[nodiscard]] planning::Plan two_weeks(const std::pair<Date, Date>& window);

/// Bodies with sessions in windows of about half a year each over three years, at two duty stations
/// with two rooms and two teams each.
[[nodiscard]] planning::Plan shared_plan(int bodies, int sessions_each);

}  // namespace travaux::tests
