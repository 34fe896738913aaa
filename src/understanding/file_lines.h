// The lines of a Word file on its two sides, and which of one side are which of the other.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "docx/document.h"
#include "text/draft.h"

namespace travaux::understanding {

/// A line on one side of a file.
struct FileLine {
    std::string text;      ///< NFC, single blanks
    std::string numbered;  ///< what stands before its first tab, where that is short; may be empty
    bool is_listed = false;             ///< Word counts `numbered` by itself
    bool is_heading = false;            ///< as Word has it
    bool is_note = false;               ///< of a footnote or an endnote
    bool is_inserted = false;           ///< all its words are under a change that brings them
    std::vector<ProvisionId> ids;       ///< that its paragraphs are called by
    std::vector<std::size_t> comments;  ///< on it, in `docx::Document::comments`; sorted
    std::size_t place = 0;              ///< its first paragraph in the file, counted from 1
};

/// How much of a line is in one of the other side.
struct Link {
    std::size_t base = 0;
    std::size_t target = 0;
    std::size_t kept = 0;     ///< bytes of the words that stand on both sides
    bool ends_alike = false;  ///< both end with one paragraph's end
};

/// A file before its tracked changes, and after them.
struct FileText {
    std::vector<FileLine> base;
    std::vector<FileLine> target;
    std::vector<Link> links;            ///< sorted by target, then by base
    std::vector<std::size_t> comments;  ///< in `docx::Document::comments`, also on no line
    bool has_changes = false;
};

/// Returns the text of a file. Words that are not UTF-8 are left out. Where the draft has tables,
/// each cell is a line.
[[nodiscard]] FileText text_of_file(const docx::Document& document, const text::Draft& draft);

}  // namespace travaux::understanding
