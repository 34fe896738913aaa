// The content id of a wish: the same for everybody who wants the same words in the same field of
// the same draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "consolidation/consolidated.h"
#include "text/provenance.h"

namespace travaux::consolidation {

/// The words of one field of a draft, and those that somebody wants there, of one lexicon.
struct WantedWords {
    std::span<const text::Word> base;
    std::span<const text::Word> wanted;
};

/// Returns the hash of a draft, a field and words for it. Who asks, when and why play no part.
[[nodiscard]] Sha256 content_id(const DraftId& draft, const text::FieldKey& field,
                                const WantedWords& words, const text::Lexicon& lexicon);

/// Returns the content id of each distinct wish for words of the draft, in the order of rows,
/// fields and targets. A wish has its id in the text of the language that it was submitted in:
/// translations come and are replaced, and change no id. What is inserted has its id from its
/// content anyway (see `inserted_ids`).
[[nodiscard]] std::vector<Sha256> content_ids(const Consolidated& consolidated);

}  // namespace travaux::consolidation
