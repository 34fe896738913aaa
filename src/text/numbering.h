// Numbers as treaties write them: "6", "IV", "b", "6 bis", and their like in six languages.
//
// A written number may read in more than one way: "i" is the first of a list in roman numerals and
// the ninth of a lettered one. What it is shows only from the list it stands in, so every reading
// is given. Numbers are labels and never identify anything.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace travaux::text {

/// How a number is written.
enum class NumeralForm : std::uint8_t { decimal, roman, letter };

/// One reading of a written number.
struct Numeral {
    NumeralForm form = NumeralForm::decimal;
    std::uint32_t value = 0;
    std::uint32_t repeat = 0;  ///< 2 for "bis", 3 for "ter"; 100 and more for "6A"

    auto operator<=>(const Numeral&) const = default;
};

/// A number at the start of a text: its readings, likeliest first, and the bytes that it takes.
struct WrittenNumeral {
    std::vector<Numeral> readings;
    std::size_t bytes = 0;
    bool is_upper = false;        ///< written in capital letters
    bool is_spelled_out = false;  ///< a word: "premier"
};

/// Reads the number at the start of a text. Letters and digits of several scripts count; "bis" and
/// what follows it belong to the number.
[[nodiscard]] std::optional<WrittenNumeral> parse_numeral(std::string_view text);

/// Reads digits, Han digits and roman numerals only, never letters of an alphabet.
[[nodiscard]] std::optional<WrittenNumeral> parse_counting_numeral(std::string_view text);

/// The mark at the start of a paragraph: "2.", "(a)", "iv)", "–".
struct Marker {
    std::vector<Numeral> readings;  ///< empty for a dash or bullet
    std::string style;              ///< what stands around the number: "(x)", "x."; capitals differ
    std::size_t bytes = 0;          ///< with its signs, without the blank behind
};

/// Reads the mark at the start of a paragraph.
[[nodiscard]] std::optional<Marker> parse_marker(std::string_view text);

/// Returns the reading of a mark that is the next number of a list whose last number is `last`, or
/// a "bis" of it.
[[nodiscard]] std::optional<Numeral> next_reading(const Numeral& last, const Marker& marker);

/// Returns the reading of a mark that may begin a list: the first number, or nothing.
[[nodiscard]] std::optional<Numeral> first_reading(const Marker& marker);

/// Returns "iv" for 4.
[[nodiscard]] std::string roman_of(std::uint32_t value);

/// Returns "bis" for 2, "ter" for 3; "A" for 101; nothing for 0 and what has no name.
[[nodiscard]] std::string repeat_of(std::uint32_t repeat);

}  // namespace travaux::text
