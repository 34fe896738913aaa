// SPDX-License-Identifier: MIT
#include "committee/papers.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const PaperCirculated& event, const Entered& when) {
    state.papers[event.id] = {
        event.title, event.body, event.meeting.value_or(""), event.provisions, event.distribution,
        when.entry,  false};
}

void apply(State& state, const PaperDisclosed& event, const Entered& /*when*/) {
    state.papers[event.paper] = {
        event.title, event.body, event.meeting.value_or(""), event.provisions, event.distribution,
        event.entry, true};
}

}  // namespace travaux::committee
