// Plain text in lines of a limited width.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace travaux::formats {

/// Columns that no line reaches.
inline constexpr std::size_t columns_max = 100;

/// Appends a text in lines, each behind `indent` blanks; a line break ends the last one. Lines
/// break at blanks; a word wider than half of the columns, as a text without blanks is, breaks
/// anywhere. Han and Hangul are two columns wide.
void append_wrapped(std::string& out, std::string_view text, std::size_t indent);

}  // namespace travaux::formats
