// How far a text is from agreement: places, readings and words in brackets.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "consolidation/consolidated.h"

namespace travaux::consolidation {

struct Statistics {
    std::string name;            ///< an article, a sponsor, or empty for the whole
    std::uint64_t brackets = 0;  ///< places with at least one reading of their own, marks included
    std::uint64_t readings = 0;  ///< wordings proposed at those places
    std::uint64_t words_open = 0;  ///< words of the draft inside brackets, and proposed words

    bool operator==(const Statistics&) const = default;
};

/// Returns the figures of the whole text.
[[nodiscard]] Statistics statistics_of(const Consolidated& consolidated);

/// Returns the figures of each article, preamble and annex with something open, in reading order.
[[nodiscard]] std::vector<Statistics> statistics_by_article(const Consolidated& consolidated);

/// Returns the figures of each sponsor, by name, as if it stood alone: the places where it wants
/// something, its wordings there, and the words that it would take out or put in. A sponsor whose
/// words are not translated yet has zeros.
[[nodiscard]] std::vector<Statistics> statistics_by_sponsor(const Consolidated& consolidated);

}  // namespace travaux::consolidation
