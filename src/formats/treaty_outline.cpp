// SPDX-License-Identifier: MIT
#include "formats/treaty_outline.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/limits.h"
#include "formats/line_classes.h"
#include "formats/list_stack.h"
#include "text/code_point.h"
#include "text/preamble.h"

namespace travaux::formats {
namespace {

using text::ProvisionKind;
using text::Rank;

/// What a new provision says and where it stands.
struct NewRow {
    ProvisionKind kind = ProvisionKind::paragraph;
    std::size_t depth = 0;
    std::string_view number = {};
    std::string_view heading = {};
    std::string_view text = {};
};

struct OpenDivision {
    Rank rank;
    std::size_t row;
};

bool ends_with_any(std::string_view words, std::u32string_view signs) {
    return signs.contains(text::last_code_point(words));
}

bool introduces(std::string_view words) { return ends_with_any(words, U":："); }

bool ends_sentence(std::string_view words) { return ends_with_any(words, U".。؟?!"); }

// "1." and its like number paragraphs; "(1)" and "a)" number what is inside them.
bool numbers_paragraphs(const text::Marker& marker, const text::Numeral& numeral) {
    if (numeral.form != text::NumeralForm::decimal) return false;
    return !marker.style.contains(')') && !marker.style.contains("）") &&
           !marker.style.contains('\'') && !marker.style.contains("‘") &&
           !marker.style.contains(']');
}

/// Builds the outline line by line.
class Outline {
public:
    Outline(const std::vector<ClassifiedLine>& lines, const Source& source, text::Language language,
            std::string_view file_name)
        : lines_(lines), source_(source), language_(language), file_name_(file_name) {
        has_divisions_ = std::ranges::any_of(lines, [](const ClassifiedLine& line) {
            return line.line_class == LineClass::division || line.line_class == LineClass::preamble;
        });
    }

    Result<std::vector<text::Provision>> build() {
        for (at_ = 0; at_ < lines_.size(); ++at_) {
            if (lines_[at_].line_class != LineClass::table_row) is_in_table_ = false;
            read_line(lines_[at_]);
            if (failure_) return std::unexpected(*std::move(failure_));
        }
        return std::move(rows_);
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
        if (row.depth > limits::draft_depth) fail("import.too_deep", line);
        if (rows_.size() >= limits::draft_provisions) fail("import.too_long", line);
        text::Provision provision;
        provision.kind = row.kind;
        provision.depth = static_cast<std::uint32_t>(row.depth);
        provision.in(language_) = {.number = std::string(row.number),
                                   .heading = std::string(row.heading),
                                   .text = std::string(row.text)};
        rows_.push_back(std::move(provision));
        const std::size_t added = rows_.size() - 1;
        if (notes_of_ != line.line) add_footnotes(line, row.depth + 1);
        return added;
    }

    void add_footnotes(const ClassifiedLine& line, std::size_t depth) {
        notes_of_ = line.line;
        for (const SourceFootnote& note : line.line->footnotes) {
            add(line, {.kind = ProvisionKind::footnote,
                       .depth = depth,
                       .number = note.mark,
                       .text = note.text});
        }
    }

    void fail(std::string_view id, const ClassifiedLine& line) {
        if (failure_) return;
        failure_ = Error{.code = ErrorCode::invalid,
                         .id = std::string(id),
                         .args = {std::string(file_name_), std::to_string(line.line->number)}};
    }

    text::Wording& wording(std::size_t row) { return rows_[row].in(language_); }

    bool has_children(std::size_t row) const {
        return row + 1 < rows_.size() && rows_[row + 1].depth > rows_[row].depth;
    }

    // Divisions

    void open_division(const ClassifiedLine& line) {
        const Rank rank = line.division->rank;
        leave_divisions_for(rank);
        open_.clear();
        is_in_preamble_ = is_closed_ = false;
        is_before_body_ = false;
        const bool is_heading = line.line->form == LineForm::heading || rank != Rank::article ||
                                reads_as_heading(line.rest);
        const std::size_t row = add(line, {.kind = kind_of(rank),
                                           .depth = divisions_.size(),
                                           .number = line.division->number,
                                           .heading = is_heading ? line.rest : ""});
        divisions_.push_back({rank, row});
        awaits_heading_ = line.rest.empty();
        if (!is_heading && !line.rest.empty()) add_paragraph(line, line.rest);
    }

