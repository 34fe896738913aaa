// task.complete: a task of a session is done. Tasks order the work; none closes a right.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string session;
    std::uint32_t task = 0;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, task, meeting, authority))

Result<Events> decide_complete(const State& state, const Fields& act, const Context& /*context*/) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    const Session* session = find(state.sessions, act.session);
    if (session == nullptr) return refuse("session.unknown", {act.session}, ErrorCode::not_found);
    if (act.task == 0 || act.task > session->tasks.size()) {
        return refuse("task.unknown", {act.session, std::to_string(act.task)},
                      ErrorCode::not_found);
    }
    if (std::ranges::find(session->tasks_done, act.task) != session->tasks_done.end()) {
        return refuse("task.done_already", {act.session, std::to_string(act.task)});
    }
    return Events{TaskCompleted{act.session, act.task, basis}};
}

}  // namespace

Act task_complete() {
    return declare<Fields>(
        {
            .name = "task.complete",
            .sentence = "Enters that a task of a session is done.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {"session"},
            .fields = {{"session", "The id of the session."},
                       {"task", "The task, counted from 1."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who said so."}},
        },
        decide_complete);
}

}  // namespace travaux::committee
