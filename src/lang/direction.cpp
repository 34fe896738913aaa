// SPDX-License-Identifier: MIT
#include "lang/direction.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/code_point.h"

namespace travaux::lang {
namespace {

constexpr std::string_view isolate_ltr = "\xE2\x81\xA6";  // U+2066
constexpr std::string_view isolate = "\xE2\x81\xA8";      // U+2068: as its first letter reads
constexpr std::string_view isolate_end = "\xE2\x81\xA9";  // U+2069

// What moves a cursor or begins a line.
bool is_control(char32_t character) {
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) &
            (U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

// A mark that turns the direction of what stands around it.
bool turns_direction(char32_t character) {
    return ::u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_BIDI_CONTROL) != 0;
}

bool reads_from_the_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint one = text::code_point_at(text, at);
        const UCharDirection direction = ::u_charDirection(static_cast<UChar32>(one.value));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
        at += one.bytes;
    }
    return false;
}

bool is_number(std::string_view text) {
    return std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

}  // namespace

std::string shown(std::string_view argument) {
    constexpr std::size_t bytes_max = 300;
    const bool is_cut = argument.size() > bytes_max;
    std::string result;
    for (std::size_t at = 0; at < argument.size();) {
        const text::CodePoint one = text::code_point_at(argument, at);
        if (is_cut && at + one.bytes > bytes_max) break;
        if (is_control(one.value)) {
            result += ' ';
        } else if (!turns_direction(one.value)) {
            result += argument.substr(at, one.bytes);
        }
        at += one.bytes;
    }
    return is_cut ? result + " ..." : result;
}

std::string set_off(std::string text, text::Language among) {
    const bool is_set_off =
        among == text::Language::ar ? !is_number(text) : reads_from_the_right(text);
    if (!is_set_off || text.empty()) return text;
    return std::string(isolate) + text + std::string(isolate_end);
}

std::string set_off_code(std::string_view words) {
    std::string text;
    bool is_inside = false;
    for (const char sign : words) {
        if (sign == '`' && !is_inside) text += isolate_ltr;
        text += sign;
        if (sign == '`' && is_inside) text += isolate_end;
        if (sign == '`') is_inside = !is_inside;
    }
    return text;
}

}  // namespace travaux::lang
