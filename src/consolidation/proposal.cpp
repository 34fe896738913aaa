// SPDX-License-Identifier: MIT
#include "consolidation/proposal.h"

#include <algorithm>

namespace travaux::consolidation {
namespace {

constexpr std::size_t bytes_expected = 1024;  // most insertions are a paragraph

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

ProvisionId provision_of(const Part& part) {
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { one.provision; }) {
                return one.provision;
            } else {
                return ProvisionId{};
            }
        },
        part);
}

}  // namespace

const Part* part_in(const Proposal& proposal, std::size_t part, text::Language language) {
    if (proposal.language == language) return &proposal.parts[part];
    const auto found = proposal.translations.find(language);
    return found == proposal.translations.end() ? nullptr : &found->second[part];
}

bool same_shape(const Part& a, const Part& b) {
    if (a.index() != b.index() || provision_of(a) != provision_of(b)) return false;
    if (const auto* text = std::get_if<TextPart>(&a)) {
        return text->field == std::get<TextPart>(b).field;
    }
    if (const auto* move = std::get_if<MovePart>(&a)) {
        return move->place == std::get<MovePart>(b).place;
    }
    if (const auto* insert = std::get_if<InsertPart>(&a)) {
        const auto& other = std::get<InsertPart>(b);
        const auto same = [](const NewProvision& x, const NewProvision& y) {
            return x.kind == y.kind && x.depth == y.depth;
        };
        return insert->place == other.place &&
               std::ranges::equal(insert->provisions, other.provisions, same);
    }
    return true;
}

bool is_dropped(const ProposalSet& set, const std::string& id) {
    for (auto drop = set.drops.lower_bound({id, {}});
         drop != set.drops.end() && drop->proposal == id; ++drop) {
        if (!set.reconsidered.contains(*drop)) return true;
    }
    return false;
}

bool is_withdrawn(const ProposalSet& set, const Proposal& submitted) {
    return std::ranges::all_of(submitted.sponsors, [&](const std::string& sponsor) {
        return set.withdrawals.contains({submitted.id, sponsor, {}});
    });
}

std::vector<Proposal> open_proposals(const ProposalSet& set) {
    const auto sponsors = sponsors_now(set);
    std::set<std::string_view> kept;
    for (const auto& [id, proposal] : set.submitted) {
        if (is_dropped(set, id) || !sponsors.contains(id)) continue;
        // What an open proposal amends stays, and what that amends, up to the first.
        for (auto at = set.submitted.find(id); at != set.submitted.end();
             at = set.submitted.find(at->second.amends)) {
            if (is_dropped(set, at->first) || !kept.insert(at->first).second) break;
        }
    }
    std::vector<Proposal> open;
    for (const std::string_view id : kept) {
        Proposal& proposal = open.emplace_back(set.submitted.at(std::string(id)));
        std::vector<std::string> submitters;
        submitters.swap(proposal.sponsors);
        if (const auto found = sponsors.find(proposal.id); found != sponsors.end()) {
            proposal.sponsors = found->second;
        }
        std::ranges::set_difference(submitters, proposal.sponsors,
                                    std::back_inserter(proposal.brought_by));
    }
    return open;
}

std::vector<ProvisionId> inserted_ids(const InsertPart& part) {
    std::string bytes;
    bytes.reserve(bytes_expected);
    bytes += "travaux insertion 1\n";
    append(bytes, hex(part.place.parent.bytes));
    append(bytes, hex(part.place.after.bytes));
    for (const NewProvision& provision : part.provisions) {
        append(bytes, text::name_of(provision.kind));
        append(bytes, std::to_string(provision.depth));
        append(bytes, provision.wording.number);
        append(bytes, provision.wording.heading);
        append(bytes, provision.wording.text);
    }
    std::string name = hex(sha256(bytes)) + "/";
    const std::size_t name_of_all = name.size();
    std::vector<ProvisionId> ids;
    ids.reserve(part.provisions.size());
    for (std::size_t at = 0; at < part.provisions.size(); ++at) {
        name.resize(name_of_all);
        name += std::to_string(at);
        ids.push_back(ProvisionId::of(sha256(name)));
    }
    return ids;
}

}  // namespace travaux::consolidation
