// meeting.close: a meeting ends.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string meeting;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (meeting))

Result<Events> decide_close(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Meeting* meeting, own_meeting(state, context, act.meeting));
    if (meeting->standing == MeetingStanding::closed) {
        return refuse("meeting.standing", {act.meeting, std::string(name_of(meeting->standing))});
    }
    return Events{MeetingClosed{act.meeting}};
}

}  // namespace

Act meeting_close() {
    return declare<Fields>(
        {
            .name = "meeting.close",
            .sentence = "Closes a meeting.",
            .who = {{Capacity::secretariat}, {Capacity::officer}, {Capacity::facilitator}},
            .on = "meeting",
            .reads = {"meeting"},
            .fields = {{"meeting", "The id of the meeting."}},
        },
        decide_close);
}

}  // namespace travaux::committee