    void leave_divisions_for(Rank rank) {
        if (!divisions_.empty() && divisions_.back().rank == Rank::article) divisions_.pop_back();
        if (rank == Rank::article) return;
        if (rank == Rank::annex) {
            divisions_.clear();
            return;
        }
        const auto same = std::ranges::find(divisions_, rank, &OpenDivision::rank);
        divisions_.erase(same, divisions_.end());
        while (!divisions_.empty() && stands_inside(divisions_.back().rank, rank)) {
            divisions_.pop_back();
        }
        if (rank != Rank::title) return;
        for (const OpenDivision& division : divisions_) above_titles_.insert(division.rank);
    }

    // Whether `inner` cannot hold `outer`. Titles stand where the treaty first puts one.
    bool stands_inside(Rank inner, Rank outer) const {
        if (inner == Rank::annex || outer == Rank::title) return false;
        if (inner == Rank::title) return above_titles_.contains(outer);
        return inner > outer;
    }

    void close_article() {
        open_.clear();
        if (!divisions_.empty() && divisions_.back().rank == Rank::article) divisions_.pop_back();
    }

    void add_heading(const ClassifiedLine& line) {
        if (awaits_heading_) {
            awaits_heading_ = false;
            wording(divisions_.back().row).heading = line.line->text;
            add_footnotes(line, divisions_.size());
            return;
        }
        is_in_preamble_ = false;
        if (text::match_opening(language_, text::Opening::final_act, line.line->text)) {
            divisions_.clear();
            open_.clear();
            is_before_body_ = false;
            const std::size_t row =
                add(line, {.kind = ProvisionKind::annex, .heading = line.line->text});
            divisions_.push_back({Rank::annex, row});
            return;
        }
        close_article();
        add(line, {.kind = ProvisionKind::heading,
                   .depth = divisions_.size(),
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
            notes_of_ = line.line;
            add(line, {.kind = ProvisionKind::preamble});
            notes_of_ = nullptr;
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
        const bool is_in_annex = !divisions_.empty() && divisions_.front().rank == Rank::annex;
        divisions_.resize(is_in_annex ? 1 : 0, OpenDivision{Rank::annex, 0});
        is_closed_ = true;
        awaits_heading_ = false;
        add(line, {.depth = divisions_.size(), .text = line.line->text});
    }

    // Paragraphs and lists

    void add_paragraph(const ClassifiedLine& line, std::string_view words) {
        awaits_heading_ = false;
        const std::size_t row = add(line, {.depth = divisions_.size(), .text = words});
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
                                           .depth = divisions_.size() + place.level,
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
        const bool is_direct = rows_[open_[place.level - 1].row].kind == ProvisionKind::paragraph;
        return is_direct ? ProvisionKind::subparagraph : ProvisionKind::item;
    }

    std::optional<ListPlace> place_of(const ClassifiedLine& line, bool is_blank_behind) const {
        const text::Marker& marker = *line.marker;
        const auto first = text::first_reading(marker);
        if (const auto next = place_of_next(open_, marker, is_blank_behind)) {
            const bool may_begin = first && first->form != next->numeral.form;
            if (!may_begin || !begins_new_list(line, *first, next->numeral)) return next;
            return ListPlace{level_of_new(marker, *first), *first};
        }
        if (marker.readings.empty()) return ListPlace{open_.size(), {}};
        if (first) return ListPlace{level_of_new(marker, *first), *first};
        if (const auto place = place_after_gap(open_, marker)) return place;
        // Initials and abbreviations look like marks: "v. Germany".
        const text::Numeral& likely = marker.readings.front();
        const bool is_initial = likely.form != text::NumeralForm::decimal &&
                                marker.style.size() < 3 && marker.style.ends_with('.');
        if (is_initial) return std::nullopt;
        return ListPlace{level_of_new(marker, likely), likely};
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
        return introduces(rows_.back().in(language_).text);
    }

    std::size_t level_of_new(const text::Marker& marker, const text::Numeral& numeral) const {
        if (open_.empty()) return 0;
        const OpenItem& outer = open_.front();
        const OpenItem& inner = open_.back();
        const bool is_introduced = introduces(rows_[inner.row].in(language_).text);
        if (numbers_paragraphs(marker, numeral)) {
            const bool is_nested = open_.size() > 1 && is_introduced;
            const bool is_paragraph =
                outer.style.empty() || outer.style == marker.style ||
                (outer.numeral.form == text::NumeralForm::decimal && marker.style == "x");
            return is_paragraph && !is_nested ? 0 : open_.size();
        }
        const bool restarts = inner.style == marker.style && inner.numeral.form == numeral.form;
        if (restarts) return open_.size() - 1;
        const bool is_numbered_paragraph =
            outer.style.empty() && open_.size() == 1 && numeral.form == text::NumeralForm::decimal;
        return is_numbered_paragraph && !is_introduced ? 0 : open_.size();
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
            add(line, {.depth = divisions_.size(), .text = words});
            return;
        }
        if (open_.empty()) {
            add_paragraph(line, words);
            return;
        }
        OpenItem& inner = open_.back();
        if (wording(inner.row).text.empty() && !has_children(inner.row)) {
            wording(inner.row).text = words;
            add_footnotes(line, divisions_.size() + open_.size());
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
            item.style.empty() &&
            (open_.size() == 1 || ends_sentence(rows_.back().in(language_).text));
        if (is_new_paragraph) {
            add_paragraph(line, words);
            return;
        }
        open_.resize(level + 1);
        const bool is_item = introduces(wording(item.row).text) && !holds_marked(item.row);
        const ProvisionKind inside = rows_[item.row].kind == ProvisionKind::paragraph
                                         ? ProvisionKind::subparagraph
                                         : ProvisionKind::item;
        add(line, {.kind = is_item ? inside : ProvisionKind::continuation,
                   .depth = divisions_.size() + level + 1,
                   .text = words});
    }

    bool holds_marked(std::size_t row) const {
        return has_children(row) && (!rows_[row + 1].in(language_).number.empty() ||
                                     rows_[row + 1].kind == ProvisionKind::table);
    }

    // In plain text a heading is a short line where one is due: under a division, or right before
    // one.
    bool is_plain_heading(const ClassifiedLine& line) const {
        if (source_.is_markdown || line.line_class != LineClass::words) return false;
        if (at_ + 1 >= lines_.size() || is_before_body_ || is_closed_) return false;
        const std::string_view words = line.line->text;
        const bool is_before_division = lines_[at_ + 1].line_class == LineClass::division;
        if (!awaits_heading_) return is_before_division && reads_as_heading(words, 60);
        if (divisions_.back().rank != Rank::article) return reads_as_heading(words);
        return !is_before_division && reads_as_heading(words, 120);
    }

    void add_table_row(const ClassifiedLine& line) {
        awaits_heading_ = false;
        const std::size_t depth = divisions_.size() + open_.size();
        if (!is_in_table_) {
            notes_of_ = line.line;
            add(line, {.kind = ProvisionKind::table, .depth = depth});
        }
        is_in_table_ = true;
        notes_of_ = line.line;
        add(line, {.kind = ProvisionKind::table_row, .depth = depth + 1});
        for (const std::string& cell : line.line->cells) {
            add(line, {.kind = ProvisionKind::table_cell, .depth = depth + 2, .text = cell});
        }
        add_footnotes(line, depth + 2);
    }

    const std::vector<ClassifiedLine>& lines_;
    const Source& source_;
    text::Language language_;
    std::string_view file_name_;
    std::vector<text::Provision> rows_;
    std::vector<OpenDivision> divisions_;  ///< each stands in the one before
    std::vector<OpenItem> open_;           ///< each stands in the one before, all in divisions_
    std::set<Rank> above_titles_;
    std::optional<Error> failure_;
    const SourceLine* notes_of_ = nullptr;  ///< the line whose footnotes stand already
    std::size_t at_ = 0;
    bool has_divisions_ = false;
    bool is_before_body_ = true;
    bool is_in_preamble_ = false;
    bool is_closed_ = false;       ///< behind the testimonium
    bool awaits_heading_ = false;  ///< the last division has none yet
    bool is_in_table_ = false;
};

}  // namespace

Result<std::vector<text::Provision>> outline_of(const Source& source, text::Language language,
                                                std::string_view file_name) {
    const Source cut = with_items_apart(source);
    const std::vector<ClassifiedLine> lines = classify(cut, language);
    return Outline(lines, cut, language, file_name).build();
}

}  // namespace travaux::formats
