// The sentences in which delegations ask for a change, cut into what they are made of: verbs,
// quoted words, the label of a provision.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace travaux::understanding {

/// What a word of a sentence does there.
enum class SentenceRole : std::uint8_t {
    quote,
    replaces,
    reads,
    removes,
    inserts,
    by,
    after,
    before,
    places,  ///< in brackets
    opens,   ///< takes them away; of nothing else
    brackets,
    around
};

/// A sentence without what means nothing to it: "Article 2: insert the word “only” after “shall”"
/// is inserts, quote, after, quote.
struct Sentence {
    std::vector<SentenceRole> roles;
    std::vector<std::string_view> quotes;  ///< the quoted words, in order
    std::string_view label;                ///< of the provision, as it is written
    bool ends_with_colon = false;
};

/// Returns a label without what leads to it, "in the", and what stands behind it.
[[nodiscard]] std::string_view label_in(std::string_view text);

/// Cuts a line in a language; nothing where more than one stretch of it is neither, or where it is
/// too long to be an instruction.
[[nodiscard]] std::optional<Sentence> sentence_of(text::Language language, std::string_view line);

}  // namespace travaux::understanding
