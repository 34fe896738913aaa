// SPDX-License-Identifier: MIT
#include "text/code_point.h"

#include <array>

#include "text/word.h"

namespace travaux::text {
namespace {

// U+00E0 to U+00FF without their accents.
constexpr std::array<char32_t, 32> latin_bases = {
    U'a', U'a', U'a', U'a', U'a', U'a', 0xE6, U'c', U'e', U'e', U'e', U'e', U'i', U'i', U'i', U'i',
    0xF0, U'n', U'o', U'o', U'o', U'o', U'o', 0xF7, U'o', U'u', U'u', U'u', U'u', U'y', 0xFE, U'y'};

}  // namespace

char32_t last_code_point(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 &&
           (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return code_point_at(text, at).value;
}

char32_t folded(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) c += 0x20;
    if (c >= 0xE0 && c <= 0xFF) return latin_bases.at(c - 0xE0);
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    if (c == 0x401 || c == 0x451) return 0x435;
    if (c == 0x622 || c == 0x623 || c == 0x625) return 0x627;
    if (c == 0x640 || word_class(c) == WordClass::mark) return 0;
    return c;
}

std::string utf8_of(char32_t c) {
    const auto unit = [](char32_t bits) {
        return static_cast<char>(static_cast<unsigned char>(bits));
    };
    if (c < 0x80) return {unit(c)};
    if (c < 0x800) return {unit(0xC0 | (c >> 6U)), unit(0x80 | (c & 0x3FU))};
    if (c < 0x10000) {
        return {unit(0xE0 | (c >> 12U)), unit(0x80 | ((c >> 6U) & 0x3FU)),
                unit(0x80 | (c & 0x3FU))};
    }
    return {unit(0xF0 | (c >> 18U)), unit(0x80 | ((c >> 12U) & 0x3FU)),
            unit(0x80 | ((c >> 6U) & 0x3FU)), unit(0x80 | (c & 0x3FU))};
}

bool is_word_part(char32_t c) {
    const WordClass kind = word_class(c);
    return kind == WordClass::letter || kind == WordClass::han;
}

namespace {

// Most texts do, and where ASCII begins them one byte tells.
bool begins_otherwise(std::string_view text, std::string_view word) {
    if (text.empty() || word.empty()) return false;
    const auto first = static_cast<unsigned char>(text.front());
    return first < 0x80 && folded(first) != static_cast<unsigned char>(word.front());
}

}  // namespace

std::optional<std::size_t> match_word(std::string_view text, std::string_view word) {
    if (begins_otherwise(text, word)) return std::nullopt;
    std::size_t at = 0;
    std::size_t in_word = 0;
    while (in_word < word.size()) {
        if (at >= text.size()) return std::nullopt;
        const CodePoint here = code_point_at(text, at);
        const char32_t plain = folded(here.value);
        at += here.bytes;
        if (plain == 0) continue;
        const CodePoint wanted = code_point_at(word, in_word);
        if (plain != wanted.value) return std::nullopt;
        in_word += wanted.bytes;
    }
    while (at < text.size() && word_class(code_point_at(text, at).value) == WordClass::mark) {
        at += code_point_at(text, at).bytes;
    }
    const bool ends_anywhere = word_class(last_code_point(word)) != WordClass::letter;
    if (!ends_anywhere && at < text.size() &&
        word_class(code_point_at(text, at).value) == WordClass::letter) {
        return std::nullopt;
    }
    return at;
}

std::string_view skip_blanks(std::string_view text) {
    while (!text.empty()) {
        const CodePoint here = code_point_at(text, 0);
        if (word_class(here.value) != WordClass::blank) break;
        text.remove_prefix(here.bytes);
    }
    return text;
}

}  // namespace travaux::text
