// SPDX-License-Identifier: MIT
#include "committee/sessions.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const SessionPlanned& event, const Entered& when) {
    state.sessions[event.id] = {
        event.title, event.kind, event.tasks, {}, {{when.entry, when.time_ms, event.dates, {}}}};
}

void apply(State& state, const SessionDatesChanged& event, const Entered& when) {
    state.sessions[event.session].history.push_back(
        {when.entry, when.time_ms, event.dates, event.reason});
}

void apply(State& state, const TaskCompleted& event, const Entered& /*when*/) {
    state.sessions[event.session].tasks_done.push_back(event.task);
}

std::optional<std::string> session_at(const State& state, std::int64_t time_ms) {
    for (const auto& [id, session] : state.sessions) {
        const SessionDates& dates = session.dates();
        if (dates.standing == DatesStanding::postponed || !dates.opens || !dates.closes) continue;
        if (dates.opens->at_ms <= time_ms && time_ms < dates.closes->at_ms) return id;
    }
    return std::nullopt;
}

}  // namespace travaux::committee
