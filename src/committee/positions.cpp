// SPDX-License-Identifier: MIT
#include "committee/positions.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const PositionStated& event, const Entered& when) {
    state.positions[event.id] = {event.member,
                                 event.proposal.value_or(""),
                                 event.provision.value_or(""),
                                 event.position,
                                 event.statement,
                                 when.time_ms};
}

}  // namespace travaux::committee
