// meeting.suspend: a meeting pauses.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string meeting;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (meeting))

Result<Events> decide_suspend(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Meeting* meeting, own_meeting(state, context, act.meeting));
    if (meeting->standing != MeetingStanding::open) {
        return refuse("meeting.standing", {act.meeting, std::string(name_of(meeting->standing))});
    }
    return Events{MeetingSuspended{act.meeting}};
}

}  // namespace

Act meeting_suspend() {
    return declare<Fields>(
        {
            .name = "meeting.suspend",
            .sentence = "Suspends a meeting.",
            .who = {{Capacity::secretariat}, {Capacity::officer}, {Capacity::facilitator}},
            .on = "meeting",
            .reads = {"meeting"},
            .fields = {{"meeting", "The id of the meeting."}},
        },
        decide_suspend);
}

}  // namespace travaux::committee
