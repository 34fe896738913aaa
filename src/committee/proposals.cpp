// SPDX-License-Identifier: MIT
#include "committee/proposals.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const ProposalSubmitted& event, const Entered& when) {
    Proposal& proposal = state.proposals[event.id];
    proposal.text = event.text;
    proposal.amends = event.amends.value_or("");
    proposal.group = event.group.value_or("");
    proposal.revises = event.revises.value_or("");
    if (event.revises) {
        state.proposals[*event.revises].revised_by = event.id;
        state.changed[*event.revises] = when.entry;
    }
    proposal.submitted_by = event.member;
    proposal.sponsors[event.member] = {when.time_ms, event.consent.value_or("")};
    proposal.parts = event.parts;
    proposal.reason = event.reason;
    proposal.file = event.file;
    proposal.call = event.call.value_or("");
    proposal.timing = event.timing;
    proposal.submitted_ms = when.time_ms;
    if (event.call) state.calls[*event.call].answered.try_emplace(event.member, when.time_ms);
}

void apply(State& state, const ProposalCoSponsored& event, const Entered& when) {
    state.proposals[event.proposal].sponsors[event.member] = {when.time_ms,
                                                              event.consent.value_or("")};
}

void apply(State& state, const ProposalWithdrawn& event, const Entered& /*when*/) {
    state.proposals[event.proposal].sponsors.erase(event.member);
}

ProposalStatus status_of(const State& state, const Proposal& proposal) {
    ProposalStatus status = ProposalStatus::open;
    for (const std::string& id : proposal.decisions) {
        const Decision& decision = state.decisions.at(id);
        if (decision.is_reversed()) continue;
        if (decision.kind == DecisionKind::drop_proposal) return ProposalStatus::dropped;
        if (decision.part == 0) return ProposalStatus::adopted;
        status = ProposalStatus::adopted_in_part;
    }
    if (!proposal.sponsors.empty()) return status;
    return proposal.revised_by.empty() ? ProposalStatus::withdrawn : ProposalStatus::revised;
}

bool has_open_parts(ProposalStatus status) {
    return status == ProposalStatus::open || status == ProposalStatus::adopted_in_part;
}

}  // namespace travaux::committee
