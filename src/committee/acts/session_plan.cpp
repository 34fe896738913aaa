// session.plan: a session is planned, with dates as exact as they are known.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string title;
    SessionKind kind = SessionKind::negotiating;
    std::vector<std::string> tasks;
    std::string words;
    DatesStanding standing = DatesStanding::tentative;
    std::optional<Moment> opens;
    std::optional<Moment> closes;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (title, kind, tasks, words, standing, opens, closes, place))

Result<Events> decide_plan(const State& state, const Fields& act, const Context& context) {
    const SessionDates dates{act.words, act.standing, act.opens, act.closes, act.place};
    TRY_OK(check_dates(state, context, dates, {}));
    return Events{
        SessionPlanned{next_id('S', state.sessions), act.title, act.kind, act.tasks, dates}};
}

}  // namespace

Act session_plan() {
    return declare<Fields>(
        {
            .name = "session.plan",
            .sentence = "Plans a session.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields =
                {
                    {"title", "What the session is called, such as Second session."},
                    {"kind", "What kind of session it is."},
                    {"tasks", "What it is to do. Tasks order the work and close nothing."},
                    {"words", "The dates as they were said, such as two weeks in April."},
                    {"standing", "Whether the dates hold."},
                    {"opens", "When the session opens, where that can be said."},
                    {"closes", "When it closes."},
                    {"place", "Where it is held."},
                },
        },
        decide_plan);
}

}  // namespace travaux::committee
