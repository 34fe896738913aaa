// SPDX-License-Identifier: MIT
#include "consolidation/consolidate.h"

#include "consolidation/consolidation.h"

namespace travaux::consolidation {

Consolidated consolidate(const text::Draft& draft, const ProposalSet& set,
                         text::Language language) {
    Consolidation consolidation(draft, language);
    for (Proposal& proposal : open_proposals(set)) consolidation.add(std::move(proposal));
    return std::move(consolidation).finish();
}

}  // namespace travaux::consolidation
