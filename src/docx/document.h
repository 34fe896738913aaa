// What a Word file says: paragraphs of words, each with the changes that its writers tracked.
//
// Nothing is decided here: what was inserted and what was deleted stand side by side, as Word shows
// them with all markup. Of formatting there are styles, and the place of a paragraph in a list.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
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
    std::string style{};  ///< the id of its style, `Attribution`; empty for the paragraph's own
    bool is_left_to_right = false;  ///< where the paragraph runs from the right
};

/// A mark in a paragraph that stands for a footnote or an endnote.
struct NoteReference {
    std::size_t note = 0;  ///< in `Document::notes`
    Changes changes;
    std::size_t at = 0;  ///< how many bytes of the paragraph's spans stand before it
};

/// A level of a list, as numbering says it.
struct ListLevel {
    std::string format;  ///< `decimal`, `lowerLetter`; `bullet` and `none` count nothing
    std::string text;    ///< of the label: `(%2)` is the second level's number in brackets
    std::uint32_t start = 1;
    bool starts_anew = false;  ///< where the list is first used, whatever others have reached
    bool is_restarted = true;  ///< after a paragraph of a level above
    bool is_legal = false;     ///< the numbers of all levels are decimal
};

/// What numbers paragraphs by itself.
struct List {
    std::size_t counters = 0;  ///< lists with equal ones count on from each other
    std::vector<ListLevel> levels;
};

/// The place of a paragraph in a list.
struct ListPlace {
    std::size_t list = 0;   ///< in `Document::lists`
    std::size_t level = 0;  ///< from 0

    bool operator==(const ListPlace&) const = default;
};

struct Paragraph {
    std::string style;  ///< the id of its style, `Heading1`; empty for the usual one
    bool is_right_to_left = false;
    std::optional<ListPlace> list;
    std::uint8_t outline = 0;  ///< the level of a heading, from 1; 0 for other words
    std::vector<Span> spans;
    Changes mark;            ///< of the paragraph's end: without it, it runs on into the next
    Changes around;          ///< of the table row, cell or text box that it stands in
    std::uint32_t row = 0;   ///< the table row that it stands in; 0 for none
    std::uint32_t cell = 0;  ///< the cell or text box; paragraphs run on inside one alone
    std::vector<NoteReference> notes;
    std::vector<std::size_t> comments;  ///< on it or a part of it, in `Document::comments`
    /// What programs call it: tags and aliases of content controls, bookmarks; each once.
    std::vector<std::string> names;
};

/// A remark beside the text.
struct Comment {
    std::string author;
    std::string date;  ///< ISO 8601, as written; may be empty
    std::string text;  ///< its paragraphs, a line each
};

enum class NoteKind : std::uint8_t { footnote, endnote };

struct Note {
    NoteKind kind = NoteKind::footnote;
    std::string id;
    std::vector<Paragraph> paragraphs;
};

/// How a table that is written is ruled: a list has a line around each row, and its first one is a
/// row of headings; a masthead ends with a thick line.
enum class TableRules : std::uint8_t { of_list, of_masthead };

/// What a table that is written looks like.
struct TableForm {
    std::vector<std::uint32_t> widths;  ///< of its columns, in twentieths of a point
    TableRules rules = TableRules::of_list;
};

/// What a file says of itself; all of it may be empty.
struct Properties {
    std::string title;
    std::string subject;   ///< of a document of the United Nations: its symbol
    std::string creator;   ///< who wrote it first
    std::string company;   ///< for whom
    std::string language;  ///< of its words, as a BCP 47 tag: `ar`
};

struct Document {
    Properties properties;
    std::vector<Change> changes;
    std::vector<Paragraph> paragraphs;  ///< of the body, then of its text boxes
    std::vector<Paragraph> heads;       ///< the running heads of its pages
    bool is_first_page_plain = false;   ///< the first page has neither head nor foot
    /// The forms of the tables to write, in their order: paragraphs in a row that have rows are
    /// one.
    std::vector<TableForm> tables;
    std::vector<std::string> data;  ///< its custom XML parts, as they stand
    std::vector<Note> notes;
    std::vector<Comment> comments;
    std::vector<List> lists;
};

}  // namespace travaux::docx
