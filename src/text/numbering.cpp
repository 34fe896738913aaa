// SPDX-License-Identifier: MIT
#include "text/numbering.h"

#include <algorithm>
#include <array>

#include "text/code_point.h"
#include "text/word.h"

namespace travaux::text {
namespace {

// More digits than this are a year, a sum or a symbol, and number nothing.
constexpr std::size_t digits_max = 4;
constexpr std::uint32_t roman_max = 399;

constexpr std::array<std::string_view, 13> repeats = {
    "",        "",       "bis",    "ter",    "quater",   "quinquies", "sexies",
    "septies", "octies", "novies", "decies", "undecies", "duodecies"};

// Letters in the order in which lists use them; a set that a script has besides stands after it.
constexpr std::u32string_view cyrillic_letters = U"абвгдежзиклмнопрстуфхцчшщэюя";
constexpr std::u32string_view arabic_letters = U"ابجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr std::u32string_view heavenly_stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view earthly_branches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr std::u32string_view han_digits = U"零一二三四五六七八九";
// Cyrillic letters that typists put for the Latin ones of the same shape, and those.
constexpr std::u32string_view lookalikes = U"асеорхі";
constexpr std::u32string_view lookalike_latin = U"aceopxi";

std::uint32_t place_in(std::u32string_view letters, char32_t c) {
    const std::size_t at = letters.find(c);
    return at == std::u32string_view::npos ? 0 : static_cast<std::uint32_t>(at + 1);
}

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::optional<std::uint32_t> digit_of(char32_t c) {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\uFF10'}) {
        if (c >= zero && c < zero + 10) return static_cast<std::uint32_t>(c - zero);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> han_digit_of(char32_t c) {
    if (c == U'〇') return 0;
    if (c == U'两') return 2;
    const std::uint32_t place = place_in(han_digits, c);
    return place == 0 ? std::nullopt : std::optional(place - 1);
}

WrittenNumeral written(NumeralForm form, std::uint32_t value, std::size_t bytes) {
    return {.readings = {{.form = form, .value = value}}, .bytes = bytes};
}

std::optional<WrittenNumeral> parse_digits(std::string_view text) {
    std::uint32_t value = 0;
    std::size_t digits = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint here = code_point_at(text, at);
        const auto digit = digit_of(here.value);
        if (!digit) break;
        if (++digits > digits_max) return std::nullopt;
        value = value * 10 + *digit;
        at += here.bytes;
    }
    if (digits == 0) return std::nullopt;
    return written(NumeralForm::decimal, value, at);
}

// 四百二十一, 十九, 二十; and 一九四五, digit by digit.
std::optional<WrittenNumeral> parse_han(std::string_view text) {
    std::uint32_t total = 0;
    std::uint32_t pending = 0;
    std::size_t signs = 0;
    std::size_t at = 0;
    bool has_digit = false;
    for (; at < text.size(); ++signs) {
        const CodePoint here = code_point_at(text, at);
        const std::uint32_t unit = here.value == U'十'   ? 10
                                   : here.value == U'百' ? 100
                                   : here.value == U'千' ? 1000
                                                         : 0;
        if (unit != 0) {
            total += (has_digit ? pending : 1) * unit;
            pending = 0;
            has_digit = false;
        } else if (const auto digit = han_digit_of(here.value)) {
            pending = pending * 10 + *digit;
            has_digit = true;
        } else {
            break;
        }
        if (signs > 2 * digits_max || pending > 9999) return std::nullopt;
        at += here.bytes;
    }
    if (signs == 0) return std::nullopt;
    return written(NumeralForm::decimal, total + pending, at);
}

std::uint32_t roman_value(std::string_view letters) {
    constexpr std::string_view signs = "ivxlc";
    constexpr std::array<std::uint32_t, 5> values = {1, 5, 10, 50, 100};
    std::uint32_t total = 0;
    std::uint32_t before = 0;
    for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
        const std::size_t sign = signs.find(*letter);
        if (sign == std::string_view::npos || total > roman_max) return 0;
        const std::uint32_t value = values.at(sign);
        total = value < before ? total - value : total + value;
        before = std::max(before, value);
    }
    return total <= roman_max && roman_of(total) == letters ? total : 0;
}

// "i" and its like are romans first; "c" and "l" are letters first, since lists seldom reach them.
std::optional<WrittenNumeral> parse_latin(std::string_view text) {
    std::size_t bytes = 0;
    while (bytes < text.size() && is_latin(static_cast<unsigned char>(text[bytes]))) ++bytes;
    constexpr std::size_t letters_max = 15;
    if (bytes == 0 || bytes > letters_max) return std::nullopt;
    std::string letters(text.substr(0, bytes));
    const bool is_upper = letters.front() <= 'Z';
    for (char& letter : letters) {
        if ((letter <= 'Z') != is_upper) return std::nullopt;
        if (is_upper) letter = static_cast<char>(letter + 0x20);
    }
    WrittenNumeral result{.readings = {}, .bytes = bytes, .is_upper = is_upper};
    const auto letter = static_cast<std::uint32_t>(letters.front() - 'a' + 1);
    if (bytes == 1) result.readings.push_back({.form = NumeralForm::letter, .value = letter});
    if (const std::uint32_t value = roman_value(letters)) {
        const bool is_likely = bytes > 1 || std::string_view("ivx").contains(letters.front());
        result.readings.insert(is_likely ? result.readings.begin() : result.readings.end(),
                               {.form = NumeralForm::roman, .value = value});
    }
    if (bytes == 2 && letters[0] == letters[1]) {
        result.readings.push_back({.form = NumeralForm::letter, .value = 26 + letter});
    }
    if (result.readings.empty()) return std::nullopt;
    return result;
}

// A lone letter of another script; a mark on it, as hamza or tatweel, is part of it.
std::optional<WrittenNumeral> parse_other_letter(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const CodePoint first = code_point_at(text, 0);
    const char32_t letter = folded(first.value);
    std::size_t bytes = first.bytes;
    while (bytes < text.size()) {
        const CodePoint next = code_point_at(text, bytes);
        if (folded(next.value) != 0) break;
        bytes += next.bytes;
    }
    WrittenNumeral result{
        .readings = {}, .bytes = bytes, .is_upper = first.value >= U'А' && first.value <= U'Я'};
    const auto add = [&](std::uint32_t value) {
        if (value != 0) result.readings.push_back({.form = NumeralForm::letter, .value = value});
    };
    add(place_in(cyrillic_letters, letter));
    if (const std::uint32_t place = place_in(lookalikes, letter)) {
        add(static_cast<std::uint32_t>(lookalike_latin[place - 1] - U'a' + 1));
    }
    add(place_in(arabic_letters, letter));
    add(place_in(heavenly_stems, letter));
    add(place_in(earthly_branches, letter));
    if (first.value >= U'Ⅰ' && first.value <= U'ⅿ') {
        result.readings.push_back(
            {.form = NumeralForm::roman,
             .value = static_cast<std::uint32_t>(first.value - U'Ⅰ') % 16 + 1});
    }
    if (result.readings.empty()) return std::nullopt;
    return result;
}

// "bis" behind a blank, a hyphen or nothing; Arabic says مكرر.
WrittenNumeral with_repeat(std::string_view text, WrittenNumeral number) {
    std::string_view rest = text.substr(number.bytes);
    std::size_t before = 0;
    if (rest.starts_with(' ') || rest.starts_with('-')) before = 1;
    rest.remove_prefix(before);
    const auto add = [&](std::uint32_t repeat, std::size_t bytes) {
        for (Numeral& reading : number.readings) reading.repeat = repeat;
        number.bytes += before + bytes;
    };
    for (std::size_t i = 2; i < repeats.size(); ++i) {
        if (const auto bytes = match_word(rest, repeats.at(i))) {
            add(static_cast<std::uint32_t>(i), *bytes);
            return number;
        }
    }
    for (const std::string_view word : {"مكررا", "مكرر"}) {
        if (const auto bytes = match_word(rest, word)) {
            add(2, *bytes);
            return number;
        }
    }
    const bool is_lettered = before == 0 && number.readings.front().form == NumeralForm::decimal &&
                             !rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z' &&
                             (rest.size() == 1 || !is_word_part(code_point_at(rest, 1).value));
    if (is_lettered) add(100 + static_cast<std::uint32_t>(rest.front() - 'A' + 1), 1);
    return number;
}

// A number ends where its word ends, except that Han signs may follow it.
bool ends_there(std::string_view text, std::size_t bytes) {
    return bytes >= text.size() ||
           word_class(code_point_at(text, bytes).value) != WordClass::letter;
}

struct Signs {
    std::string_view open;
    std::string_view close;
};

constexpr std::array<Signs, 6> pairs = {Signs{"(", ")"}, Signs{"（", "）"}, Signs{"[", "]"},
                                        Signs{"'", "'"}, Signs{"‘", "’"},   Signs{"’", "‘"}};
constexpr std::array<std::string_view, 9> ends = {")", ".", "）", "．", "、", "-", " -", " –", "°"};
constexpr std::array<std::string_view, 8> dashes = {"–", "—", "-", "•", "*", "·", "●", "−"};

std::string style_of(std::string_view open, const WrittenNumeral& number, std::string_view close) {
    return std::string(open) + (number.is_upper ? 'X' : 'x') + std::string(close);
}

std::optional<Marker> parse_enclosed(std::string_view text) {
    for (const Signs& signs : pairs) {
        if (!text.starts_with(signs.open)) continue;
        const auto number = parse_numeral(text.substr(signs.open.size()));
        if (!number) continue;
        const std::size_t bytes = signs.open.size() + number->bytes;
        if (!text.substr(bytes).starts_with(signs.close)) continue;
        return Marker{.readings = number->readings,
                      .style = style_of(signs.open, *number, signs.close),
                      .bytes = bytes + signs.close.size()};
    }
    return std::nullopt;
}

// "2." needs a blank or the end behind it, since "2.5" is a figure; "a)" does not.
bool may_follow(std::string_view close, std::string_view rest) {
    if (close == ")" || close == "）" || close == "．" || close == "、") return true;
    return rest.empty() || rest.front() == ' ';
}

std::optional<Marker> parse_ended(std::string_view text) {
    const auto number = parse_numeral(text);
    if (!number) return std::nullopt;
    for (const std::string_view close : ends) {
        const std::string_view rest = text.substr(number->bytes);
        if (!rest.starts_with(close) || !may_follow(close, rest.substr(close.size()))) continue;
        return Marker{.readings = number->readings,
                      .style = style_of("", *number, close),
                      .bytes = number->bytes + close.size()};
    }
    return std::nullopt;
}

}  // namespace

