// SPDX-License-Identifier: MIT
#include "committee/members.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const MemberAdmitted& event, const Entered& /*when*/) {
    Member& member = state.members[event.member];
    member.code = event.member;
    member.name = event.member_name;
    member.status = event.status;
    member.group = event.group;
    member.from = event.from;
    member.until.reset();
}

void apply(State& state, const MembershipEnded& event, const Entered& /*when*/) {
    state.members[event.member].until = event.until;
}

void apply(State& state, const DelegationAccredited& event, const Entered& when) {
    Member& member = state.members[event.member];
    member.head = event.head;
    member.delegates = {event.delegates.begin(), event.delegates.end()};
    member.delegations.push_back({when.entry, when.time_ms, event.head, event.delegates});
}

bool sits_on(const Member& member, const Date& day) {
    if (member.from && day < *member.from) return false;
    return !member.until || day < *member.until;
}

}  // namespace travaux::committee
