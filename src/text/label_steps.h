// How every provision of a draft is named within the one that its label names before it.
//
// The name comes from the provision's number; one without a number is counted among its like.
// Parts, chapters and sections are left out of the labels of what they hold, since articles are
// numbered through.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "text/draft.h"
#include "text/numbering.h"
#include "text/reference_words.h"

namespace travaux::text {

/// The treaty itself, as the place that a label starts from.
inline constexpr std::size_t whole_treaty = std::numeric_limits<std::size_t>::max();

/// The name of one provision in one language.
struct LabelStep {
    Step step = Step::paragraph;
    std::string written;             ///< the numeral as printed: "6 bis", "IV", "a"; may be empty
    std::string whole;               ///< the whole name where it is printed as it stands
    std::optional<Numeral> numeral;  ///< as it reads in its list
    std::uint32_t ordinal = 0;       ///< among those of its kind without number, from 1
    std::uint32_t nth = 0;           ///< from 1 where several have this name, else 0
    std::size_t addressed_in = whole_treaty;  ///< the provision that the label names before it
    bool is_counted = false;  ///< has no number of its own, and is named by its ordinal
};

/// Returns the steps of all provisions, in their order.
[[nodiscard]] std::vector<LabelStep> label_steps(const Draft& draft, Language language);

}  // namespace travaux::text
