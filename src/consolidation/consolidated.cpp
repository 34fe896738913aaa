// SPDX-License-Identifier: MIT
#include "consolidation/consolidated.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>

#include "base/ask_for.h"
#include "base/quick_hash.h"

namespace travaux::consolidation {
namespace {

struct NameHash {
    using is_avalanching = void;  // NOLINT(readability-identifier-naming): the name Boost looks for
    std::size_t operator()(std::string_view name) const { return quick_hash(name); }
};

// Sponsors of a proposal are sorted, as positions too.
Attributions attribution_of_one(const Sponsorship& sponsorship, ProposalIndex proposal) {
    Attributions result;
    for (const std::uint32_t sponsor : sponsorship.of(proposal)) {
        result.push_back({sponsorship.name(sponsor), {proposal}});
    }
    return result;
}

// Sponsors, each with a proposal.
using Supporters = boost::container::small_vector<std::pair<std::uint32_t, ProposalIndex>, 16>;

void add_supporters(const Sponsorship& sponsorship, std::span<const ProposalIndex> proposals,
                    Supporters& supporters) {
    for (const ProposalIndex proposal : proposals) {
        for (const std::uint32_t sponsor : sponsorship.of(proposal)) {
            supporters.emplace_back(sponsor, proposal);
        }
    }
}

Attributions attribution_of_all(const Sponsorship& sponsorship, Supporters& supporters) {
    std::ranges::sort(supporters);
    supporters.erase(std::ranges::unique(supporters).begin(), supporters.end());
    Attributions result;
    result.reserve(supporters.size());
    for (std::size_t at = 0; at < supporters.size(); ++at) {
        const auto [sponsor, proposal] = supporters[at];
        if (at == 0 || supporters[at - 1].first != sponsor) {
            result.push_back({sponsorship.name(sponsor), {}});
        }
        result.back().proposals.push_back(proposal);
    }
    return result;
}

}  // namespace

Sponsorship::Sponsorship(std::span<const Proposal> proposals) {
    boost::unordered_flat_map<std::string_view, std::uint32_t, NameHash>
        positions;  // as names come
    begins_.reserve(proposals.size() + 1);
    sponsors_.reserve(proposals.size());
    for (std::size_t at = 0; at < proposals.size(); ++at) {
        if (at + 8 < proposals.size()) ask_for(proposals[at + 8].sponsors.data());
        begins_.push_back(static_cast<std::uint32_t>(sponsors_.size()));
        for (const std::string& sponsor : proposals[at].sponsors) {
            const auto count = static_cast<std::uint32_t>(positions.size());
            sponsors_.push_back(positions.try_emplace(sponsor, count).first->second);
        }
    }
    begins_.push_back(static_cast<std::uint32_t>(sponsors_.size()));
    const std::map<std::string_view, std::uint32_t> by_name(positions.begin(), positions.end());
    std::vector<std::uint32_t> sorted(positions.size());
    for (const auto& [name, position] : by_name) {
        sorted[position] = static_cast<std::uint32_t>(names_.size());
        names_.emplace_back(name);
    }
    for (std::uint32_t& sponsor : sponsors_) sponsor = sorted[sponsor];
}

Attributions attribution_of(const Consolidated& consolidated,
                            std::span<const ProposalIndex> proposals) {
    if (proposals.size() == 1)
        return attribution_of_one(consolidated.sponsorship, proposals.front());
    Supporters supporters;
    add_supporters(consolidated.sponsorship, proposals, supporters);
    return attribution_of_all(consolidated.sponsorship, supporters);
}

Attributions attribution_of(const Consolidated& consolidated, const AnnotatedText& text,
                            std::span<const Witness> witnesses) {
    if (witnesses.size() == 1) {
        return attribution_of(consolidated, text.targets[witnesses.front()].proposals);
    }
    Supporters supporters;
    for (const Witness witness : witnesses) {
        add_supporters(consolidated.sponsorship, text.targets[witness].proposals, supporters);
    }
    return attribution_of_all(consolidated.sponsorship, supporters);
}

ProposalList proposals_of(const AnnotatedText& text, std::span<const Witness> witnesses) {
    ProposalList proposals;
    for (const Witness witness : witnesses) {
        const auto& more = text.targets[witness].proposals;
        proposals.insert(proposals.end(), more.begin(), more.end());
    }
    if (witnesses.size() < 2) return proposals;
    std::ranges::sort(proposals);
    proposals.erase(std::ranges::unique(proposals).begin(), proposals.end());
    return proposals;
}

}  // namespace travaux::consolidation
