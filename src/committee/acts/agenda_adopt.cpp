// agenda.adopt: the committee adopts the agenda of a session.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string session;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, meeting, authority))

Result<Events> decide_adopt(const State& state, const Fields& act, const Context& /*context*/) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    if (find(state.sessions, act.session) == nullptr) {
        return refuse("session.unknown", {act.session}, ErrorCode::not_found);
    }
    const Agenda* agenda = find(state.agendas, act.session);
    if (agenda == nullptr || agenda->items.empty()) {
        return refuse("agenda.not_proposed", {act.session});
    }
    if (agenda->adopted) return refuse("agenda.adopted_already", {act.session});
    return Events{AgendaAdopted{act.session, basis}};
}

}  // namespace

Act agenda_adopt() {
    return declare<Fields>(
        {
            .name = "agenda.adopt",
            .sentence = "Enters that the committee adopts the agenda of a session.",
            .who = those_who_enter_decisions(),
            .on = "session",
            .reads = {"session"},
            .fields = {{"session", "The id of the session."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided, such as the Committee by consensus."}},
        },
        decide_adopt);
}

}  // namespace travaux::committee
