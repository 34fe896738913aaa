// Proposals, texts and decisions, as papers name them.
// SPDX-License-Identifier: MIT
#pragma once

#include "paperwork/writer.h"
#include "text/draft.h"

namespace travaux::paperwork {

/// Returns the sponsors that a proposal has, or who submitted it where nobody stands behind it any
/// more.
[[nodiscard]] std::string sponsors_in_words(const Sayer& sayer,
                                            const committee::Proposal& proposal);

/// Returns the language in which a paper in some language names what stands in a draft: that one
/// where the draft is written in it, else its working language.
[[nodiscard]] text::Language language_of(const text::Draft& draft, text::Language language);

/// Returns the symbol of a text, or its id where it has none.
[[nodiscard]] std::string text_in_words(const committee::State& state, const std::string& id);

/// Returns what a text is: its kind and of what it is a version.
[[nodiscard]] std::string title_of_text(const Sayer& sayer, const committee::PublishedText& text);

/// Returns the decisions that were taken at the meetings of a session, a row each: what was
/// decided, where, and on whose authority. Errors: those of reading texts.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> decision_rows(const Source& source,
                                                                          const Sayer& sayer,
                                                                          const Sitting& sitting);

}  // namespace travaux::paperwork
