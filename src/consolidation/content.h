// The content id of a wish: the same for everybody who wants the same words of the same draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "consolidation/consolidated.h"
#include "consolidation/proposal.h"

namespace travaux::consolidation {

/// Returns the hash of a draft and of parts as submitted. Who asks, when and why play no part.
[[nodiscard]] Sha256 content_id(const DraftId& draft, std::span<const Part> parts);

/// Returns the content id of each distinct wish for words: of the first proposal that has it, in
/// the order of the proposals.
[[nodiscard]] std::vector<Sha256> content_ids(const Consolidated& consolidated);

}  // namespace travaux::consolidation
