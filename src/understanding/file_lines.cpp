// SPDX-License-Identifier: MIT
#include "understanding/file_lines.h"

#include <algorithm>

#include "docx/words.h"
#include "formats/line_classes.h"
#include "formats/normalise.h"
#include "formats/word_frame.h"
#include "text/division.h"
#include "text/numbering.h"

namespace travaux::understanding {
namespace {

using docx::Side;

// Longer than a number and its word are.
constexpr std::size_t numbered_bytes_max = 60;

std::string clean(std::string_view text) { return formats::normalised(text).value_or(""); }

class Reader {
public:
    Reader(const docx::Document& document, docx::RowCells cells)
        : document_(document), cells_(cells) {
        note_offsets_.push_back(document.paragraphs.size());
        for (const auto& note : document.notes) {
            note_offsets_.push_back(note_offsets_.back() + note.paragraphs.size());
        }
    }

    FileText read() {
        std::vector<Range> base;
        std::vector<Range> target;
        FileText file;
        file.has_changes = !document_.changes.empty();
        file.base = side(Side::rejected, base);
        file.target = side(Side::accepted, target);
        file.links = links(base, target);
        for (std::size_t at = 0; at < document_.comments.size(); ++at) file.comments.push_back(at);
        return file;
    }

private:
    // Paragraphs, counted through the text and its notes; both ends count.
    struct Range {
        std::size_t first;
        std::size_t last;
    };

    [[nodiscard]] const docx::Paragraph& paragraph(std::size_t at) const {
        const auto note = std::ranges::upper_bound(note_offsets_, at);
        if (note == note_offsets_.begin()) return document_.paragraphs[at];
        const auto index = static_cast<std::size_t>(note - note_offsets_.begin()) - 1;
        return document_.notes[index].paragraphs[at - note_offsets_[index]];
    }

    std::vector<FileLine> side(Side side, std::vector<Range>& ranges) const {
        std::vector<FileLine> lines;
        for (const auto& line :
             docx::placed_lines_of(document_, side, docx::ListLabels::shown, cells_)) {
            const std::size_t offset = line.note ? note_offsets_[*line.note] : 0;
            const Range range{offset + line.first, offset + line.last};
            FileLine one = line_of(line);
            if (one.text.empty()) continue;
            one.place = range.first + 1;
            one.is_note = line.note.has_value();
            one.is_inserted = is_inserted(range);
            if (one.is_inserted) take_typed_number(one);
            name(range, one);
            lines.push_back(std::move(one));
            ranges.push_back(range);
        }
        return lines;
    }

    static FileLine line_of(const docx::Line& line) {
        FileLine one;
        one.text = clean(line.text);
        const std::size_t tab = line.text.find('\t');
        if (tab <= numbered_bytes_max) {
            one.numbered = clean(line.text.substr(0, tab));
        }
        one.is_listed = line.label_bytes > 0;
        return one;
    }

    // Who types a number behind the one that a list gives, as in `2. 1 bis. Words`, means the own;
    // so does who types the heading of an article there.
    static void take_typed_number(FileLine& line) {
        if (!line.is_listed) return;
        std::string typed = line.text.substr(std::min(line.numbered.size() + 1, line.text.size()));
        std::string number = typed_number(typed);
        if (number.empty()) return;
        line.text = std::move(typed);
        line.numbered = std::move(number);
        line.is_listed = false;
    }

    static std::string typed_number(const std::string& typed) {
        const auto marker = text::parse_marker(typed);
        if (marker && marker->bytes < typed.size() && typed[marker->bytes] == ' ') {
            return typed.substr(0, marker->bytes);
        }
        if (!formats::reads_as_heading(typed)) return {};
        for (const text::Language language : text::languages) {
            const auto division = text::parse_division(language, typed);
            if (division) return std::string(division->number);
        }
        return {};
    }

    void name(const Range& range, FileLine& line) const {
        for (std::size_t at = range.first; at <= range.last; ++at) {
            const docx::Paragraph& one = paragraph(at);
            line.is_heading = line.is_heading || docx::is_heading(one);
            for (const std::string& name : one.names) {
                const ProvisionId id = formats::provision_named(name);
                if (id.is_none() || std::ranges::find(line.ids, id) != line.ids.end()) continue;
                line.ids.push_back(id);
            }
            line.comments.insert(line.comments.end(), one.comments.begin(), one.comments.end());
        }
        std::ranges::sort(line.comments);
        const auto twice = std::ranges::unique(line.comments);
        line.comments.erase(twice.begin(), twice.end());
    }

    [[nodiscard]] std::size_t kept_in(std::size_t at) const {
        std::size_t bytes = 0;
        for (const docx::Span& span : paragraph(at).spans) {
            if (!stands(document_, span.changes, Side::accepted)) continue;
            if (!stands(document_, span.changes, Side::rejected)) continue;
            for (const char letter : span.text) bytes += letter > '@' || letter < '\0' ? 1U : 0U;
        }
        return bytes;
    }

    [[nodiscard]] bool is_inserted(const Range& range) const {
        for (std::size_t at = range.first; at <= range.last; ++at) {
            if (kept_in(at) > 0) return false;
        }
        return true;
    }

    [[nodiscard]] bool end_stays(std::size_t at) const {
        const docx::Changes& mark = paragraph(at).mark;
        return stands(document_, mark, Side::accepted) && stands(document_, mark, Side::rejected);
    }

    // A paragraph stands in one line of each side at most.
    [[nodiscard]] std::vector<Link> links(const std::vector<Range>& base,
                                          const std::vector<Range>& target) const {
        std::vector<std::size_t> line_with(note_offsets_.back(), base.size());
        for (std::size_t line = 0; line < base.size(); ++line) {
            for (std::size_t at = base[line].first; at <= base[line].last; ++at) {
                line_with[at] = line;
            }
        }
        std::vector<Link> all;
        for (std::size_t to = 0; to < target.size(); ++to) {
            std::size_t before = base.size();
            for (std::size_t at = target[to].first; at <= target[to].last; ++at) {
                const std::size_t from = line_with[at];
                if (from == base.size() || from == before) continue;
                before = from;
                all.push_back(link(base[from], target[to]));
                all.back().base = from;
                all.back().target = to;
            }
        }
        return all;
    }

    [[nodiscard]] Link link(const Range& base, const Range& target) const {
        Link link;
        const std::size_t first = std::max(base.first, target.first);
        const std::size_t last = std::min(base.last, target.last);
        for (std::size_t at = first; at <= last; ++at) link.kept += kept_in(at);
        link.ends_alike = base.last == target.last && end_stays(base.last);
        return link;
    }

    const docx::Document& document_;
    docx::RowCells cells_;
    std::vector<std::size_t> note_offsets_;  // of the first paragraph of each note, counted through
};

}  // namespace

FileText text_of_file(const docx::Document& document, const text::Draft& draft) {
    const bool has_cells = std::ranges::find(draft.provisions, text::ProvisionKind::table_cell,
                                             &text::Provision::kind) != draft.provisions.end();
    return Reader(document, has_cells ? docx::RowCells::apart : docx::RowCells::joined).read();
}

}  // namespace travaux::understanding
