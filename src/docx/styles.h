// The styles of written files.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace travaux::docx {

/// Returns the part `word/styles.xml`. `language` is the tag of the words.
[[nodiscard]] std::string styles_part(const std::string& language);

/// Where the lines of a style begin, in twentieths of a point.
struct Indent {
    int left = 0;
    int hanging = 0;  ///< by how much the first line begins before the others
};

/// Returns the indent of a style of paragraphs that may stand in lists.
[[nodiscard]] Indent indent_of(std::string_view style);

}  // namespace travaux::docx
