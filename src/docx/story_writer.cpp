// SPDX-License-Identifier: MIT
#include "docx/story_writer.h"

#include <algorithm>
#include <ranges>

#include "base/result.h"
#include "docx/numbering_part.h"

namespace travaux::docx {
namespace {

// What Word takes as the name of a bookmark.
constexpr std::size_t longest_bookmark = 40;

// Notes of Word's own come before those of writers: the lines above notes.
constexpr std::size_t first_note = 1;

std::string_view element_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::insertion: return "w:ins";
        case ChangeKind::deletion: return "w:del";
        case ChangeKind::move_from: return "w:moveFrom";
        case ChangeKind::move_to: break;
    }
    return "w:moveTo";
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_bookmark(std::string_view name) {
    const auto is_in_name = [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
    };
    return !name.empty() && name.size() <= longest_bookmark && is_letter(name.front()) &&
           std::ranges::all_of(name, is_in_name);
}

}  // namespace

std::string id_of_note(std::size_t note) { return std::to_string(first_note + note); }

std::string element_of(NoteKind kind) {
    return kind == NoteKind::footnote ? "w:footnote" : "w:endnote";
}

std::string reference_style(NoteKind kind) {
    return kind == NoteKind::footnote ? "FootnoteReference" : "EndnoteReference";
}

void StoryWriter::body(const std::vector<Paragraph>& paragraphs) {
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
        for (const std::size_t comment : paragraphs[at].comments) ends_of_comments_[comment] = at;
    }
    for (at_ = 0; at_ < paragraphs.size();) {
        const std::span rest = std::span(paragraphs).subspan(at_);
        const auto end = std::ranges::find(rest, 0U, &Paragraph::row);
        if (end != rest.begin()) {
            table({rest.begin(), end});
        } else {
            paragraph(rest.front());
            ++at_;
        }
        xml_.line();
    }
}

// Cells of a row stand in the order of the columns, and each has a paragraph at least.
void StoryWriter::table(std::span<const Paragraph> paragraphs) {
    const TableForm& form = document_.tables.at(tables_++);
    open_table(form, paragraphs.front().is_right_to_left);
    std::uint32_t row = 0;
    std::uint32_t cell = 0;
    std::size_t column = 0;
    for (const Paragraph& one : paragraphs) {
        VERIFY(one.cell != 0 && one.around.empty());
        const bool is_new_row = one.row != row;
        if (cell != 0 && (is_new_row || one.cell != cell)) xml_.close();
        if (is_new_row) {
            if (row != 0) xml_.close();
            open_row(form.rules, row == 0);
            column = 0;
        }
        if (is_new_row || one.cell != cell) {
            xml_.open("w:tc");
            xml_.open("w:tcPr");
            xml_.empty("w:tcW",
                       {{"w:w", std::to_string(form.widths.at(column++))}, {"w:type", "dxa"}});
            xml_.close();
        }
        row = one.row;
        cell = one.cell;
        paragraph(one);
        ++at_;
    }
    for (int open = 0; open < 3; ++open) xml_.close();
}

