// Reads the synthetic treaties and amendments that the work definitions use: lines of fields that
// tabs part.
//
//   base:        provision, level (A article heading, P paragraph, S subparagraph), number, text
//   amendments:  id, sponsor, operation, provision, text
//   operations:  T target text, D delete, I insert after, N article after, M move after, J join
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "consolidation/proposal.h"
#include "text/draft.h"

namespace travaux::bench {

/// Returns the draft of a base file.
[[nodiscard]] text::Draft draft_of(std::string_view bytes);

/// Calls `visit` with each proposal of an amendments file, in its order. What no check would let
/// pass, a move into itself or a join with nothing, is left out.
void each_proposal(const text::Draft& draft, std::string_view bytes,
                   const std::function<void(consolidation::Proposal)>& visit);

/// Returns the proposals of an amendments file.
[[nodiscard]] std::vector<consolidation::Proposal> proposals_of(const text::Draft& draft,
                                                                std::string_view bytes);

}  // namespace travaux::bench
