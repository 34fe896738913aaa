// The lines of a Markdown or plain text file, with its markup taken off.
//
// Markup is what Markdown adds to a text and no more: the marks of headings, emphasis, links,
// tables, escapes and footnotes. Every word stays.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace travaux::formats {

enum class LineForm : std::uint8_t { text, heading, table_row };

/// A footnote that stood inside a line; its mark stays in the line's text.
struct SourceFootnote {
    std::string mark;  ///< "1)"
    std::string text;
};

struct SourceLine {
    std::uint32_t number = 0;  ///< counted from 1; where a paragraph was wrapped, its first line
    LineForm form = LineForm::text;
    bool is_blank_behind = false;         ///< a blank line follows
    std::string text = {};                ///< NFC, single blanks, never empty but in a table row
    std::vector<std::string> cells = {};  ///< of a table row
    std::vector<SourceFootnote> footnotes = {};
};

/// What a file holds.
struct Source {
    bool is_markdown = false;
    std::vector<SourceLine> lines;
};

/// Reads the lines of a file. Refuses what is empty (`import.empty`), too large
/// (`import.too_large`), binary (`import.binary`) or not UTF-8 (`import.not_utf8`); arguments are
/// the file's name and the line.
[[nodiscard]] Result<Source> read_source(std::string_view bytes, std::string_view file_name);

}  // namespace travaux::formats
