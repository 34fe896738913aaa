// member.end: a membership ends on a day; what was done under it stays.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string member;
    Date until;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (member, until))

Result<Events> decide_end(const State& state, const Fields& act, const Context& /*context*/) {
    const Member* member = find(state.members, act.member);
    if (member == nullptr) return refuse("member.unknown", {act.member}, ErrorCode::not_found);
    if (member->until) return refuse("member.not_sitting", {act.member});
    return Events{MembershipEnded{act.member, act.until}};
}

}  // namespace

Act member_end() {
    return declare<Fields>(
        {
            .name = "member.end",
            .sentence = "Ends a membership on a day.",
            .who = {{Capacity::secretariat}},
            .on = "member",
            .reads = {"member"},
            .fields = {{"member", "The code of the member."},
                       {"until", "The first day on which it is no member any more."}},
        },
        decide_end);
}

}  // namespace travaux::committee
