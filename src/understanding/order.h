// Which provisions stand elsewhere than in the draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "consolidation/proposal.h"
#include "text/draft.h"

namespace travaux::understanding {

struct Moved {
    std::size_t provision = 0;                  ///< its position in the draft
    std::optional<consolidation::Place> place;  ///< nothing where it stands behind its own parts
    std::size_t at = 0;                         ///< its position in the order given
};

/// A provision where it stands: its position in the draft, and whether it was taken from one place
/// and put at another, which may be the same.
struct Placed {
    std::size_t provision = 0;
    bool is_put = false;
};

/// Returns which provisions stay where they were: of those that were put nowhere, a longest row in
/// the draft's order; of the others, those that stand between their neighbours as before.
[[nodiscard]] std::vector<bool> staying(const std::vector<Placed>& order);

/// Returns what moves so that the provisions stand in this order, each with what it holds: of those
/// that were put at a place, and of the others as few as can be. REQUIRES: each is given once.
[[nodiscard]] std::vector<Moved> moves_in(const text::Draft& draft,
                                          const std::vector<Placed>& order);

}  // namespace travaux::understanding
