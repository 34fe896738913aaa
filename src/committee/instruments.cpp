// SPDX-License-Identifier: MIT
#include "committee/instruments.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const InstrumentEntered& event, const Entered& /*when*/) {
    state.instruments[event.id] = {event.title,
                                   event.kind,
                                   event.reference,
                                   {event.provisions.begin(), event.provisions.end()}};
}

void apply(State& state, const InstrumentLinked& event, const Entered& /*when*/) {
    state.instruments[event.instrument].provisions.insert(event.provisions.begin(),
                                                          event.provisions.end());
}

}  // namespace travaux::committee
