// proposal.withdraw: a member takes its name off a proposal, which closes when the last one goes.
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

Result<Events> decide_withdraw(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    TRY_ASSIGN(const Proposal* proposal, undecided_proposal(state, act.proposal));
    if (!proposal->sponsors.contains(by.member)) {
        return refuse("proposal.sponsor_not", {act.proposal, by.member});
    }
    return Events{ProposalWithdrawn{act.proposal, by.member, by.consent}};
}

}  // namespace

Act proposal_withdraw() {
    return declare<Fields>(
        {
            .name = "proposal.withdraw",
            .sentence = "Takes a member's name off a proposal.",
            .who = {{Capacity::delegate, Whose::own},
                    {Capacity::head, Whose::own},
                    {Capacity::secretariat}},
            .on = "proposal",
            .reads = {"proposal"},
            .fields = {{"proposal", "The id of the proposal."},
                       {"member", "The member for which the Secretariat acts."},
                       {"consent", "How that member asked for it."}},
        },
        decide_withdraw);
}

}  // namespace travaux::committee
