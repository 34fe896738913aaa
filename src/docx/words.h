// The words of a Word file once all its changes are accepted, or rejected.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "docx/document.h"

namespace travaux::docx {

enum class Side : std::uint8_t { accepted, rejected };

/// Whether what stands under changes is there: accepted, nothing that goes; rejected, nothing that
/// came. What one author inserted and another deleted is on neither side.
[[nodiscard]] bool stands(const Document& document, const Changes& changes, Side side);

/// Whether a paragraph is a heading: by its level, or by its style where that has none.
[[nodiscard]] bool is_heading(const Paragraph& paragraph);

/// Whether the labels are printed that lists give to their paragraphs, and the numbers of notes,
/// with a tab behind each.
enum class ListLabels : std::uint8_t { left_out, shown };

/// Whether the cells of a table row are one line, with tabs between them, or a line each.
enum class RowCells : std::uint8_t { joined, apart };

/// A line of words.
struct Line {
    std::string text;             ///< without blanks at its ends
    std::size_t label_bytes = 0;  ///< at its start: what Word counts by itself, with its tab
    std::optional<std::size_t> note = {};  ///< in `Document::notes`, of words of a note
    std::size_t first = 0;  ///< the paragraphs that it is made of, in `Document::paragraphs`, or of
    std::size_t last = 0;   ///< its note; both ends count
};

/// Returns the words as lines: one for each paragraph that has any, of a table row as `cells`
/// says; behind each those of the notes that it is the first to refer to.
[[nodiscard]] std::vector<Line> placed_lines_of(const Document& document, Side side,
                                                ListLabels labels,
                                                RowCells cells = RowCells::joined);

/// Returns the texts of these lines.
[[nodiscard]] std::vector<std::string> lines_of(const Document& document, Side side,
                                                ListLabels labels = ListLabels::left_out);

}  // namespace travaux::docx
