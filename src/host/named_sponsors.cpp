// SPDX-License-Identifier: MIT
#include "host/named_sponsors.h"

#include <algorithm>

#include "lang/states.h"

namespace travaux::host {

consolidation::ProposalSet with_names_in(text::Language language, consolidation::ProposalSet set) {
    if (language == text::Language::en) return set;
    const auto renamed = [&](const std::set<consolidation::Support>& supports) {
        std::set<consolidation::Support> result;
        for (consolidation::Support one : supports) {
            one.sponsor = lang::name_in(one.sponsor, language);
            result.insert(std::move(one));
        }
        return result;
    };
    for (auto& [id, proposal] : set.submitted) {
        for (std::string& sponsor : proposal.sponsors) sponsor = lang::name_in(sponsor, language);
        std::ranges::sort(proposal.sponsors);
    }
    set.supports = renamed(set.supports);
    set.withdrawals = renamed(set.withdrawals);
    return set;
}

}  // namespace travaux::host
