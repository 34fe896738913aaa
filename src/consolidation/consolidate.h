// Consolidation: from a draft and the set of proposals to the consolidated text.
//
// The result is a function of the draft and the set, never of an order (laws 1-3).
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "consolidation/consolidated.h"

namespace travaux::consolidation {

/// Checks every proposal of a set against the draft: provisions and places exist, a part does not
/// contradict another of its proposal, translations have the shape of what they translate.
/// Errors: `proposal.*` with the proposal's id first.
[[nodiscard]] Result<void> check(const text::Draft& draft, const ProposalSet& set);

/// Returns the consolidated text in one language of the draft. REQUIRES: `check` passed.
[[nodiscard]] Consolidated consolidate(const text::Draft& draft, const ProposalSet& set,
                                       text::Language language);

/// Returns the draft with the targets of some proposals applied, or the refusal where two of them
/// exclude each other. What one proposal wants (law 5) is `applied(draft, set, {its id})`.
[[nodiscard]] Result<text::Draft> applied(const text::Draft& draft, const ProposalSet& set,
                                          const std::vector<std::string>& adopted);

}  // namespace travaux::consolidation
