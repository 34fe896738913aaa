// agenda.propose: the provisional agenda of a session, as a whole, until one is adopted.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string session;
    std::vector<AgendaItem> items;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, items))

Result<Events> decide_propose(const State& state, const Fields& act, const Context& /*context*/) {
    if (find(state.sessions, act.session) == nullptr) {
        return refuse("session.unknown", {act.session}, ErrorCode::not_found);
    }
    if (act.items.empty()) return refuse("agenda.empty", {}, ErrorCode::invalid);
    const Agenda* agenda = find(state.agendas, act.session);
    if (agenda != nullptr && agenda->adopted) {
        return refuse("agenda.adopted_already", {act.session});
    }
    return Events{AgendaProposed{act.session, act.items}};
}

}  // namespace

Act agenda_propose() {
    return declare<Fields>(
        {
            .name = "agenda.propose",
            .sentence = "Proposes the agenda of a session, in the place of one proposed before.",
            .who = {{Capacity::secretariat}},
            .on = "session",
            .reads = {"session"},
            .fields = {{"session", "The id of the session."},
                       {"items",
                        "The items in their order, each with a title and, where there are such, "
                        "the titles of its sub-items, an annotation and the symbols of its "
                        "documents."}},
        },
        decide_propose);
}

}  // namespace travaux::committee
