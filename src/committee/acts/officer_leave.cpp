// officer.leave: an office falls vacant.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string officer;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (officer, reason))

Result<Events> decide_leave(const State& state, const Fields& act, const Context& /*context*/) {
    const Officer* officer = find(state.officers, act.officer);
    if (officer == nullptr) return refuse("officer.unknown", {act.officer}, ErrorCode::not_found);
    if (officer->until_ms) return refuse("officer.left_already", {act.officer});
    return Events{OfficerLeft{act.officer, act.reason}};
}

}  // namespace

Act officer_leave() {
    return declare<Fields>(
        {
            .name = "officer.leave",
            .sentence = "Enters that an officer has left.",
            .who = {{Capacity::secretariat}},
            .on = "officer",
            .reads = {"officer"},
            .fields = {{"officer", "The id of the officer's term."}, {"reason", "Why."}},
        },
        decide_leave);
}

}  // namespace travaux::committee
