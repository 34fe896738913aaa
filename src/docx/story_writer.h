// Writes the paragraphs of a story: the body, running heads, a note.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml_writer.h"
#include "docx/document.h"

namespace travaux::docx {

class StoryWriter {
public:
    /// Both outlive this. Every story of a part is written by one writer: the ids of changes,
    /// bookmarks and content controls count on.
    StoryWriter(const Document& document, XmlWriter& xml) : document_(document), xml_(xml) {}

    /// Writes the paragraphs of the body, with names, notes and comments. REQUIRES: they stand in
    /// no text box, and each table has a form.
    void body(const std::vector<Paragraph>& paragraphs);

    /// Writes the lines of a running head, or a note with its mark before its words. What cannot
    /// stand there is left out: names, notes, comments.
    void head(const std::vector<Paragraph>& lines);
    void note(const Note& note);

private:
    struct End {
        std::string element;
        std::string id;
    };

    void table(std::span<const Paragraph> paragraphs);
    void open_table(const TableForm& form, bool is_right_to_left);
    void rules_of_table(TableRules rules);
    void open_row(TableRules rules, bool is_head);
    void paragraph(const Paragraph& one);
    void line(const Paragraph& one, std::optional<NoteKind> mark);
    std::size_t open_controls(const Paragraph& one);
    void properties(const Paragraph& one);
    void open_changes(const Changes& changes);
    [[nodiscard]] std::vector<End> open_ranges(const Paragraph& one);
    void open_bookmarks(const Paragraph& one, std::vector<End>& ends);
    void words_and_notes(const Paragraph& one);
    void words(const Span& span, std::string_view text, bool is_right_to_left);
    void piece(std::string_view text, bool is_deleted);
    void reference(const NoteReference& reference);
    void comment_mark(std::size_t comment);
    [[nodiscard]] std::string next_id() { return std::to_string(++ids_); }

    const Document& document_;
    XmlWriter& xml_;
    std::size_t ids_ = 0;
    std::set<std::string> bookmarks_;                      // a name marks one place
    std::size_t at_ = 0;                                   // the paragraph in hand
    std::size_t tables_ = 0;                               // written so far
    std::map<std::size_t, std::size_t> ends_of_comments_;  // their last paragraphs
    std::set<std::size_t> begun_comments_;
};

/// Returns the id under which a note is written: the first ones are Word's own.
[[nodiscard]] std::string id_of_note(std::size_t note);

/// Returns the name of the elements of a kind of notes: `w:footnote`.
[[nodiscard]] std::string element_of(NoteKind kind);

/// Returns the style of the marks that stand for notes of a kind: `FootnoteReference`.
[[nodiscard]] std::string reference_style(NoteKind kind);

}  // namespace travaux::docx
