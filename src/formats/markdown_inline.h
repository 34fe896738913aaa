// The marks that Markdown puts inside a line: emphasis, links, escapes, footnotes.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/source_lines.h"

namespace travaux::formats {

/// A line without its marks. Footnotes are taken out, and their marks left.
struct PlainLine {
    std::string text;
    std::vector<SourceFootnote> footnotes;
};

/// Takes the marks off a line. A mark without its partner is text and stays.
[[nodiscard]] PlainLine without_marks(std::string_view line);

}  // namespace travaux::formats
