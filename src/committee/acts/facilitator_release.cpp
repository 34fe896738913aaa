// facilitator.release: a facilitator has done what there was to do.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string facilitator;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (facilitator, reason))

Result<Events> decide_release(const State& state, const Fields& act, const Context& /*context*/) {
    const Facilitator* facilitator = find(state.facilitators, act.facilitator);
    if (facilitator == nullptr) {
        return refuse("facilitator.unknown", {act.facilitator}, ErrorCode::not_found);
    }
    if (facilitator->until_ms) return refuse("facilitator.released_already", {act.facilitator});
    return Events{FacilitatorReleased{act.facilitator, act.reason}};
}

}  // namespace

Act facilitator_release() {
    return declare<Fields>(
        {
            .name = "facilitator.release",
            .sentence = "Enters that a facilitator holds the provisions no more.",
            .who = those_who_enter_decisions(),
            .on = "facilitator",
            .reads = {"facilitator"},
            .fields = {{"facilitator", "The id that the naming gave."}, {"reason", "Why."}},
        },
        decide_release);
}

}  // namespace travaux::committee
