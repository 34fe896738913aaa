// SPDX-License-Identifier: MIT
#include "formats/markdown_inline.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "text/numbering.h"

namespace travaux::formats {
namespace {

constexpr std::string_view note_open = "<sup>";
constexpr std::string_view note_close = "</sup>";
// A raised text of this length or less is only the mark of a footnote.
constexpr std::size_t mark_bytes_max = 4;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_in_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// "1) For their identity" is the note marked "1)"; one without a number has the mark "*".
SourceFootnote note_of(std::string_view inside) {
    const auto marker = text::parse_marker(inside);
    if (!marker) return {.mark = "*", .text = std::string(inside)};
    return {.mark = std::string(inside.substr(0, marker->bytes)),
            .text = std::string(trimmed(inside.substr(marker->bytes)))};
}

// Where "a)" is raised just before its note, or the letter alone, the mark stands there already.
bool ends_with_mark(std::string_view text, std::string_view mark) {
    return trimmed(text).ends_with(mark);
}

PlainLine without_notes(std::string_view line) {
    PlainLine plain;
    for (std::size_t open = line.find(note_open); open != std::string_view::npos;
         open = line.find(note_open)) {
        const std::size_t close = line.find(note_close, open);
        if (close == std::string_view::npos) break;
        const std::size_t inside_at = open + note_open.size();
        const std::string_view inside = trimmed(line.substr(inside_at, close - inside_at));
        plain.text += line.substr(0, open);
        line.remove_prefix(close + note_close.size());
        if (inside.size() <= mark_bytes_max) {
            plain.text += ' ';
            plain.text += inside;
            continue;
        }
        plain.footnotes.push_back(note_of(inside));
        if (!ends_with_mark(plain.text, plain.footnotes.back().mark)) {
            plain.text += ' ';
            plain.text += plain.footnotes.back().mark;
        }
        plain.text += ' ';
    }
    plain.text += line;
    return plain;
}

/// What a byte of a line is once the marks are known.
enum class Role : char { text, mark };

using Roles = std::vector<Role>;

bool is_escape(std::string_view line, std::size_t at) {
    constexpr std::string_view escapable = "\\*_#[]()|.!-+`<>~";
    return line[at] == '\\' && at + 1 < line.size() && escapable.contains(line[at + 1]);
}

struct Stars {
    std::size_t at;
    std::size_t count;
};

// Emphasis pairs the nearest runs of equal length: the first touches a word on its right, the
// second one on its left.
void mark_emphasis(std::string_view line, Roles& roles) {
    std::vector<Stars> open;
    for (std::size_t at = 0; at < line.size();) {
        if (is_escape(line, at)) {
            at += 2;
            continue;
        }
        if (line[at] != '*') {
            ++at;
            continue;
        }
        std::size_t count = 1;
        while (at + count < line.size() && line[at + count] == '*') ++count;
        const bool touches_left = at > 0 && !is_blank(line[at - 1]);
        const bool touches_right = at + count < line.size() && !is_blank(line[at + count]);
        const bool closes = touches_left && !open.empty() && open.back().count == count;
        if (closes) {
            for (std::size_t i = 0; i < count; ++i) {
                roles[at + i] = roles[open.back().at + i] = Role::mark;
            }
            open.pop_back();
        } else if (touches_right) {
            open.push_back({at, count});
        }
        at += count;
    }
}

// [words](target) keeps its words; a target holds no blank.
void mark_links(std::string_view line, Roles& roles) {
    std::vector<std::size_t> open;
    std::size_t end_of_no_link = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (is_escape(line, at)) {
            ++at;
        } else if (line[at] == '[') {
            open.push_back(at);
        } else if (line[at] == ']' && !open.empty()) {
            const std::size_t start = open.back();
            open.pop_back();
            if (at + 1 >= line.size() || line[at + 1] != '(' || at < end_of_no_link) continue;
            const std::size_t end = line.find_first_of(") ", at);
            if (end == std::string_view::npos || line[end] == ' ') {
                end_of_no_link = std::min(end, line.size());
                continue;
            }
            roles[start] = Role::mark;
            std::fill(roles.begin() + static_cast<std::ptrdiff_t>(at),
                      roles.begin() + static_cast<std::ptrdiff_t>(end + 1), Role::mark);
            at = end;
        }
    }
}

}  // namespace

PlainLine without_marks(std::string_view line) {
    if (line.find_first_of("*[\\<") == std::string_view::npos) return {std::string(line), {}};
    PlainLine noted = without_notes(line);
    Roles roles(noted.text.size(), Role::text);
    mark_emphasis(noted.text, roles);
    mark_links(noted.text, roles);
    PlainLine plain{.text = {}, .footnotes = std::move(noted.footnotes)};
    for (std::size_t at = 0; at < noted.text.size(); ++at) {
        if (roles[at] == Role::mark) {
            // "*ordre public*or" is three words.
            const bool ends = at + 1 < noted.text.size() && roles[at + 1] == Role::text;
            if (noted.text[at] == '*' && ends && is_in_word(noted.text[at + 1]) &&
                !plain.text.empty() && is_in_word(plain.text.back())) {
                plain.text += ' ';
            }
            continue;
        }
        if (is_escape(noted.text, at)) ++at;
        plain.text += noted.text[at];
    }
    return plain;
}

}  // namespace travaux::formats
