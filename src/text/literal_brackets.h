// The square brackets that stand in the words of a draft, as texts drafted elsewhere have them:
// which belong together, what stands in which, and what they are for.
//
// They are words and stay words; this is a way to look at them. So the text prints as it came in,
// whatever is found here, and a bracket without a partner is no error but a sign that is named.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/draft.h"
#include "text/language.h"
#include "text/provenance.h"

namespace travaux::text {

/// Where a sign stands in a draft.
struct SignPlace {
    std::size_t provision = 0;  ///< in `Draft::provisions`
    Field field = Field::text;
    std::size_t at = 0;  ///< the byte

    auto operator<=>(const SignPlace&) const = default;
};

/// What a bracket is for, as far as its signs say.
enum class BracketUse : std::uint8_t {
    words,        ///< words that are not agreed
    alternative,  ///< it stands beside another: "[shall][should]"
    option,       ///< it begins with "Option 1"
    placeholder,  ///< "[X]", "[…]", "[ ]": words are to come
};

/// Returns `words`, `alternative`, `option` or `placeholder`.
[[nodiscard]] std::string_view name_of(BracketUse use);

/// Two brackets that belong together. They may stand in different provisions.
struct LiteralBracket {
    SignPlace open;
    SignPlace close;
    std::uint32_t depth = 0;  ///< in how many others it stands
    BracketUse use = BracketUse::words;

    bool operator==(const LiteralBracket&) const = default;
};

/// What the signs of a draft say in one language.
struct LiteralBrackets {
    std::vector<LiteralBracket> pairs;  ///< by where they open
    std::vector<SignPlace> lone;        ///< brackets without a partner, in reading order
    std::vector<SignPlace> options;     ///< where an option begins: "Option 1:"
    std::vector<SignPlace> slashes;     ///< between words of which one is to stay: "shall/may"
};

/// Returns the square brackets of a draft. A bracket that closes belongs to the last one that is
/// open; numbers, headings and texts are read in the order in which they are printed.
[[nodiscard]] LiteralBrackets literal_brackets_of(const Draft& draft, Language language);

/// Returns the words in which a sign stands.
[[nodiscard]] const std::string& words_at(const Draft& draft, Language language,
                                          const SignPlace& place);

/// Returns the words from a sign on, short enough for a line.
[[nodiscard]] std::string extract_at(const Draft& draft, Language language, const SignPlace& place);

}  // namespace travaux::text
