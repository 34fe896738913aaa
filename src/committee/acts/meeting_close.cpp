// meeting.close: a meeting ends.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string meeting;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (meeting))

Result<Events> decide_close(const State& state, const Fields& act, const Context& /*context*/) {
    const Meeting* meeting = find(state.meetings, act.meeting);
    if (meeting == nullptr) return refuse("meeting.unknown", {act.meeting}, ErrorCode::not_found);
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
            .who = {{Capacity::secretariat}, {Capacity::officer}},
            .on = "meeting",
            .reads = {"meeting"},
            .fields = {{"meeting", "The id of the meeting."}},
        },
        decide_close);
}

}  // namespace travaux::committee
