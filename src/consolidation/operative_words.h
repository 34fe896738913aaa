// Operative words: those that say whether, and how far, a provision binds, and those that define.
//
// The table is an opinion of this program, and has a version, so that an order that rests on it can
// be explained later. It holds the usual forms of official texts, not every form of a verb.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "text/language.h"
#include "text/word.h"

namespace travaux::consolidation {

/// The version of the table and of the weights.
inline constexpr int weights_version = 1;

/// Returns what each word of a text weighs: a punctuation mark 1, a word 2, an operative word 20.
[[nodiscard]] std::vector<std::uint32_t> weights_of(const text::Words& words,
                                                    text::Language language,
                                                    text::Lexicon& lexicon);

}  // namespace travaux::consolidation
