// proposal.co_sponsor: a member puts its own name to a proposal. Nobody's name stands anywhere
// without their consent.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string proposal;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (proposal, member, consent))

Result<Events> decide_co_sponsor(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    TRY_ASSIGN(const Proposal* proposal, undecided_proposal(state, act.proposal));
    TRY_OK(check_is_state(state, by.member));
    if (proposal->sponsors.contains(by.member)) {
        return refuse("proposal.sponsor_already", {act.proposal, by.member});
    }
    return Events{ProposalCoSponsored{act.proposal, by.member, by.consent}};
}

}  // namespace

Act proposal_co_sponsor() {
    return declare<Fields>(
        {
            .name = "proposal.co_sponsor",
            .sentence = "Puts a member's name to a proposal.",
            .who = {{Capacity::delegate}, {Capacity::head}, {Capacity::secretariat}},
            .on = {},
            .reads = {"proposal"},
            .fields = {{"proposal", "The id of the proposal."},
                       {"member", "The member for which the Secretariat acts."},
                       {"consent", "How that member consented."}},
            .acting = Acting::member_states,
        },
        decide_co_sponsor);
}

}  // namespace travaux::committee
