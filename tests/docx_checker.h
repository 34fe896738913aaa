// What Word repairs, or refuses, in a file: rules that its schema and its package lay down
// (ISO/IEC 29500, parts 1, 2 and 4).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace travaux::tests {

/// Returns what is wrong with a Word file, a line each; nothing for a file in order.
[[nodiscard]] std::vector<std::string> problems_of_word_file(std::string_view bytes);

/// Returns those lines as one text, for a test to show.
[[nodiscard]] std::string word_problems(std::string_view bytes);

}  // namespace travaux::tests
