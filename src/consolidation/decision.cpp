// SPDX-License-Identifier: MIT
#include "consolidation/decision.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "consolidation/adoption.h"
#include "consolidation/carry_over.h"
#include "consolidation/consolidate.h"

namespace travaux::consolidation {
namespace {

constexpr std::array<std::string_view, 5> verdict_names = {"applied", "already_satisfied", "moved",
                                                           "contested", "orphaned"};

// The proposals that stay open, with the parts that were not adopted, and the place each part had.
struct Remaining {
    Proposal proposal;
    std::vector<std::uint32_t> numbers;
};

std::vector<Remaining> remaining(const std::vector<Proposal>& open,
                                 const std::vector<AdoptedPart>& adopted) {
    std::vector<Remaining> result;
    for (std::size_t at = 0; at < open.size(); ++at) {
        Remaining rest{open[at], {}};
        const auto is_adopted = [&](std::size_t part) {
            return std::ranges::binary_search(adopted, AdoptedPart{at, part});
        };
        const auto keep = [&](const std::vector<Part>& parts) {
            std::vector<Part> kept;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                if (!is_adopted(part)) kept.push_back(parts[part]);
            }
            return kept;
        };
        rest.proposal.parts = keep(open[at].parts);
        for (auto& [language, parts] : rest.proposal.translations) parts = keep(parts);
        for (std::size_t part = 0; part < open[at].parts.size(); ++part) {
            if (!is_adopted(part)) rest.numbers.push_back(static_cast<std::uint32_t>(part + 1));
        }
        if (!rest.proposal.parts.empty()) result.push_back(std::move(rest));
    }
    return result;
}

const Proposal* find_by_id(const std::vector<Proposal>& proposals, const std::string& id) {
    const auto found = std::ranges::lower_bound(proposals, id, {}, &Proposal::id);
    return found == proposals.end() || found->id != id ? nullptr : &*found;
}

Adopted account_of(const std::vector<Proposal>& open, const std::vector<AdoptedPart>& parts,
                   const AdoptionRun& run) {
    Adopted adopted{{}, run.origins(), {}};
    for (const AdoptedPart& part : parts) {
        const Proposal& proposal = open[part.proposal];
        adopted.proposals.insert(proposal.id);
        if (const auto* move = std::get_if<MovePart>(&proposal.parts[part.part])) {
            adopted.moved.emplace(move->provision, proposal.id);
        }
    }
    return adopted;
}

// Provisions that an open proposal inserts have ids of their place; where the place is another one
// now, so are the ids.
std::map<ProvisionId, ProvisionId> renamed_insertions(const Proposal& before,
                                                      const std::vector<PartVerdict>& verdicts,
                                                      const Proposal& after) {
    std::map<ProvisionId, ProvisionId> renamed;
    std::vector<const InsertPart*> now;
    for (const Part& part : after.parts) {
        if (const auto* insert = std::get_if<InsertPart>(&part)) now.push_back(insert);
    }
    std::size_t next = 0;
    for (std::size_t at = 0; at < before.parts.size(); ++at) {
        const auto* insert = std::get_if<InsertPart>(&before.parts[at]);
        const CarryOver verdict = verdicts[at].verdict;
        const bool is_gone =
            verdict == CarryOver::orphaned || verdict == CarryOver::already_satisfied;
        if (insert == nullptr || is_gone) continue;
        const auto from = inserted_ids(*insert);
        const auto to = inserted_ids(*now[next++]);
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (from[i] != to[i]) renamed.emplace(from[i], to[i]);
        }
    }
    return renamed;
}

// Who submitted a proposal stays on record, with the withdrawal of those who left it.
ProposalSet set_of(std::vector<Proposal> proposals, const ProposalSet& before) {
    ProposalSet set;
    for (Proposal& proposal : proposals) {
        std::string id = proposal.id;
        for (const std::string& sponsor : proposal.sponsors) set.supports.insert({id, sponsor, {}});
        for (const std::string& sponsor : proposal.brought_by) {
            set.supports.insert({id, sponsor, {}});
            set.withdrawals.insert({id, sponsor, {}});
        }
        proposal.sponsors = before.submitted.at(id).sponsors;
        proposal.brought_by.clear();
        set.submitted.emplace(std::move(id), std::move(proposal));
    }
    return set;
}

}  // namespace

std::string_view name_of(CarryOver verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

Adoption parse_adoption(std::string_view spelling) {
    const auto mark = spelling.rfind('#');
    if (mark != std::string_view::npos) {
        std::uint32_t part = 0;
        const char* end = spelling.data() + spelling.size();
        const auto read = std::from_chars(spelling.data() + mark + 1, end, part);
        if (read.ec == std::errc{} && read.ptr == end && part > 0) {
            return {std::string(spelling.substr(0, mark)), part};
        }
    }
    return {std::string(spelling), 0};
}

Result<NextDraft> next_draft(const text::Draft& draft, const text::Provenance& provenance,
                             const ProposalSet& set, const std::vector<Adoption>& adopted) {
    const std::vector<Proposal> open = open_proposals(set);
    TRY_ASSIGN(const auto parts, adopted_parts(open, adopted));
    WorkingDraft working(draft, provenance);
    AdoptionRun adoption(draft, working, open, parts);
    TRY_OK(adoption.run());
    const Adopted account = account_of(open, parts, adoption);
    CarryOverRun run(draft, working, account);
    NextDraft next;
    std::vector<Proposal> carried;
    std::map<ProvisionId, ProvisionId> renamed;
    for (const Remaining& rest : remaining(open, parts)) {
        CarriedOver result = run.carry(rest.proposal, find_by_id(open, rest.proposal.amends));
        renamed.merge(renamed_insertions(rest.proposal, result.verdicts, result.proposal));
        for (std::size_t at = 0; at < result.verdicts.size(); ++at) {
            result.verdicts[at].part = rest.numbers[at];
        }
        next.verdicts.insert(next.verdicts.end(), result.verdicts.begin(), result.verdicts.end());
        if (!result.proposal.parts.empty()) carried.push_back(std::move(result.proposal));
    }
    rename_provisions(carried, renamed);
    for (Proposal& proposal : carried) {
        if (find_by_id(carried, proposal.amends) == nullptr) proposal.amends.clear();
    }
    next.draft = working.draft();
    next.provenance = working.provenance();
    next.open = set_of(std::move(carried), set);
    return next;
}

Result<text::Draft> applied(const text::Draft& draft, const ProposalSet& set,
                            const std::vector<std::string>& adopted) {
    const text::Origin origin{
        OriginId::of(sha256("travaux applied 1")), text::OriginKind::import, {}, {}, 0};
    std::vector<Adoption> adoptions;
    for (const std::string& id : adopted) adoptions.push_back({id, 0});
    TRY_ASSIGN(NextDraft next,
               next_draft(draft, text::provenance_of_import(draft, origin), set, adoptions));
    return std::move(next.draft);
}

}  // namespace travaux::consolidation
