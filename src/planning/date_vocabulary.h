// Every spelling in which a word of dates is met, in the six languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "planning/date_words.h"

namespace travaux::planning {

struct DateSpelling {
    std::string_view words;  ///< in small letters
    DateToken token;
};

/// Returns the spellings of a language, the longest first.
[[nodiscard]] std::vector<DateSpelling> date_spellings(text::Language language);

}  // namespace travaux::planning
