// SPDX-License-Identifier: MIT
#include "consolidation/proposal.h"

#include <algorithm>

namespace travaux::consolidation {
namespace {

// Lengths before texts, so that no two insertions spell the same bytes.
void append(std::string& bytes, std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
}

std::map<std::string, std::vector<std::string>> sponsors_now(const ProposalSet& set) {
    std::map<std::string, std::vector<std::string>> sponsors;
    for (const Support& support : set.supports) {
        if (set.withdrawals.contains(support)) continue;
        auto& list = sponsors[support.proposal];
        if (list.empty() || list.back() != support.sponsor) list.push_back(support.sponsor);
    }
    return sponsors;
}

}  // namespace

std::vector<Proposal> open_proposals(const ProposalSet& set) {
    const auto sponsors = sponsors_now(set);
    std::set<std::string_view> kept;
    for (const auto& [id, proposal] : set.submitted) {
        if (set.dropped.contains(id) || !sponsors.contains(id)) continue;
        // What an open proposal amends stays, and what that amends, up to the first.
        for (auto at = set.submitted.find(id); at != set.submitted.end();
             at = set.submitted.find(at->second.amends)) {
            if (set.dropped.contains(at->first) || !kept.insert(at->first).second) break;
        }
    }
    std::vector<Proposal> open;
    for (const std::string_view id : kept) {
        open.push_back(set.submitted.at(std::string(id)));
        const auto found = sponsors.find(open.back().id);
        open.back().sponsors =
            found == sponsors.end() ? std::vector<std::string>{} : found->second;
    }
    return open;
}

std::vector<ProvisionId> inserted_ids(const InsertPart& part) {
    std::string bytes = "travaux insertion 1\n";
    append(bytes, hex(part.place.parent.bytes));
    append(bytes, hex(part.place.after.bytes));
    for (const NewProvision& provision : part.provisions) {
        append(bytes, text::name_of(provision.kind));
        append(bytes, std::to_string(provision.depth));
        append(bytes, provision.wording.number);
        append(bytes, provision.wording.heading);
        append(bytes, provision.wording.text);
    }
    const std::string content = hex(sha256(bytes));
    std::vector<ProvisionId> ids;
    for (std::size_t at = 0; at < part.provisions.size(); ++at) {
        ids.push_back(ProvisionId::of(sha256(content + "/" + std::to_string(at))));
    }
    return ids;
}

}  // namespace travaux::consolidation
