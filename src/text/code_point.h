// Code points of UTF-8 text, and the folding under which words of treaties are compared.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace travaux::text {

/// A code point and the bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

/// Returns the code point at byte `at` < text.size(). A byte that starts no valid sequence stands
/// for itself as U+FFFD: nothing submitted may be lost.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (length == 1 || lead > 0xF4 || at + length > text.size()) return {0xFFFD, 1};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    return {value, length};
}

/// Returns the last code point of a text, or 0 where it is empty.
[[nodiscard]] char32_t last_code_point(std::string_view text);

/// Returns a code point in lower case without accent (Latin, Greek left alone, Cyrillic; the seats
/// of hamza in Arabic as alif), or 0 for marks, which fall away.
[[nodiscard]] char32_t folded(char32_t code_point);

/// Returns a code point as UTF-8.
[[nodiscard]] std::string utf8_of(char32_t code_point);

/// Returns how many bytes of text `word` takes at its start, compared folded, where the word ends
/// there; a word that ends in a Han character ends anywhere. `word` is folded already.
[[nodiscard]] std::optional<std::size_t> match_word(std::string_view text, std::string_view word);

/// Whether a code point is a letter, digit or Han character.
[[nodiscard]] bool is_word_part(char32_t code_point);

/// Returns text without blanks at its start.
[[nodiscard]] std::string_view skip_blanks(std::string_view text);

}  // namespace travaux::text
