// SPDX-License-Identifier: MIT
#include "formats/source_lines.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.h"
#include "formats/markdown_inline.h"
#include "formats/normalise.h"
#include "text/numbering.h"

namespace travaux::formats {
namespace {

struct RawLine {
    std::uint32_t number;
    std::string_view bytes;
};

Error refusal(std::string_view id, std::string_view file_name, std::uint32_t line) {
    return {.code = ErrorCode::invalid,
            .id = std::string(id),
            .args = {std::string(file_name), std::to_string(line)}};
}

// Lines end at LF, CR, CR LF, and the line and paragraph separators of Unicode.
std::vector<RawLine> split_lines(std::string_view bytes) {
    std::vector<RawLine> lines;
    std::size_t start = 0;
    std::uint32_t number = 1;
    const auto end_line = [&](std::size_t end, std::size_t sign_bytes) {
        lines.push_back({number++, bytes.substr(start, end - start)});
        start = end + sign_bytes;
    };
    std::size_t at = 0;
    while ((at = bytes.find_first_of("\n\r\xE2", at)) != std::string_view::npos) {
        const std::string_view rest = bytes.substr(at, 3);
        if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
            end_line(at, 3);
        } else if (rest.front() == '\xE2') {
            ++at;
            continue;
        } else {
            end_line(at, rest.starts_with("\r\n") ? 2 : 1);
        }
        at = start;
    }
    end_line(bytes.size(), 0);
    return lines;
}

// Tab, form feed and vertical tab are blanks; other controls stand in no text.
bool is_binary(std::string_view line) {
    return std::ranges::any_of(line, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && (byte < 0x09 || byte > 0x0D)) || byte == 0x7F;
    });
}

Result<std::vector<std::pair<std::uint32_t, std::string>>> normalised_lines(
    std::string_view bytes, std::string_view file_name) {
    std::vector<std::pair<std::uint32_t, std::string>> lines;
    for (const RawLine& line : split_lines(bytes)) {
        if (is_binary(line.bytes)) {
            return std::unexpected(refusal("import.binary", file_name, line.number));
        }
        auto text = normalised(line.bytes);
        if (!text) return std::unexpected(refusal("import.not_utf8", file_name, line.number));
        lines.emplace_back(line.number, *std::move(text));
    }
    return lines;
}

std::size_t heading_marks(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    constexpr std::size_t levels_max = 6;
    return marks <= levels_max && marks < line.size() ? marks : 0;
}

// "| --- |:---|" draws a line and says nothing.
bool is_rule(std::string_view line) {
    return line.find_first_not_of("|-: ") == std::string_view::npos;
}

