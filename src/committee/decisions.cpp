// SPDX-License-Identifier: MIT
#include "committee/decisions.h"

#include <algorithm>

#include "committee/state.h"

namespace travaux::committee {

bool adopts(const Decision& decision, const std::string& text) {
    return decision.kind == DecisionKind::adopt_proposal && decision.text == text &&
           !decision.is_reversed();
}

void apply(State& state, const ProposalAdopted& event, const Entered& when) {
    Decision& decision = state.decisions[event.id];
    decision.kind = DecisionKind::adopt_proposal;
    decision.text = event.text;
    decision.proposal = event.proposal;
    decision.part = event.part.value_or(0);
    decision.basis = event.basis;
    decision.decided_ms = when.time_ms;
    state.proposals[event.proposal].decisions.push_back(event.id);
}

void apply(State& state, const ProposalDropped& event, const Entered& when) {
    Decision& decision = state.decisions[event.id];
    decision.kind = DecisionKind::drop_proposal;
    decision.text = event.text;
    decision.proposal = event.proposal;
    decision.basis = event.basis;
    decision.decided_ms = when.time_ms;
    state.proposals[event.proposal].decisions.push_back(event.id);
}

void apply(State& state, const ProvisionStandingSet& event, const Entered& when) {
    Decision& decision = state.decisions[event.id];
    decision.kind = DecisionKind::set_standing;
    decision.text = event.text;
    decision.provision = event.provision;
    decision.standing = event.standing;
    decision.basis = event.basis;
    decision.decided_ms = when.time_ms;
    state.standings[event.provision].push_back(event.id);
}

void apply(State& state, const DecisionReversed& event, const Entered& when) {
    Decision& decision = state.decisions[event.decision];
    decision.reversed_ms = when.time_ms;
    const bool is_on_proposal = decision.kind != DecisionKind::set_standing;
    state.changed[is_on_proposal ? decision.proposal : decision.provision] = when.entry;
}

void apply(State& state, const TextEdited& event, const Entered& /*when*/) {
    state.edits[event.id] = {event.text,        event.provision, event.language, event.words,
                             event.replacement, event.reason,    event.basis};
}

bool is_adopted(const State& state, const std::string& text, const Proposal& proposal,
                std::size_t part) {
    return std::ranges::any_of(proposal.decisions, [&](const std::string& id) {
        const Decision& decision = state.decisions.at(id);
        return adopts(decision, text) && (decision.part == 0 || decision.part == part);
    });
}

bool has_adopted_parts(const State& state, const std::string& text, const Proposal& proposal) {
    return std::ranges::any_of(proposal.decisions, [&](const std::string& id) {
        return adopts(state.decisions.at(id), text);
    });
}

ProvisionStanding standing_of(const State& state, const text::Draft& draft, std::size_t at,
                              std::int64_t time_ms) {
    std::string last;
    for (std::optional<std::size_t> place = at; place; place = text::parent_of(draft, *place)) {
        const auto found = state.standings.find(hex(draft.provisions[*place].id.bytes));
        if (found == state.standings.end()) continue;
        for (const std::string& id : found->second) {
            if (state.decisions.at(id).stands_at(time_ms) && ByAge{}(last, id)) last = id;
        }
    }
    return last.empty() ? ProvisionStanding::open : state.decisions.at(last).standing;
}

}  // namespace travaux::committee
