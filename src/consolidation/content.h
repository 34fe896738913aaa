// The content id of a wish: the same for everybody who wants the same words of the same draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "consolidation/proposal.h"

namespace travaux::consolidation {

/// Returns the hash of a draft and of parts as submitted. Who asks, when and why play no part.
[[nodiscard]] Sha256 content_id(const DraftId& draft, std::span<const Part> parts);

}  // namespace travaux::consolidation
