// SPDX-License-Identifier: MIT
#include "formats/treaty_outline.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "formats/division_stack.h"
#include "formats/line_classes.h"
#include "formats/list_stack.h"
#include "formats/outline_rows.h"
#include "text/code_point.h"
#include "text/preamble.h"

namespace travaux::formats {
namespace {

using text::ProvisionKind;
using text::Rank;

bool ends_with_any(std::string_view words, std::u32string_view signs) {
    return signs.contains(text::last_code_point(words));
}

bool introduces(std::string_view words) { return ends_with_any(words, U":："); }

bool ends_sentence(std::string_view words) { return ends_with_any(words, U".。؟?!"); }

/// Builds the outline line by line.
class Outline {
public:
    Outline(const std::vector<ClassifiedLine>& lines, const Source& source, text::Language language,
            std::string_view file_name)
        : lines_(lines), source_(source), language_(language), rows_(language, file_name) {
        has_divisions_ = std::ranges::any_of(lines, [](const ClassifiedLine& line) {
            return line.line_class == LineClass::division || line.line_class == LineClass::preamble;
        });
    }

    Result<Outlined> build() {
        for (at_ = 0; at_ < lines_.size(); ++at_) {
            if (lines_[at_].line_class != LineClass::table_row) is_in_table_ = false;
            read_line(lines_[at_]);
            if (rows_.failure()) return std::unexpected(*rows_.failure());
        }
        return std::move(rows_).take();
    }

private:
    void read_line(const ClassifiedLine& line) {
        if (at_ == 0 && is_title(line)) {
            add(line, {.kind = ProvisionKind::title, .heading = line.line->text});
            return;
        }
        switch (line.line_class) {
            case LineClass::division: open_division(line); break;
            case LineClass::heading: add_heading(line); break;
            case LineClass::preamble: open_preamble(line); break;
            case LineClass::closing: add_closing(line); break;
            case LineClass::marked: add_marked(line); break;
            case LineClass::words: add_words(line); break;
            case LineClass::table_row: add_table_row(line); break;
        }
    }

    bool is_title(const ClassifiedLine& line) const {
        if (line.line_class == LineClass::heading) return true;
        return !source_.is_markdown && line.line_class == LineClass::words &&
               line.line->is_blank_behind && reads_as_heading(line.line->text, 500) &&
               lines_.size() > 1;
    }

    std::size_t add(const ClassifiedLine& line, const NewRow& row) {
        return rows_.add(*line.line, row);
    }

    // Divisions

    void open_division(const ClassifiedLine& line) {
        const Rank rank = line.division->rank;
        divisions_.leave_for(rank);
        open_.clear();
        is_in_preamble_ = is_closed_ = false;
        is_before_body_ = false;
        const bool is_heading = line.line->form == LineForm::heading || rank != Rank::article ||
                                reads_as_heading(line.rest);
        const std::size_t row = add(line, {.kind = kind_of(rank),
                                           .depth = divisions_.depth(),
                                           .number = line.division->number,
                                           .heading = is_heading ? line.rest : ""});
        divisions_.open(rank, row);
        awaits_heading_ = line.rest.empty();
        if (!is_heading && !line.rest.empty()) add_paragraph(line, line.rest);
    }

    void close_article() {
        open_.clear();
        divisions_.leave_article();
    }

    void add_heading(const ClassifiedLine& line) {
        if (awaits_heading_) {
            awaits_heading_ = false;
            rows_.wording(divisions_.innermost().row).heading = line.line->text;
            rows_.add_footnotes(*line.line, divisions_.depth());
            return;
        }
        is_in_preamble_ = false;
        if (text::match_opening(language_, text::Opening::final_act, line.line->text)) {
            divisions_.leave_for(Rank::annex);
            open_.clear();
            is_before_body_ = false;
            const std::size_t row =
                add(line, {.kind = ProvisionKind::annex, .heading = line.line->text});
            divisions_.open(Rank::annex, row);
            return;
        }
        close_article();
        add(line, {.kind = ProvisionKind::heading,
                   .depth = divisions_.depth(),
                   .heading = line.line->text});
    }

    void open_preamble(const ClassifiedLine& line) {
        if (!is_before_body_ || is_in_preamble_) {
            add_words(line);
            return;
        }
        std::string_view heading = line.line->text;
        heading.remove_suffix(line.rest.size());
        if (heading.ends_with(' ')) heading.remove_suffix(1);
        add(line, {.kind = ProvisionKind::preamble, .heading = heading});
        is_in_preamble_ = true;
        if (!line.rest.empty()) add_preambular(line, "", line.rest);
    }

    void add_preambular(const ClassifiedLine& line, std::string_view number,
                        std::string_view words) {
        if (!is_in_preamble_) {
            is_in_preamble_ = true;
            rows_.add_plain(*line.line, {.kind = ProvisionKind::preamble});
        }
        for (const std::string_view paragraph : text::preambular_paragraphs_of(language_, words)) {
            add(line, {.kind = ProvisionKind::preambular_paragraph,
                       .depth = 1,
                       .number = number,
                       .text = paragraph});
            number = {};
        }
    }

