// What a proposal asks for, as the sentences in which people ask for changes.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "consolidation/proposal.h"
#include "text/draft.h"
#include "text/labels.h"

namespace travaux::understanding {

/// Returns a sentence for each change that a proposal makes, in a language of the draft, in the
/// order of its parts: "Article 8, paragraph 2: replace “may” with “shall”." Words that stand more
/// than once in their text are named with as many words around them as tell them apart. A part
/// without a translation is told in the language that it has.
[[nodiscard]] std::vector<std::string> in_words(const text::Draft& draft,
                                                const consolidation::Proposal& proposal,
                                                text::Language language);

/// Returns the same with labels of the draft in that language, for who says many.
[[nodiscard]] std::vector<std::string> in_words(const text::Draft& draft,
                                                const text::Labels& labels,
                                                const consolidation::Proposal& proposal,
                                                text::Language language);

}  // namespace travaux::understanding
