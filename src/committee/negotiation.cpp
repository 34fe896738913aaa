// SPDX-License-Identifier: MIT
#include "committee/negotiation.h"

#include <algorithm>

#include "committee/act.h"
#include "consolidation/consolidate.h"
#include "consolidation/instruction.h"

namespace travaux::committee {
namespace {

using consolidation::ProposalSet;

std::string sponsor_name(const State& state, const Proposal& proposal, const std::string& member,
                         SponsorsAs sponsors) {
    if (sponsors == SponsorsAs::codes) return member;
    const bool speaks_for_group =
        member == proposal.submitted_by && state.groups.contains(proposal.group);
    return speaks_for_group ? state.groups.at(proposal.group).name : state.members.at(member).name;
}

// Whether a proposal was dropped on a text. Before it was dropped it was open, and parts of it may
// have been adopted.
bool is_dropped_on(const State& state, const Proposal& proposal, const std::string& text) {
    return std::ranges::any_of(proposal.decisions, [&](const std::string& id) {
        const Decision& decision = state.decisions.at(id);
        return !decision.is_reversed() && decision.kind == DecisionKind::drop_proposal &&
               decision.text == text;
    });
}

// Who submitted it stays its submitter, even when that name was withdrawn.
void put(ProposalSet& set, consolidation::Proposal read, const State& state,
         const std::string& text, SponsorsAs sponsors) {
    const Proposal& proposal = state.proposals.at(read.id);
    const auto name = [&](const std::string& member) {
        return sponsor_name(state, proposal, member, sponsors);
    };
    const consolidation::Support submitter{read.id, name(proposal.submitted_by), {}};
    read.sponsors = {submitter.sponsor};
    set.supports.insert(submitter);
    for (const auto& [member, sponsorship] : proposal.sponsors) {
        set.supports.insert({read.id, name(member), {}});
    }
    if (!proposal.sponsors.contains(proposal.submitted_by)) set.withdrawals.insert(submitter);
    if (is_dropped_on(state, proposal, text)) set.drops.insert({read.id, {}});
    std::string id = read.id;
    set.submitted.insert_or_assign(std::move(id), std::move(read));
}

}  // namespace

Result<Negotiation> negotiation_on(const State& state, const Library& library,
                                   const std::string& text, SponsorsAs sponsors) {
    const PublishedText* published = find(state.texts, text);
    if (published == nullptr) return refuse("text.unknown", {text}, ErrorCode::not_found);
    Negotiation result;
    TRY_ASSIGN(result.text, library.text(published->files));
    const text::Draft& draft = result.text->draft;
    if (published->open) {
        TRY_ASSIGN(ProposalSet carried, library.carried_over(*published->open, draft));
        for (auto& [id, proposal] : carried.submitted) {
            if (!state.proposals.contains(id)) return refuse("proposal.not_on_record", {id});
            put(result.set, std::move(proposal), state, text, sponsors);
        }
    }
    for (const auto& [id, proposal] : state.proposals) {
        if (proposal.text != text) continue;
        TRY_ASSIGN(auto read, library.proposal(proposal.parts, draft));
        read.id = id;
        read.amends = proposal.amends;
        put(result.set, std::move(read), state, text, sponsors);
    }
    return result;
}

Result<consolidation::NextDraft> next_text(const State& state, const Library& library,
                                           const std::string& text,
                                           const std::vector<consolidation::Adoption>& more) {
    TRY_ASSIGN(Negotiation on, negotiation_on(state, library, text, SponsorsAs::codes));
    std::vector<consolidation::Adoption> adopted = more;
    for (const auto& [id, decision] : state.decisions) {
        if (adopts(decision, text)) adopted.push_back({decision.proposal, decision.part});
    }
    for (const auto& [id, edit] : state.edits) {
        if (edit.text != text) continue;
        TRY_ASSIGN(auto proposal, with_edit(id, edit, on.text->draft));
        proposal.sponsors = {"Secretariat"};
        on.set.supports.insert({id, "Secretariat", {}});
        on.set.submitted.emplace(id, std::move(proposal));
        adopted.push_back({id, 0});
    }
    return consolidation::next_draft(on.text->draft, on.text->provenance, on.set, adopted);
}

Result<consolidation::Proposal> with_edit(const std::string& id, const Edit& edit,
                                          const text::Draft& draft) {
    const auto language = text::parse_language(edit.language);
    const auto provision = parse_id(edit.provision);
    const auto at = provision ? text::find(draft, ProvisionId{*provision}) : std::nullopt;
    if (!at) return refuse("provision.unknown", {edit.provision}, ErrorCode::not_found);
    const bool is_written =
        language && std::ranges::find(draft.written_in, *language) != draft.written_in.end();
    if (!is_written) return refuse("text.language", {edit.text, edit.language});
    const std::string& words = draft.provisions[*at].in(*language).text;
    if (consolidation::occurrences(words, edit.words) != 1) {
        return refuse("edit.words_not_once", {edit.words, edit.provision});
    }
    consolidation::Proposal proposal;
    proposal.id = id;
    proposal.language = *language;
    proposal.parts = {
        consolidation::TextPart{ProvisionId{*provision}, text::Field::text,
                                consolidation::with_replaced(words, edit.words, edit.replacement)}};
    return proposal;
}

ProvisionId provision_of(const consolidation::Part& part) {
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { one.provision; }) {
                return one.provision;
            } else {
                return one.place.parent;
            }
        },
        part);
}

boost::json::value verdicts_as_json(const std::vector<consolidation::PartVerdict>& verdicts) {
    boost::json::array list;
    for (const auto& verdict : verdicts) {
        boost::json::object one{{"proposal", verdict.proposal},
                                {"part", verdict.part},
                                {"verdict", consolidation::name_of(verdict.verdict)}};
        if (!verdict.by.empty()) one["by"] = verdict.by;
        list.emplace_back(std::move(one));
    }
    return list;
}

Result<consolidation::Consolidated> consolidated_text(const State& state, const Library& library,
                                                      const std::string& text,
                                                      text::Language language) {
    TRY_ASSIGN(const Negotiation on, negotiation_on(state, library, text, SponsorsAs::names));
    const auto& written_in = on.text->draft.written_in;
    if (std::ranges::find(written_in, language) == written_in.end()) {
        return refuse("text.language", {text, std::string(code_of(language))});
    }
    return consolidation::consolidate(on.text->draft, on.set, language);
}

}  // namespace travaux::committee
