// meeting.open: a meeting begins; its number counts within the session.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::optional<std::string> session;
    Formality formality = Formality::formal;
    ActorId chair;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, formality, chair, place))

Result<Events> decide_open(const State& state, const Fields& act, const Context& context) {
    if (act.session && find(state.sessions, *act.session) == nullptr) {
        return refuse("session.unknown", {*act.session}, ErrorCode::not_found);
    }
    const bool facilitates = context.caller.capacity == Capacity::facilitator;
    if (facilitates && act.formality != Formality::informal) {
        return refuse("meeting.facilitator_formal");
    }
    std::uint32_t number = 1;
    for (const auto& [id, meeting] : state.meetings) {
        const bool is_of_series =
            meeting.session == act.session.value_or("") && meeting.formality == act.formality;
        number += is_of_series ? 1 : 0;
    }
    return Events{MeetingOpened{next_id('M', state.meetings), act.session, number, act.formality,
                                act.chair, act.place}};
}

}  // namespace

Act meeting_open() {
    return declare<Fields>(
        {
            .name = "meeting.open",
            .sentence = "Opens a meeting.",
            .who = {{Capacity::secretariat}, {Capacity::officer}, {Capacity::facilitator}},
            .on = {},
            .reads = {"session"},
            .fields = {{"session", "The session in which it is held."},
                       {"formality", "Only formal meetings decide."},
                       {"chair", "Who presides."},
                       {"place", "Where it is held."}},
        },
        decide_open);
}

}  // namespace travaux::committee
