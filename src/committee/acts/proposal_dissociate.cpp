// proposal.dissociate: a member of a group says that the group's proposal is not its own.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"
#include "committee/acts/submission.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string proposal;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (proposal, member, consent))

Result<Events> decide_dissociate(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    TRY_ASSIGN(const Proposal* proposal, open_proposal(state, act.proposal));
    const Group* group = find(state.groups, proposal->group);
    if (group == nullptr || !group->members.contains(by.member)) {
        return refuse("group.not_a_member", {by.member, proposal->group});
    }
    if (proposal->sponsors.contains(by.member)) {
        return refuse("proposal.sponsor_already", {act.proposal, by.member});
    }
    if (proposal->dissociated.contains(by.member)) {
        return refuse("proposal.dissociated_already", {act.proposal, by.member});
    }
    return Events{ProposalDissociated{act.proposal, by.member, by.consent}};
}

}  // namespace

Act proposal_dissociate() {
    return declare<Fields>(
        {
            .name = "proposal.dissociate",
            .sentence = "Enters that a member of a group does not share the group's proposal.",
            .who = {{Capacity::delegate}, {Capacity::head}, {Capacity::secretariat}},
            .on = {},
            .reads = {"proposal"},
            .fields = {{"proposal", "The id of the group's proposal."},
                       {"member", "The member for which the Secretariat acts."},
                       {"consent", "How that member said so."}},
        },
        decide_dissociate);
}

}  // namespace travaux::committee
