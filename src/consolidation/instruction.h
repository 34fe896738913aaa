// Typed instructions on words, turned into the text that they lead to.
//
// Words are found by their spelling, blanks aside, and case counts.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace travaux::consolidation {

/// How often some words stand in a text.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view words);

/// Returns the text with every occurrence of some words replaced.
[[nodiscard]] std::string with_replaced(std::string_view text, std::string_view words,
                                        std::string_view by);

/// Returns the text without the pair of square brackets around some words, or around all of it
/// where `words` is empty; nothing where there is no such pair, or more than one.
[[nodiscard]] std::optional<std::string> without_brackets(std::string_view text,
                                                          std::string_view words);

}  // namespace travaux::consolidation