void StoryWriter::open_table(const TableForm& form, bool is_right_to_left) {
    std::uint32_t width = 0;
    for (const std::uint32_t one : form.widths) width += one;
    xml_.open("w:tbl");
    xml_.open("w:tblPr");
    if (is_right_to_left) xml_.empty("w:bidiVisual");
    xml_.empty("w:tblW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
    rules_of_table(form.rules);
    xml_.empty("w:tblLayout", {{"w:type", "fixed"}});
    xml_.close();
    xml_.open("w:tblGrid");
    for (const std::uint32_t one : form.widths) {
        xml_.empty("w:gridCol", {{"w:w", std::to_string(one)}});
    }
    xml_.close();
}

void StoryWriter::rules_of_table(TableRules rules) {
    const bool is_masthead = rules == TableRules::of_masthead;
    xml_.open("w:tblBorders");
    for (const std::string side : {"top", "bottom", "insideH"}) {
        if (side == "top" && is_masthead) continue;
        xml_.empty("w:" + side, {{"w:val", "single"},
                                 {"w:sz", side == "bottom" && is_masthead ? "18" : "4"},
                                 {"w:space", "0"},
                                 {"w:color", "auto"}});
    }
    xml_.close();
}

// The headings stand again on each page; no row is parted by the end of one.
void StoryWriter::open_row(TableRules rules, bool is_head) {
    xml_.open("w:tr");
    xml_.open("w:trPr");
    xml_.empty("w:cantSplit");
    if (is_head && rules == TableRules::of_list) xml_.empty("w:tblHeader");
    xml_.close();
}

void StoryWriter::paragraph(const Paragraph& one) {
    xml_.open("w:p");
    properties(one);
    const std::size_t controls = open_controls(one);
    const std::vector<End> ends = open_ranges(one);
    words_and_notes(one);
    for (const std::size_t at : one.comments) {
        if (ends_of_comments_.at(at) == at_) comment_mark(at);
    }
    for (const End& end : ends | std::views::reverse) xml_.empty(end.element, {{"w:id", end.id}});
    for (std::size_t open = 2 * controls; open > 0; --open) xml_.close();
    xml_.close();
}

// Controls stand inside the paragraph: LibreOffice 7.4 loses changes and styles of words in one
// that holds the paragraph as a whole. A paragraph that may run on, or go, has none, since what
// Word then makes of it is not laid down; neither has an empty one, in which Word would show words
// of its own.
std::size_t StoryWriter::open_controls(const Paragraph& one) {
    if (!one.mark.empty() || one.spans.empty()) return 0;
    for (const std::string& name : one.names) {
        xml_.open("w:sdt");
        xml_.open("w:sdtPr");
        xml_.empty("w:alias", {{"w:val", name}});
        xml_.empty("w:tag", {{"w:val", name}});
        xml_.empty("w:id", {{"w:val", next_id()}});
        xml_.close();
        xml_.open("w:sdtContent");
    }
    return one.names.size();
}

void StoryWriter::head(const std::vector<Paragraph>& lines) {
    for (const Paragraph& one : lines) line(one, std::nullopt);
}

void StoryWriter::note(const Note& note) {
    if (note.paragraphs.empty()) return line({}, note.kind);
    for (const Paragraph& one : note.paragraphs) {
        const bool is_first = &one == &note.paragraphs.front();
        line(one, is_first ? std::optional(note.kind) : std::nullopt);
    }
}

void StoryWriter::line(const Paragraph& one, std::optional<NoteKind> mark) {
    xml_.open("w:p");
    properties(one);
    if (mark) {
        xml_.open("w:r");
        xml_.open("w:rPr");
        xml_.empty("w:rStyle", {{"w:val", reference_style(*mark)}});
        xml_.close();
        xml_.empty(element_of(*mark) + "Ref");
        xml_.close();
        words({}, " ", one.is_right_to_left);
    }
    for (const Span& span : one.spans) words(span, span.text, one.is_right_to_left);
    xml_.close();
}

void StoryWriter::properties(const Paragraph& one) {
    if (one.style.empty() && !one.is_right_to_left && !one.list && one.mark.empty()) return;
    xml_.open("w:pPr");
    if (!one.style.empty()) xml_.empty("w:pStyle", {{"w:val", one.style}});
    if (one.list) {
        xml_.open("w:numPr");
        xml_.empty("w:ilvl", {{"w:val", std::to_string(one.list->level)}});
        xml_.empty("w:numId", {{"w:val", number_of_list(one.list->list)}});
        xml_.close();
    }
    if (one.is_right_to_left) xml_.empty("w:bidi");
    if (!one.mark.empty()) {
        xml_.open("w:rPr");
        // Insertion, deletion and moves stand in this order here, whichever is around the other.
        Changes mark = one.mark;
        std::ranges::stable_sort(mark, {},
                                 [&](std::uint32_t at) { return document_.changes[at].kind; });
        for (const std::uint32_t at : mark) {
            const Change& change = document_.changes[at];
            xml_.empty(element_of(change.kind),
                       {{"w:id", next_id()}, {"w:author", change.author}, {"w:date", change.date}});
        }
        xml_.close();
    }
    xml_.close();
}

// Opens the ranges of bookmarks, of comments and of a paragraph that moves as a whole. Returns
// what ends the first and the last.
std::vector<StoryWriter::End> StoryWriter::open_ranges(const Paragraph& one) {
    std::vector<End> ends;
    for (const std::uint32_t at : one.mark) {
        const Change& change = document_.changes[at];
        if (change.move.empty()) continue;
        const std::string range = std::string(element_of(change.kind)) + "Range";
        const std::string id = next_id();
        xml_.empty(range + "Start", {{"w:id", id},
                                     {"w:author", change.author},
                                     {"w:date", change.date},
                                     {"w:name", change.move}});
        ends.push_back({range + "End", id});
    }
    open_bookmarks(one, ends);
    for (const std::size_t at : one.comments) {
        if (!begun_comments_.insert(at).second) continue;
        xml_.empty("w:commentRangeStart", {{"w:id", std::to_string(at)}});
    }
    return ends;
}

void StoryWriter::open_bookmarks(const Paragraph& one, std::vector<End>& ends) {
    for (const std::string& name : one.names) {
        if (!is_bookmark(name) || !bookmarks_.insert(name).second) continue;
        const std::string id = next_id();
        xml_.empty("w:bookmarkStart", {{"w:id", id}, {"w:name", name}});
        ends.push_back({"w:bookmarkEnd", id});
    }
}

// Notes stand in the order of their places.
void StoryWriter::words_and_notes(const Paragraph& one) {
    std::size_t written = 0;
    auto note = one.notes.begin();
    for (const Span& span : one.spans) {
        std::string_view rest = span.text;
        while (note != one.notes.end() && note->at < written + rest.size()) {
            const std::size_t before = note->at > written ? note->at - written : 0;
            words(span, rest.substr(0, before), one.is_right_to_left);
            rest.remove_prefix(before);
            written += before;
            reference(*note++);
        }
        words(span, rest, one.is_right_to_left);
        written += rest.size();
    }
    while (note != one.notes.end()) reference(*note++);
}

void StoryWriter::open_changes(const Changes& changes) {
    for (const std::uint32_t at : changes) {
        const Change& change = document_.changes[at];
        xml_.open(element_of(change.kind),
                  {{"w:id", next_id()}, {"w:author", change.author}, {"w:date", change.date}});
    }
}

void StoryWriter::words(const Span& span, std::string_view text, bool is_right_to_left) {
    if (text.empty()) return;
    const bool is_deleted = std::ranges::any_of(span.changes, [&](std::uint32_t at) {
        return document_.changes[at].kind == ChangeKind::deletion;
    });
    open_changes(span.changes);
    xml_.open("w:r");
    const bool is_from_right = is_right_to_left && !span.is_left_to_right;
    if (is_from_right || !span.style.empty()) {
        xml_.open("w:rPr");
        if (!span.style.empty()) xml_.empty("w:rStyle", {{"w:val", span.style}});
        if (is_from_right) xml_.empty("w:rtl");
        xml_.close();
    }
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of("\t\n"), rest.size());
        piece(rest.substr(0, end), is_deleted);
        if (end < rest.size()) xml_.empty(rest[end] == '\t' ? "w:tab" : "w:br");
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    xml_.close();
    for (std::size_t open = span.changes.size(); open > 0; --open) xml_.close();
}

void StoryWriter::piece(std::string_view text, bool is_deleted) {
    if (text.empty()) return;
    xml_.open(is_deleted ? "w:delText" : "w:t", {{"xml:space", "preserve"}});
    xml_.text(text);
    xml_.close();
}

void StoryWriter::reference(const NoteReference& reference) {
    const NoteKind kind = document_.notes[reference.note].kind;
    open_changes(reference.changes);
    xml_.open("w:r");
    xml_.open("w:rPr");
    xml_.empty("w:rStyle", {{"w:val", reference_style(kind)}});
    xml_.close();
    xml_.empty(element_of(kind) + "Reference", {{"w:id", id_of_note(reference.note)}});
    xml_.close();
    for (std::size_t open = reference.changes.size(); open > 0; --open) xml_.close();
}

void StoryWriter::comment_mark(std::size_t comment) {
    xml_.empty("w:commentRangeEnd", {{"w:id", std::to_string(comment)}});
    xml_.open("w:r");
    xml_.empty("w:commentReference", {{"w:id", std::to_string(comment)}});
    xml_.close();
}

}  // namespace travaux::docx