std::optional<WrittenNumeral> parse_numeral(std::string_view text) {
    for (const auto parse : {parse_digits, parse_han, parse_latin, parse_other_letter}) {
        auto number = parse(text);
        if (!number) continue;
        number = with_repeat(text, *number);
        if (ends_there(text, number->bytes)) return number;
    }
    return std::nullopt;
}

std::optional<WrittenNumeral> parse_counting_numeral(std::string_view text) {
    auto number = parse_numeral(text);
    if (!number) return std::nullopt;
    std::erase_if(number->readings,
                  [](const Numeral& reading) { return reading.form == NumeralForm::letter; });
    if (number->readings.empty()) return std::nullopt;
    return number;
}

std::optional<Marker> parse_marker(std::string_view text) {
    if (auto marker = parse_enclosed(text)) return marker;
    for (const std::string_view dash : dashes) {
        const std::string_view rest = text.starts_with(dash) ? text.substr(dash.size()) : "";
        if (rest.starts_with(' ')) {
            return Marker{.readings = {}, .style = std::string(dash), .bytes = dash.size()};
        }
    }
    return parse_ended(text);
}

std::optional<Numeral> next_reading(const Numeral& last, const Marker& marker) {
    for (const Numeral& reading : marker.readings) {
        if (reading.form != last.form) continue;
        const bool is_next = reading.value == last.value + 1 && reading.repeat == 0;
        const bool is_repeat = reading.value == last.value && reading.repeat > last.repeat;
        if (is_next || is_repeat) return reading;
    }
    return std::nullopt;
}

std::optional<Numeral> first_reading(const Marker& marker) {
    const auto first = std::ranges::find(marker.readings, 1U, &Numeral::value);
    if (first == marker.readings.end()) return std::nullopt;
    return *first;
}

std::string roman_of(std::uint32_t value) {
    constexpr std::array<std::uint32_t, 9> values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    constexpr std::array<std::string_view, 9> signs = {"c",  "xc", "l",  "xl", "x",
                                                       "ix", "v",  "iv", "i"};
    std::string roman;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (; value >= values.at(i); value -= values.at(i)) roman += signs.at(i);
    }
    return roman;
}

std::string repeat_of(std::uint32_t repeat) {
    if (repeat < repeats.size()) return std::string(repeats.at(repeat));
    if (repeat > 100 && repeat <= 126) return {static_cast<char>('A' + repeat - 101)};
    return {};
}

}  // namespace travaux::text