    bool is_preamble_here() const { return is_before_body_ && has_divisions_; }

    // The testimonium and what follows it belong to the treaty or annex, not to its last article.
    void add_closing(const ClassifiedLine& line) {
        if (is_preamble_here()) {
            add_preambular(line, "", line.line->text);
            return;
        }
        open_.clear();
        divisions_.leave_for_closing();
        is_closed_ = true;
        awaits_heading_ = false;
        add(line, {.depth = divisions_.depth(), .text = line.line->text});
    }

    // Paragraphs and lists

    void add_paragraph(const ClassifiedLine& line, std::string_view words) {
        awaits_heading_ = false;
        const std::size_t row = add(line, {.depth = divisions_.depth(), .text = words});
        open_.assign(1, OpenItem{.row = row, .style = {}, .numeral = {}});
    }

    void add_marked(const ClassifiedLine& line) {
        awaits_heading_ = false;
        const std::string_view words = line.line->text;
        if (is_preamble_here()) {
            add_preambular(line, words.substr(0, line.marker->bytes), line.rest);
            return;
        }
        const text::Marker& marker = *line.marker;
        const bool is_blank_behind = words.size() == marker.bytes || words[marker.bytes] == ' ';
        const auto place = place_of(line, is_blank_behind);
        if (!place) {
            add_words(line);
            return;
        }
        add_item(line, *place, is_blank_behind);
    }

    void add_item(const ClassifiedLine& line, const ListPlace& place, bool is_blank_behind) {
        const text::Marker& marker = *line.marker;
        const ProvisionKind kind = kind_at(place);
        open_.resize(place.level);
        const std::string_view words = line.line->text;
        const auto inner = text::parse_marker(line.rest);
        const bool holds_list = inner && begins_list_inside(*inner, line);
        const std::size_t row = add(line, {.kind = kind,
                                           .depth = divisions_.depth() + place.level,
                                           .number = words.substr(0, marker.bytes),
                                           .text = holds_list ? "" : line.rest});
        open_.push_back({.row = row,
                         .style = marker.style,
                         .numeral = place.numeral,
                         .is_blank_behind_mark = is_blank_behind});
        if (!holds_list) return;
        ClassifiedLine behind = line;
        SourceLine rest{.number = line.line->number, .text = std::string(line.rest)};
        behind.line = &rest;
        behind.marker = inner;
        behind.rest = text::skip_blanks(std::string_view(rest.text).substr(inner->bytes));
        add_item(behind, {place.level + 1, *text::first_reading(*inner)}, true);
    }

    // "2. (a) Each Party ..." holds a list where "(b)" follows; "(a) and (b) above" does not.
    bool begins_list_inside(const text::Marker& inner, const ClassifiedLine& line) const {
        const auto first = text::first_reading(inner);
        if (!first || line.rest.size() == inner.bytes) return false;
        constexpr std::size_t lines_ahead_max = 40;
        std::size_t next = line.next_marked;
        for (std::size_t i = 0; i < lines_ahead_max && next < lines_.size(); ++i) {
            const text::Marker& marker = *lines_[next].marker;
            if (marker.style == inner.style && text::next_reading(*first, marker)) return true;
            if (marker.style == line.marker->style) return false;
            next = lines_[next].next_marked;
        }
        return false;
    }

    ProvisionKind kind_at(const ListPlace& place) const {
        if (place.level == 0) {
            return place.numeral.form == text::NumeralForm::decimal ? ProvisionKind::paragraph
                                                                    : ProvisionKind::subparagraph;
        }
        const bool is_direct = rows_.kind(open_[place.level - 1].row) == ProvisionKind::paragraph;
        return is_direct ? ProvisionKind::subparagraph : ProvisionKind::item;
    }

    std::optional<ListPlace> place_of(const ClassifiedLine& line, bool is_blank_behind) const {
        const text::Marker& marker = *line.marker;
        const auto first = text::first_reading(marker);
        if (const auto next = place_of_next(open_, marker, is_blank_behind)) {
            const bool may_begin = first && first->form != next->numeral.form;
            if (!may_begin || !begins_new_list(line, *first, next->numeral)) return next;
            return place_of_new(marker, *first);
        }
        if (marker.readings.empty()) return ListPlace{open_.size(), {}};
        if (first) return place_of_new(marker, *first);
        if (const auto place = place_after_gap(open_, marker)) return place;
        // Initials and abbreviations look like marks: "v. Germany".
        const text::Numeral& likely = marker.readings.front();
        const bool is_initial = likely.form != text::NumeralForm::decimal &&
                                marker.style.size() < 3 && marker.style.ends_with('.');
        if (is_initial) return std::nullopt;
        return place_of_new(marker, likely);
    }

