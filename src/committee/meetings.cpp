// SPDX-License-Identifier: MIT
#include "committee/meetings.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const MeetingOpened& event, const Entered& when) {
    Meeting& meeting = state.meetings[event.id];
    meeting.session = event.session.value_or("");
    meeting.number = event.number;
    meeting.formality = event.formality;
    meeting.chair = event.chair;
    meeting.place = event.place;
    meeting.opened_ms = when.time_ms;
}

void apply(State& state, const MeetingSuspended& event, const Entered& /*when*/) {
    state.meetings[event.meeting].standing = MeetingStanding::suspended;
}

void apply(State& state, const MeetingResumed& event, const Entered& /*when*/) {
    state.meetings[event.meeting].standing = MeetingStanding::open;
}

void apply(State& state, const MeetingClosed& event, const Entered& when) {
    Meeting& meeting = state.meetings[event.meeting];
    meeting.standing = MeetingStanding::closed;
    meeting.closed_ms = when.time_ms;
}

void apply(State& state, const OfficerEntered& event, const Entered& when) {
    state.officers[event.id] = {event.person, event.member, event.office,
                                event.basis,  when.time_ms, {}};
}

void apply(State& state, const OfficerLeft& event, const Entered& when) {
    state.officers[event.officer].until_ms = when.time_ms;
}

}  // namespace travaux::committee
