// The words with which provisions are referred to in six languages.
//
// Two tables: the forms that a text or a delegate may use, and the one that is printed.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/language.h"

namespace travaux::text {

/// What one step of a label names, outermost first.
enum class Step : std::uint8_t {
    annex,
    appendix,
    schedule,
    resolution,
    final_act,
    part,
    chapter,
    title,  ///< a division that is called a title, in any place among parts and sections
    section,
    subsection,
    article,
    preamble,
    paragraph,
    unnumbered_paragraph,  ///< where others have numbers
    subparagraph,
    item,     ///< one of a list without numbers
    chapeau,  ///< the opening words of an article whose paragraphs have numbers
    closing,  ///< the words that close a paragraph or a treaty
    heading,
    treaty_title,
    table,
    row,
    cell,
    footnote,
};

/// A word found at the start of a text.
struct StepWord {
    Step step = Step::article;
    std::size_t bytes = 0;
};

/// Reads a word for a step, in any of its forms ("art.", "paragraphs", "статьи"). In Chinese it
/// stands behind the number: "条".
[[nodiscard]] std::optional<StepWord> match_step(Language language, std::string_view text);

/// Whether a step is named by its word alone: "preamble".
[[nodiscard]] bool is_without_number(Step step);

/// Returns the printed word, "paragraph"; in Russian in the genitive where it stands in another.
enum class Case : std::uint8_t { nominative, genitive };
[[nodiscard]] std::string_view name_of(Language language, Step step, Case of_name);

/// Words that stand between the steps of a label and mean nothing to it: "of", "de", "من".
[[nodiscard]] std::span<const std::string_view> joining_words(Language language);

/// Words that join numbers of one kind: "and", "or", "to".
[[nodiscard]] std::span<const std::string_view> listing_words(Language language);

/// Words for "this" before the name of a division.
[[nodiscard]] std::span<const std::string_view> this_words(Language language);

/// Nouns for an instrument, "charter", "convention": a reference to another one is no link.
[[nodiscard]] std::span<const std::string_view> instrument_words(Language language);

/// Returns text in lower case without accents, with single blanks.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace travaux::text
