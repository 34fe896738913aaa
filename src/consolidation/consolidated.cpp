// SPDX-License-Identifier: MIT
#include "consolidation/consolidated.h"

#include <algorithm>
#include <map>

namespace travaux::consolidation {

std::vector<Attribution> attribution_of(const Consolidated& consolidated,
                                        std::span<const ProposalIndex> proposals) {
    std::map<std::string_view, std::vector<ProposalIndex>> by_sponsor;
    for (const ProposalIndex proposal : proposals) {
        for (const std::string& sponsor : consolidated.proposals[proposal].sponsors) {
            by_sponsor[sponsor].push_back(proposal);
        }
    }
    std::vector<Attribution> result;
    for (auto& [sponsor, list] : by_sponsor) {
        result.push_back({std::string(sponsor), std::move(list)});
    }
    return result;
}

std::vector<Attribution> attribution_of(const Consolidated& consolidated, const AnnotatedText& text,
                                        std::span<const Witness> witnesses) {
    return attribution_of(consolidated, proposals_of(text, witnesses));
}

std::vector<ProposalIndex> proposals_of(const AnnotatedText& text,
                                        std::span<const Witness> witnesses) {
    std::vector<ProposalIndex> proposals;
    for (const Witness witness : witnesses) {
        const auto& more = text.targets[witness].proposals;
        proposals.insert(proposals.end(), more.begin(), more.end());
    }
    std::ranges::sort(proposals);
    proposals.erase(std::ranges::unique(proposals).begin(), proposals.end());
    return proposals;
}

}  // namespace travaux::consolidation
