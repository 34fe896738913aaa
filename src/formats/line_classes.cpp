// SPDX-License-Identifier: MIT
#include "formats/line_classes.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/list_stack.h"
#include "text/code_point.h"

namespace travaux::formats {
namespace {

bool is_lower_case(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
}

bool begins_in_lower_case(std::string_view words) {
    return !words.empty() && is_lower_case(text::code_point_at(words, 0).value);
}

// "Article 6 of the Convention applies." is a text that begins as a division does.
bool opens_division(const text::Division& division, const SourceLine& line) {
    if (line.form == LineForm::heading) return true;
    if (begins_in_lower_case(line.text)) return false;
    if (!division.numeral) return division.is_set_off && reads_as_heading(line.text);
    if (division.is_set_off) return true;
    const std::string_view behind = std::string_view(line.text).substr(division.number.size());
    return behind.starts_with(' ') && !begins_in_lower_case(division.rest) &&
           reads_as_heading(division.rest) &&
           text::is_word_part(text::code_point_at(division.rest, 0).value);
}

// A heading that is a number alone, as "### 3", is a paragraph that others head.
std::optional<text::Marker> number_alone(const SourceLine& line) {
    if (line.form != LineForm::heading) return std::nullopt;
    auto number = text::parse_numeral(line.text);
    if (!number || number->bytes != line.text.size()) return std::nullopt;
    return text::Marker{
        .readings = std::move(number->readings), .style = "x", .bytes = number->bytes};
}

// A letter with a point alone is an initial or a text; other marks may stand alone.
std::optional<text::Marker> mark_of(const SourceLine& line) {
    if (auto alone = number_alone(line)) return alone;
    if (line.form == LineForm::heading) return std::nullopt;
    auto marker = text::parse_marker(line.text);
    const bool is_initial = marker && marker->bytes == line.text.size() &&
                            (marker->style == "X." || marker->style == "x.") &&
                            marker->readings.front().form != text::NumeralForm::decimal;
    if (is_initial) return std::nullopt;
    return marker;
}

// A translation may leave the heading of a division in English. Where the language has a script of
// its own, that is no text that begins so.
std::optional<text::Division> division_of(const SourceLine& line, text::Language language) {
    if (auto division = text::parse_division(language, line.text)) return division;
    using enum text::Language;
    const bool has_own_script = language == ar || language == ru || language == zh;
    return has_own_script ? text::parse_division(en, line.text) : std::nullopt;
}

ClassifiedLine classified(const SourceLine& line, text::Language language) {
    ClassifiedLine result{.line_class = LineClass::words, .line = &line, .rest = line.text};
    const std::string_view words = line.text;
    if (line.form == LineForm::table_row) {
        result.line_class = LineClass::table_row;
    } else if (auto division = division_of(line, language);
               division && opens_division(*division, line)) {
        result.line_class = LineClass::division;
        result.rest = division->rest;
        result.division = division;
    } else if (const auto preamble =
                   text::match_opening(language, text::Opening::preamble, words)) {
        result.line_class = LineClass::preamble;
        result.rest = text::skip_blanks(words.substr(*preamble));
    } else if (text::match_opening(language, text::Opening::closing, words)) {
        result.line_class = LineClass::closing;
    } else if (auto marker = mark_of(line)) {
        result.line_class = LineClass::marked;
        result.rest = text::skip_blanks(words.substr(marker->bytes));
        result.marker = std::move(marker);
    } else if (line.form == LineForm::heading) {
        result.line_class = LineClass::heading;
    }
    return result;
}

// The bytes of "and " in "; and (b)"; the word belongs to the item that it ends.
std::size_t joining_word(std::string_view words) {
    static constexpr std::array<std::string_view, 12> joining = {
        "and ", "or ", "and/or ", "et ", "ou ", "et/ou ", "y ", "e ", "o ", "u ", "и ", "или "};
    for (const std::string_view one : joining) {
        if (words.starts_with(one)) return one.size();
    }
    return 0;
}

struct MarkInside {
    std::size_t at;
    text::Marker marker;
};

// Only letters and romans in brackets: "; 2." is rather the end of a sentence than a mark.
std::optional<MarkInside> next_item(const std::string& words, std::size_t from,
                                    const text::Marker& first) {
    if (!first.style.ends_with(')') || first.readings.empty()) return std::nullopt;
    for (std::size_t at = words.find("; ", from); at != std::string::npos;
         at = words.find("; ", at + 1)) {
        const std::size_t start = at + 2 + joining_word(std::string_view(words).substr(at + 2));
        auto marker = text::parse_marker(std::string_view(words).substr(start));
        if (!marker || marker->style != first.style) continue;
        // "subparagraphs (a); (b); (c)" refers to items, and has none.
        const auto behind = std::string_view(words).substr(start + marker->bytes);
        if (behind.empty() || behind.starts_with(';') || behind.starts_with(',')) continue;
        const bool goes_on = std::ranges::any_of(first.readings, [&](const text::Numeral& last) {
            return text::next_reading(last, *marker).has_value();
        });
        if (goes_on) return MarkInside{start, *std::move(marker)};
    }
    return std::nullopt;
}

}  // namespace

bool reads_as_heading(std::string_view words, std::size_t length_max) {
    const auto begins_code_point = [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    };
    const auto length = std::ranges::count_if(words, begins_code_point);
    if (words.empty() || length > static_cast<std::ptrdiff_t>(length_max)) return false;
    constexpr std::array ends = {U'.', U';', U':', U',', U'。', U'；', U'：', U'，', U'،', U'؛'};
    const char32_t last = text::last_code_point(words);
    for (const char32_t end : ends) {
        if (last == end) return false;
    }
    return true;
}

Source with_items_apart(const Source& source) {
    Source result{.is_markdown = source.is_markdown, .lines = {}};
    result.lines.reserve(source.lines.size());
    for (const SourceLine& line : source.lines) {
        result.lines.push_back(line);
        if (line.form != LineForm::text) continue;
        auto marker = text::parse_marker(line.text);
        std::size_t start = 0;
        std::size_t at = 0;
        while (marker) {
            const auto second = next_item(line.text, at, *marker);
            if (!second) break;
            SourceLine& first = result.lines.back();
            first.text = line.text.substr(start, second->at - 1 - start);
            first.is_blank_behind = false;
            start = at = second->at;
            marker = second->marker;
            result.lines.push_back({.number = line.number,
                                    .form = line.form,
                                    .is_blank_behind = line.is_blank_behind,
                                    .text = line.text.substr(start)});
        }
    }
    return result;
}

std::vector<ClassifiedLine> classify(const Source& source, text::Language language) {
    std::vector<ClassifiedLine> lines;
    lines.reserve(source.lines.size());
    for (const SourceLine& line : source.lines) lines.push_back(classified(line, language));
    std::size_t next = lines.size();
    for (std::size_t i = lines.size(); i-- > 0;) {
        lines[i].next_marked = next;
        switch (lines[i].line_class) {
            case LineClass::marked: next = i; break;
            case LineClass::division:
            case LineClass::heading:
            case LineClass::preamble:
            case LineClass::closing: next = lines.size(); break;
            case LineClass::words:
            case LineClass::table_row: break;
        }
    }
    return lines;
}

}  // namespace travaux::formats
