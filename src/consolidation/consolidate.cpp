// SPDX-License-Identifier: MIT
#include "consolidation/consolidate.h"

#include "consolidation/consolidation.h"

namespace travaux::consolidation {

Consolidated consolidate(const text::Draft& draft, const ProposalSet& set,
                         text::Language language) {
    Consolidation consolidation(draft, language);
    std::vector<Proposal> open = open_proposals(set);
    consolidation.reserve(open.size());
    for (Proposal& proposal : open) consolidation.add(std::move(proposal));
    return std::move(consolidation).finish();
}

}  // namespace travaux::consolidation
