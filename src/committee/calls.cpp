// SPDX-License-Identifier: MIT
#include "committee/calls.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const CallOpened& event, const Entered& when) {
    Call& call = state.calls[event.id];
    call.session = event.session.value_or("");
    call.subject = event.subject;
    call.deadline = event.deadline;
    call.reminders = event.reminders;
    call.opened_ms = when.time_ms;
}

void apply(State& state, const CallClosed& event, const Entered& when) {
    state.calls[event.call].closed_ms = when.time_ms;
}

void apply(State& state, const ViewSubmitted& event, const Entered& when) {
    state.views[event.id] = {event.member,     event.call.value_or(""), event.timing, event.body,
                             event.provisions, event.proposals,         when.time_ms};
    if (event.call) state.calls[*event.call].answered.try_emplace(event.member, when.time_ms);
}

Answer answer_at(const State& state, std::int64_t time_ms) {
    Answer answer;
    const Call* call = nullptr;
    for (const auto& [id, one] : state.calls) {
        if (one.closed_ms) continue;
        answer.call = id;
        call = &one;
    }
    if (session_at(state, time_ms)) {
        answer.timing = Timing::in_session;
    } else if (call != nullptr) {
        answer.timing = time_ms <= call->deadline.at_ms ? Timing::in_time : Timing::late;
    }
    return answer;
}

}  // namespace travaux::committee