    // "(i)" after "(h)": the next mark tells, or else a colon before it.
    bool begins_new_list(const ClassifiedLine& line, const text::Numeral& first,
                         const text::Numeral& next) const {
        if (line.next_marked < lines_.size()) {
            const text::Marker& following = *lines_[line.next_marked].marker;
            if (following.style == line.marker->style) {
                const auto as_new = text::next_reading(first, following);
                const auto as_next = text::next_reading(next, following);
                if (as_new.has_value() != as_next.has_value()) return as_new.has_value();
            }
        }
        return introduces(rows_.last_text());
    }

    ListPlace place_of_new(const text::Marker& marker, const text::Numeral& numeral) const {
        const bool is_introduced =
            !open_.empty() && introduces(rows_.wording(open_.back().row).text);
        return formats::place_of_new(open_, marker, numeral, is_introduced);
    }

    void add_words(const ClassifiedLine& line) {
        const std::string_view words = line.line->text;
        if (is_plain_heading(line)) {
            add_heading(line);
            return;
        }
        awaits_heading_ = false;
        if (is_preamble_here()) {
            add_preambular(line, "", words);
            return;
        }
        if (is_closed_) {
            open_.clear();  // a list ends there, and no later mark goes on with it
            add(line, {.depth = divisions_.depth(), .text = words});
            return;
        }
        if (open_.empty()) {
            add_paragraph(line, words);
            return;
        }
        OpenItem& inner = open_.back();
        if (rows_.wording(inner.row).text.empty() && !rows_.has_children(inner.row)) {
            rows_.wording(inner.row).text = words;
            rows_.add_footnotes(*line.line, divisions_.depth() + open_.size());
            return;
        }
        add_words_behind_list(line, words);
    }

    // Words behind a list close what the list stands in: the item that the next mark goes on from,
    // or else the paragraph.
    void add_words_behind_list(const ClassifiedLine& line, std::string_view words) {
        std::size_t level = 0;
        if (line.next_marked < lines_.size()) {
            const ClassifiedLine& next = lines_[line.next_marked];
            const auto place = place_of_next(open_, *next.marker, true);
            if (place) level = place->level;
        }
        const OpenItem& item = open_[level];
        const bool is_new_paragraph =
            item.style.empty() && (open_.size() == 1 || ends_sentence(rows_.last_text()));
        if (is_new_paragraph) {
            add_paragraph(line, words);
            return;
        }
        open_.resize(level + 1);
        const bool is_item =
            introduces(rows_.wording(item.row).text) && !rows_.holds_marked(item.row);
        const ProvisionKind inside = rows_.kind(item.row) == ProvisionKind::paragraph
                                         ? ProvisionKind::subparagraph
                                         : ProvisionKind::item;
        add(line, {.kind = is_item ? inside : ProvisionKind::continuation,
                   .depth = divisions_.depth() + level + 1,
                   .text = words});
    }

    // In plain text a heading is a short line where one is due: under a division, or right before
    // one.
    bool is_plain_heading(const ClassifiedLine& line) const {
        if (source_.is_markdown || line.line_class != LineClass::words) return false;
        if (at_ + 1 >= lines_.size() || is_before_body_ || is_closed_) return false;
        const std::string_view words = line.line->text;
        const bool is_before_division = lines_[at_ + 1].line_class == LineClass::division;
        if (!awaits_heading_) return is_before_division && reads_as_heading(words, 60);
        if (divisions_.innermost().rank != Rank::article) return reads_as_heading(words);
        return !is_before_division && reads_as_heading(words, 120);
    }

    void add_table_row(const ClassifiedLine& line) {
        awaits_heading_ = false;
        const std::size_t depth = divisions_.depth() + open_.size();
        if (!is_in_table_) {
            rows_.add_plain(*line.line, {.kind = ProvisionKind::table, .depth = depth});
        }
        is_in_table_ = true;
        rows_.add_plain(*line.line, {.kind = ProvisionKind::table_row, .depth = depth + 1});
        for (const std::string& cell : line.line->cells) {
            rows_.add_plain(*line.line,
                            {.kind = ProvisionKind::table_cell, .depth = depth + 2, .text = cell});
        }
        rows_.add_footnotes(*line.line, depth + 2);
    }

    const std::vector<ClassifiedLine>& lines_;
    const Source& source_;
    text::Language language_;
    OutlineRows rows_;
    DivisionStack divisions_;
    std::vector<OpenItem> open_;  ///< each stands in the one before, all in divisions_
    std::size_t at_ = 0;
    bool has_divisions_ = false;
    bool is_before_body_ = true;
    bool is_in_preamble_ = false;
    bool is_closed_ = false;       ///< behind the testimonium
    bool awaits_heading_ = false;  ///< the last division has none yet
    bool is_in_table_ = false;
};

}  // namespace

Result<Outlined> outline_of(const Source& source, text::Language language,
                            std::string_view file_name) {
    const Source cut = with_items_apart(source);
    const std::vector<ClassifiedLine> lines = classify(cut, language);
    return Outline(lines, cut, language, file_name).build();
}

}  // namespace travaux::formats