bool is_thematic_break(std::string_view line) {
    return line == "---" || line == "***" || line == "___" || line == "* * *" || line == "- - -";
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

void add_notes(SourceLine& line, PlainLine& plain) {
    for (SourceFootnote& note : plain.footnotes) line.footnotes.push_back(std::move(note));
}

SourceLine table_row(std::uint32_t number, std::string_view text) {
    SourceLine line{.number = number, .form = LineForm::table_row};
    text = trimmed(text);
    text.remove_prefix(1);
    if (text.ends_with('|')) text.remove_suffix(1);
    while (true) {
        const std::size_t bar = text.find('|');
        const std::string_view cell = trimmed(text.substr(0, bar));
        PlainLine plain = without_marks(is_rule(cell) ? "" : cell);
        line.cells.push_back(normalised(plain.text).value_or(plain.text));
        add_notes(line, plain);
        if (bar == std::string_view::npos) break;
        text.remove_prefix(bar + 1);
    }
    return line;
}

SourceLine markdown_line(std::uint32_t number, std::string_view text) {
    if (text.starts_with('|')) return table_row(number, text);
    const std::size_t marks = heading_marks(text);
    SourceLine line{.number = number, .form = marks > 0 ? LineForm::heading : LineForm::text};
    text = trimmed(text.substr(marks));
    if (marks > 0) {
        while (text.ends_with('#')) text.remove_suffix(1);
        text = trimmed(text);
    }
    PlainLine plain = without_marks(text);
    line.text = normalised(plain.text).value_or(plain.text);
    for (SourceFootnote& note : plain.footnotes) {
        note.text = normalised(note.text).value_or(note.text);
    }
    add_notes(line, plain);
    return line;
}

using NumberedLines = std::vector<std::pair<std::uint32_t, std::string>>;

bool looks_like_markdown(const NumberedLines& lines, std::string_view file_name) {
    if (file_name.ends_with(".md") || file_name.ends_with(".markdown")) return true;
    return std::ranges::any_of(lines,
                               [](const auto& line) { return heading_marks(line.second) > 0; });
}

std::vector<SourceLine> markdown_lines(const NumberedLines& lines) {
    std::vector<SourceLine> result;
    for (const auto& [number, text] : lines) {
        if (text.empty()) {
            if (!result.empty()) result.back().is_blank_behind = true;
            continue;
        }
        const bool is_drawn = (text.contains('|') && is_rule(text)) || is_thematic_break(text);
        if (is_drawn) continue;
        SourceLine line = markdown_line(number, text);
        const bool is_empty = line.text.empty() && line.cells.empty() && line.footnotes.empty();
        if (!is_empty) result.push_back(std::move(line));
    }
    return result;
}

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// A line was broken where the next word had no room any more.
bool was_broken(std::string_view line, std::string_view next, std::size_t width) {
    if (line.empty() || next.empty() || text::parse_marker(next)) return false;
    const std::size_t first_word = length_of(next.substr(0, next.find(' ')));
    return length_of(line) + 1 + first_word > width;
}

// The width at which a file's lines were broken, or 0 where its paragraphs are one line each. Lines
// were broken where most that are followed by another one had no room for its first word.
std::size_t wrap_width(const NumberedLines& lines) {
    constexpr std::size_t width_min = 40;
    constexpr std::size_t width_max = 120;
    constexpr std::size_t broken_min = 3;
    std::size_t width = 0;
    for (const auto& [number, text] : lines) width = std::max(width, length_of(text));
    if (width < width_min || width > width_max) return 0;
    std::size_t followed = 0;
    std::size_t broken = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i - 1].second.empty() || lines[i].second.empty()) continue;
        ++followed;
        if (was_broken(lines[i - 1].second, lines[i].second, width)) ++broken;
    }
    return broken >= broken_min && 2 * broken > followed ? width : 0;
}

std::vector<SourceLine> plain_lines(const NumberedLines& lines) {
    const std::size_t width = wrap_width(lines);
    std::vector<SourceLine> result;
    std::string_view before;
    for (const auto& [number, text] : lines) {
        const bool goes_on = width > 0 && was_broken(before, text, width);
        before = text;
        if (goes_on) {
            result.back().text += ' ';
            result.back().text += text;
        } else if (!text.empty()) {
            result.push_back({.number = number, .form = LineForm::text, .text = text});
        } else if (!result.empty()) {
            result.back().is_blank_behind = true;
        }
    }
    return result;
}

}  // namespace

Result<Source> read_source(std::string_view bytes, std::string_view file_name) {
    if (bytes.size() > limits::import_file_bytes) {
        return std::unexpected(
            Error{.code = ErrorCode::invalid,
                  .id = "import.too_large",
                  .args = {std::string(file_name), std::to_string(limits::import_file_bytes)}});
    }
    TRY_ASSIGN(const NumberedLines lines, normalised_lines(bytes, file_name));
    Source source;
    source.is_markdown = looks_like_markdown(lines, file_name);
    source.lines = source.is_markdown ? markdown_lines(lines) : plain_lines(lines);
    if (source.lines.empty()) return std::unexpected(refusal("import.empty", file_name, 1));
    return source;
}

}  // namespace travaux::formats
