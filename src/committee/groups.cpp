// SPDX-License-Identifier: MIT
#include "committee/groups.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const GroupDeclared& event, const Entered& /*when*/) {
    state.groups[event.group] = {event.group_name, {event.members.begin(), event.members.end()}};
}

void apply(State& state, const ProposalDissociated& event, const Entered& /*when*/) {
    state.proposals[event.proposal].dissociated.insert(event.member);
}

}  // namespace travaux::committee
