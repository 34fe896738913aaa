// New provisions, read from the lines that a file inserts behind a provision of the draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "consolidation/proposal.h"
#include "text/draft.h"
#include "understanding/file_lines.h"

namespace travaux::understanding {

struct Insertions {
    std::vector<consolidation::InsertPart> parts;  ///< in order
    bool is_at_odd_place = false;  ///< the outline of a treaty has no such place; they stand behind
};

/// Reads lines that stand behind a provision, which is none where they open the text. Their kinds
/// and depths are those that the outline of a treaty gives them there.
[[nodiscard]] Insertions insertions_of(const text::Draft& draft, text::Language language,
                                       std::optional<std::size_t> behind,
                                       const std::vector<const FileLine*>& lines);

/// Returns number, heading and text in one line.
[[nodiscard]] std::string words_of(const text::Wording& wording);

/// Returns all words of new provisions, numbers and headings included, in one line.
[[nodiscard]] std::string words_of(const consolidation::InsertPart& part);

}  // namespace travaux::understanding
