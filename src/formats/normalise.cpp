// SPDX-License-Identifier: MIT
#include "formats/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/umachine.h>

#include <algorithm>

#include "base/result.h"
#include "base/utf8.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

// Directional marks, which the printings set themselves, and what no XML file can carry.
bool is_left_out(UChar32 c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool is_blank(UChar32 c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2029 ||
           text::word_class(static_cast<char32_t>(c)) == text::WordClass::blank;
}

bool is_plain(std::string_view text) {
    char before = ' ';
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F)
            return false;
        if (c == ' ' && before == ' ') return false;
        before = c;
    }
    return text.empty() || before != ' ';
}

}  // namespace

std::optional<std::string> normalised(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    if (!is_utf8(text)) return std::nullopt;
    std::string blanks;
    bool pending = false;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        const UChar32 c = next_code_point(text, at);
        if (is_left_out(c)) continue;
        if (is_blank(c)) {
            pending = !blanks.empty();
            continue;
        }
        if (pending) blanks += ' ';
        pending = false;
        blanks.append(
            text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    VERIFY(U_SUCCESS(status));
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(blanks.size()));
    nfc->normalizeUTF8(0, blanks, sink, nullptr, status);
    VERIFY(U_SUCCESS(status));
    return result;
}

}  // namespace travaux::formats
