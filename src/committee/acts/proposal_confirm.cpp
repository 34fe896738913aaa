// proposal.confirm: a sponsor of a proposal goes with its revision.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string revision;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (revision, member, consent))

Result<Events> decide_confirm(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    TRY_ASSIGN(const Proposal* revision, open_proposal(state, act.revision));
    if (revision->revises.empty()) return refuse("proposal.no_revision", {act.revision});
    TRY_ASSIGN(const Proposal* before, undecided_proposal(state, revision->revises));
    if (!before->sponsors.contains(by.member)) {
        return refuse("proposal.sponsor_not", {revision->revises, by.member});
    }
    if (revision->sponsors.contains(by.member)) {
        return refuse("proposal.sponsor_already", {act.revision, by.member});
    }
    return Events{ProposalCoSponsored{act.revision, by.member, by.consent},
                  ProposalWithdrawn{revision->revises, by.member, by.consent}};
}

}  // namespace

Act proposal_confirm() {
    return declare<Fields>(
        {
            .name = "proposal.confirm",
            .sentence = "Takes a sponsor's name from a proposal to its revision.",
            .who = {{Capacity::delegate}, {Capacity::head}, {Capacity::secretariat}},
            .on = {},
            .reads = {"revision"},
            .fields = {{"revision", "The proposal that came in the place of the other."},
                       {"member", "The member for which the Secretariat acts."},
                       {"consent", "How that member consented."}},
        },
        decide_confirm);
}

}  // namespace travaux::committee
