// session.fix_dates: the dates of a session change, and the earlier ones stay on record.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string session;
    std::string words;
    DatesStanding standing = DatesStanding::tentative;
    std::optional<Moment> opens;
    std::optional<Moment> closes;
    std::optional<std::string> place;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, words, standing, opens, closes, place, reason))

Result<Events> decide_fix(const State& state, const Fields& act, const Context& context) {
    const Session* session = find(state.sessions, act.session);
    if (session == nullptr) return refuse("session.unknown", {act.session}, ErrorCode::not_found);
    const SessionDates dates{act.words, act.standing, act.opens, act.closes, act.place};
    TRY_OK(check_dates(state, context, dates, act.session));
    if (session->dates() == dates) return refuse("session.dates_same", {act.session});
    return Events{SessionDatesChanged{act.session, dates, act.reason}};
}

}  // namespace

Act session_fix_dates() {
    return declare<Fields>(
        {
            .name = "session.fix_dates",
            .sentence = "Gives a session other dates or another place: confirmed, changed, "
                        "postponed or suspended.",
            .who = {{Capacity::secretariat}},
            .on = "session",
            .reads = {"session"},
            .fields = {{"session", "The id of the session."},
                       {"words", "The dates as they were said, such as two weeks in April."},
                       {"standing", "Whether the dates hold."},
                       {"opens", "When the session opens, where that can be said."},
                       {"closes", "When it closes."},
                       {"place", "Where it is held."},
                       {"reason", "Why, and on whose decision."}},
        },
        decide_fix);
}

}  // namespace travaux::committee
