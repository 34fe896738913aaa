// proposal.adopt: what a proposal says is to stand in the next draft.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"
#include "committee/negotiation.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string proposal;
    std::optional<std::uint32_t> part;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (proposal, part, meeting, authority))

// What is agreed is not changed by the way: it is reopened first.
Result<void> check_not_agreed(const State& state, const Fields& act, const Negotiation& on,
                              const std::string& on_text) {
    const auto found = on.set.submitted.find(act.proposal);
    if (found == on.set.submitted.end()) return refuse("proposal.not_open", {act.proposal, "gone"});
    const auto& parts = found->second.parts;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (act.part && *act.part != part + 1) continue;
        if (act.part && is_adopted(state, on_text, state.proposals.at(act.proposal), *act.part)) {
            return refuse("proposal.not_open", {act.proposal, "adopted"});
        }
        const auto at = text::find(on.text->draft, provision_of(parts[part]));
        if (!at) continue;
        const ProvisionStanding standing = standing_of(state, on.text->draft, *at);
        if (standing != ProvisionStanding::open && standing != ProvisionStanding::bracketed) {
            return refuse("provision.is_agreed", {hex(on.text->draft.provisions[*at].id.bytes),
                                                  std::string(name_of(standing))});
        }
    }
    return {};
}

// GA rule 130: where the adoption of one implies the rejection of another, both cannot be adopted.
Result<Events> decide_adopt(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_ASSIGN(const Proposal* proposal, open_proposal(state, act.proposal));
    const std::string text = negotiated_text_of(state, *proposal);
    TRY_ASSIGN(const Negotiation on,
               negotiation_on(state, context.library, text, SponsorsAs::codes));
    TRY_OK(check_not_agreed(state, act, on, text));
    const consolidation::Adoption one{act.proposal, act.part.value_or(0)};
    TRY_OK(next_text(state, context.library, text, {one}));
    return Events{
        ProposalAdopted{next_id('D', state.decisions), text, act.proposal, act.part, basis}};
}

}  // namespace

Act proposal_adopt() {
    return declare<Fields>(
        {
            .name = "proposal.adopt",
            .sentence = "Enters that a proposal, or one part of it, is adopted.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {"proposal"},
            .fields = {{"proposal", "The id of the proposal."},
                       {"part", "The part that is adopted, counted from 1; all without it."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided, such as the Committee by consensus."}},
        },
        decide_adopt);
}

}  // namespace travaux::committee
