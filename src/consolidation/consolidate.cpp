// SPDX-License-Identifier: MIT
#include "consolidation/consolidate.h"

#include "consolidation/consolidation.h"

namespace travaux::consolidation {

Consolidated consolidate(const text::Draft& draft, const ProposalSet& set,
                         text::Language language) {
    Consolidation consolidation(draft, language);
    consolidation.add(open_proposals(set));
    return std::move(consolidation).finish();
}

}  // namespace travaux::consolidation
