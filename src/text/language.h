// The six official languages of the United Nations.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace travaux::text {

/// In the order in which the organization lists them.
enum class Language : std::uint8_t { ar, zh, en, fr, ru, es };

inline constexpr std::array languages = {Language::ar, Language::zh, Language::en,
                                         Language::fr, Language::ru, Language::es};

/// Returns the ISO 639-1 code, `en`.
[[nodiscard]] constexpr std::string_view code_of(Language language) {
    constexpr std::array<std::string_view, 6> codes = {"ar", "zh", "en", "fr", "ru", "es"};
    return codes[static_cast<std::size_t>(language)];
}

/// Returns the ISO 639-2 code that Akoma Ntoso asks for, `eng`.
[[nodiscard]] constexpr std::string_view three_letter_code_of(Language language) {
    constexpr std::array<std::string_view, 6> codes = {"ara", "zho", "eng", "fra", "rus", "spa"};
    return codes[static_cast<std::size_t>(language)];
}

/// Returns the language with an ISO 639-1 code, or nothing for any other.
[[nodiscard]] constexpr std::optional<Language> parse_language(std::string_view code) {
    for (const Language language : languages) {
        if (code_of(language) == code) return language;
    }
    return std::nullopt;
}

}  // namespace travaux::text
