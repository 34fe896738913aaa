// SPDX-License-Identifier: MIT
#include "committee/agenda.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const AgendaProposed& event, const Entered& /*when*/) {
    state.agendas[event.session].items = event.items;
}

void apply(State& state, const AgendaAdopted& event, const Entered& when) {
    Agenda& agenda = state.agendas[event.session];
    agenda.adopted = event.basis;
    agenda.adopted_ms = when.time_ms;
}

void apply(State& state, const WorkOrganized& event, const Entered& /*when*/) {
    state.agendas[event.session].meetings = event.meetings;
}

}  // namespace travaux::committee
