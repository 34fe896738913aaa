// The changes from a base to a text that amends another text on the same base.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "consolidation/alignment.h"

namespace travaux::consolidation {

/// Returns hunks from `base` to `target` that keep to the hunks of `parent`: what target changes
/// inside words that parent brings is one hunk with them, so it stands at the same place.
[[nodiscard]] Hunks composition(std::span<const text::Word> base,
                                std::span<const text::Word> parent,
                                std::span<const text::Word> target);

}  // namespace travaux::consolidation
