// Instructions in free text, in six languages: "Article 6, paragraph 2: replace "shall" by "may"".
//
// What is not certain is no instruction: a label that names one provision, words that stand in it
// once.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "consolidation/proposal.h"
#include "text/labels.h"
#include "understanding/instruction_words.h"

namespace travaux::understanding {

class Instructions {
public:
    /// The draft outlives this.
    Instructions(const text::Draft& draft, text::Language language);

    struct Found {
        std::vector<consolidation::Part> parts;
        bool takes_next = false;  ///< and the line behind it
    };

    /// Reads a line; of a file with more than 2,000 instructions, the first ones. Later
    /// instructions on one provision are read on what earlier ones left. `next` is the line behind,
    /// or empty; "replace paragraph 2 by:" takes it, and then `takes_next` is set.
    [[nodiscard]] std::optional<Found> read(const std::string& line, const std::string& next);

private:
    [[nodiscard]] std::optional<Found> reserve(const std::string& line);
    [[nodiscard]] std::string& text_of(std::size_t provision);
    [[nodiscard]] std::optional<std::size_t> only_one_with(std::size_t provision,
                                                           std::string_view words);
    [[nodiscard]] std::optional<Found> bracket(std::size_t provision, std::string_view words);
    [[nodiscard]] std::optional<Found> open(std::size_t provision, std::string_view words);
    [[nodiscard]] std::optional<Found> put(std::size_t provision, std::string_view words,
                                           std::string_view by_words);
    [[nodiscard]] std::optional<Found> put_behind(std::size_t provision, std::string_view anchor,
                                                  std::string_view words);
    [[nodiscard]] std::optional<Found> put_before(std::size_t provision, std::string_view anchor,
                                                  std::string_view words);
    [[nodiscard]] std::optional<Found> say(std::size_t provision, std::string_view words);

    const text::Draft& draft_;
    text::Language language_;
    text::Labels labels_;
    std::size_t tries_ = 0;
    std::map<std::size_t, std::string> texts_;  // as instructions left them, by provision
};

}  // namespace travaux::understanding
