// Labels as people write them, read into their steps: "art. 6(2)(a)", "пункт 2 статьи 6".
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/numbering.h"
#include "text/reference_words.h"

namespace travaux::text {

/// One step of a label as written. Where no word says what it names, its place does.
struct ParsedStep {
    std::optional<Step> step;
    std::vector<Numeral> readings;  ///< of its number; empty where it has none
    std::string written;            ///< the number, folded
    std::uint32_t nth = 0;          ///< "[2]" behind it
};

/// Steps with the outermost first.
struct ParsedLabel {
    std::vector<ParsedStep> steps;
};

/// Reads a whole label, or nothing where something in it is no label.
[[nodiscard]] std::optional<ParsedLabel> parse_label(Language language, std::string_view label);

/// A reference in a text: bytes [begin, end) name one provision each.
struct ParsedReference {
    std::size_t begin = 0;
    std::size_t end = 0;
    ParsedLabel label;
    bool is_in_this_annex = false;  ///< "of this Annex" stands behind it
};

/// Returns the references at the start of a text that begins with a word for a step; two or more
/// for "articles 4 to 9". `own_title` is the folded title of the treaty: a reference into another
/// instrument is none. `bytes` says how much was read.
struct ReferenceList {
    std::vector<ParsedReference> references;
    std::size_t bytes = 0;
};
[[nodiscard]] ReferenceList parse_references(Language language, std::string_view text,
                                             std::string_view own_title);

}  // namespace travaux::text
