// What a retyped file has in two lines where the draft has one, or in one where it has two.
//
// Without tracked changes words alone say so: nearly all words of each line stand on the other
// side, in their order.
// SPDX-License-Identifier: MIT
#pragma once

#include "understanding/standing.h"

namespace travaux::understanding {

/// Finds what was split and what was joined among lines that are alike and lines that stand for
/// nothing. What was split belongs to one line; what was joined is `Standing::retyped_joins`.
/// REQUIRES: the file has no tracked changes, and its lines have partners and owners.
void find_retyped(const FileText& file, const text::Draft& draft, text::Language language,
                  Standing& standing);

}  // namespace travaux::understanding
