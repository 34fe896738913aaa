// SPDX-License-Identifier: MIT
#include "committee/mandate.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const CommitteeFounded& event, const Entered& /*when*/) {
    state.mandate = Mandate{event.resolution, event.adopted_on, event.vote,
                            event.title,      event.purpose,    event.parent_organ};
}

}  // namespace travaux::committee
