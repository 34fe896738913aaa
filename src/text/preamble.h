// The paragraphs of a preamble that stands in one line: "The Parties, Recalling ..., Convinced
// ...".
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "text/language.h"

namespace travaux::text {

/// Returns the paragraphs of a preamble, in order; together they are the text, but for the blanks
/// between them. A paragraph begins behind a comma or semicolon with a word that opens one; a text
/// in which only one such place is found is one paragraph.
[[nodiscard]] std::vector<std::string_view> preambular_paragraphs_of(Language language,
                                                                     std::string_view text);

}  // namespace travaux::text
