// The lines of a draft, as a document prints them: what a file is compared with.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "text/draft.h"

namespace travaux::understanding {

/// Number and heading stand in one line. Words stand in it too where there is no heading, and else
/// in their own.
enum class LineRole : std::uint8_t { numbered_words, heading, words };

struct DraftLine {
    std::size_t provision = 0;  ///< its position in the draft
    LineRole role = LineRole::numbered_words;
    std::string text;  ///< NFC, single blanks
};

/// Returns the lines of a draft in a language, in its order; none for what says nothing.
[[nodiscard]] std::vector<DraftLine> lines_of_draft(const text::Draft& draft,
                                                    text::Language language);

}  // namespace travaux::understanding
