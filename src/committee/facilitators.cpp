// SPDX-License-Identifier: MIT
#include "committee/facilitators.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const FacilitatorNamed& event, const Entered& when) {
    state.facilitators[event.id] = {event.person, event.member, event.title, event.provisions,
                                    event.basis,  when.time_ms, {}};
}

void apply(State& state, const FacilitatorReleased& event, const Entered& when) {
    state.facilitators[event.facilitator].until_ms = when.time_ms;
}

}  // namespace travaux::committee
