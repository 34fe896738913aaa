// SPDX-License-Identifier: MIT
#include "docx/words.h"

#include <algorithm>

#include "docx/labels.h"

namespace travaux::docx {
namespace {

bool goes_when(ChangeKind kind, Side side) {
    const bool takes_away = kind == ChangeKind::deletion || kind == ChangeKind::move_from;
    return takes_away == (side == Side::accepted);
}

class Lines {
public:
    Lines(const Document& document, Side side, ListLabels labels, RowCells cells)
        : document_(document), side_(side), has_labels_(labels == ListLabels::shown),
          are_apart_(cells == RowCells::apart), labels_(document.lists),
          is_said_(document.notes.size()) {}

    std::vector<Line> all() {
        story(document_.paragraphs);
        return std::move(lines_);
    }

private:
    void story(const std::vector<Paragraph>& paragraphs) {
        const Paragraph* before = nullptr;  // the last one that stands
        std::string& text = line_.text;
        std::size_t begin = 0;  // of the paragraph in hand, in the text
        line_.first = 0;
        for (std::size_t at = 0; at < paragraphs.size(); ++at) {
            const Paragraph& one = paragraphs[at];
            if (!stands(document_, one.around, side_)) continue;
            const bool runs_on = before != nullptr && before->cell == one.cell &&
                                 !stands(document_, before->mark, side_);
            if (before != nullptr && !runs_on) {
                label(*before, text, begin);
                separate(*before, one);
                begin = text.size();
            }
            if (text.empty()) line_.first = at;
            line_.last = at;
            append(one, text);
            before = &one;
        }
        if (before != nullptr) label(*before, text, begin);
        end();
    }

    // Paragraphs that run on are in the list that the last of them is in.
    void label(const Paragraph& last, std::string& text, std::size_t begin) {
        if (!has_labels_ || !last.list) return;
        const std::string label = labels_.next(*last.list);
        if (label.empty() || begin == text.size()) return;
        text.insert(begin, label + "\t");
        if (begin == 0) line_.label_bytes = label.size() + 1;
    }

    void separate(const Paragraph& before, const Paragraph& one) {
        const bool is_same_row = before.row != 0 && before.row == one.row;
        if (!is_same_row || (are_apart_ && before.cell != one.cell)) return end();
        line_.text += before.cell == one.cell ? ' ' : '\t';
    }

    void append(const Paragraph& paragraph, std::string& text) {
        for (const Span& span : paragraph.spans) {
            if (!stands(document_, span.changes, side_)) continue;
            const std::size_t from = text.size();
            text += span.text;
            std::replace(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), '\n', ' ');
        }
        for (const NoteReference& reference : paragraph.notes) {
            if (is_said_[reference.note] || !stands(document_, reference.changes, side_)) continue;
            is_said_[reference.note] = true;
            notes_.push_back(reference.note);
        }
    }

    void end() {
        std::string& text = line_.text;
        const std::size_t first = text.find_first_not_of(" \t");
        if (first != std::string::npos) {
            lines_.push_back(line_);
            Line& line = lines_.back();
            line.text = mark_ + text.substr(first, text.find_last_not_of(" \t") + 1 - first);
            line.label_bytes += mark_.size();
            mark_.clear();
        }
        text.clear();
        line_.label_bytes = 0;
        if (!line_.note) say_notes();
    }

    // Notes may refer to notes; each is said once.
    void say_notes() {
        for (; said_ < notes_.size(); ++said_) {
            line_.note = notes_[said_];
            const Note& note = document_.notes[notes_[said_]];
            const bool is_footnote = note.kind == NoteKind::footnote;
            const std::uint32_t number = is_footnote ? ++footnotes_ : ++endnotes_;
            mark_ = number_in_format(number, is_footnote ? "decimal" : "lowerRoman") + "\t";
            if (!has_labels_) mark_.clear();
            story(note.paragraphs);
        }
        line_.note.reset();
        mark_.clear();
    }

    const Document& document_;
    Side side_;
    bool has_labels_;
    bool are_apart_;
    Labels labels_;
    std::vector<std::size_t> notes_;  // that are referred to
    std::size_t said_ = 0;            // how many of them are said, or in hand
    std::vector<bool> is_said_;       // of each note
    std::uint32_t footnotes_ = 0;
    std::uint32_t endnotes_ = 0;
    std::string mark_;  // of the note in hand, until its first line ends
    Line line_;         // in hand
    std::vector<Line> lines_;
};

}  // namespace

bool is_heading(const Paragraph& paragraph) {
    return paragraph.outline > 0 || paragraph.style.starts_with("Heading");
}

bool stands(const Document& document, const Changes& changes, Side side) {
    return std::ranges::none_of(
        changes, [&](std::uint32_t at) { return goes_when(document.changes[at].kind, side); });
}

std::vector<Line> placed_lines_of(const Document& document, Side side, ListLabels labels,
                                  RowCells cells) {
    return Lines(document, side, labels, cells).all();
}

std::vector<std::string> lines_of(const Document& document, Side side, ListLabels labels) {
    std::vector<std::string> texts;
    for (Line& line : placed_lines_of(document, side, labels)) {
        texts.push_back(std::move(line.text));
    }
    return texts;
}

}  // namespace travaux::docx
