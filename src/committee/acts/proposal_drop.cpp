// proposal.drop: a proposal is no longer before the committee, by its decision.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string proposal;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (proposal, meeting, authority))

Result<Events> decide_drop(const State& state, const Fields& act, const Context& /*context*/) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_ASSIGN(const Proposal* proposal, open_proposal(state, act.proposal));
    return Events{ProposalDropped{next_id('D', state.decisions),
                                  negotiated_text_of(state, *proposal), act.proposal, basis}};
}

}  // namespace

Act proposal_drop() {
    return declare<Fields>(
        {
            .name = "proposal.drop",
            .sentence = "Enters that a proposal is dropped. It stays on record.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {"proposal"},
            .fields = {{"proposal", "The id of the proposal."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided."}},
        },
        decide_drop);
}

}  // namespace travaux::committee
