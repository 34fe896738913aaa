// What a Word file says: paragraphs of words, each with the changes that its writers tracked.
//
// Nothing is decided here: what was inserted and what was deleted stand side by side, as Word shows
// them with all markup. Formatting has no part in it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace travaux::docx {

enum class ChangeKind : std::uint8_t { insertion, deletion, move_from, move_to };

/// One tracked change, as the file tells it.
struct Change {
    ChangeKind kind = ChangeKind::insertion;
    std::string author;
    std::string date;  ///< ISO 8601, as written; may be empty
    std::string move;  ///< of a move: the name that its two ends share
};

/// Changes by their places in `Document::changes`, the outermost first: of words that one author
/// inserted and another deleted, the insertion, then the deletion.
using Changes = std::vector<std::uint32_t>;

/// Words of a paragraph under the same changes, in UTF-8. A tab is `\t`, a line break `\n`.
struct Span {
    std::string text;
    Changes changes;
};

/// A mark in a paragraph that stands for a footnote or an endnote.
struct NoteReference {
    std::size_t note = 0;  ///< in `Document::notes`
    Changes changes;
};

struct Paragraph {
    std::vector<Span> spans;
    Changes mark;            ///< of the paragraph's end: without it, it runs on into the next
    Changes around;          ///< of the table row, cell or text box that it stands in
    std::uint32_t row = 0;   ///< the table row that it stands in; 0 for none
    std::uint32_t cell = 0;  ///< the cell or text box; paragraphs run on inside one alone
    std::vector<NoteReference> notes;
};

enum class NoteKind : std::uint8_t { footnote, endnote };

struct Note {
    NoteKind kind = NoteKind::footnote;
    std::string id;
    std::vector<Paragraph> paragraphs;
};

struct Document {
    std::vector<Change> changes;
    std::vector<Paragraph> paragraphs;  ///< of the body, then of its text boxes
    std::vector<Note> notes;
};

}  // namespace travaux::docx
