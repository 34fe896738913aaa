// call.open: delegations are asked for proposals and views, until a deadline that closes nothing.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::optional<std::string> session;
    std::string subject;
    Moment deadline;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, subject, deadline))

Result<Events> decide_open(const State& state, const Fields& act, const Context& context) {
    if (act.session && find(state.sessions, *act.session) == nullptr) {
        return refuse("session.unknown", {*act.session}, ErrorCode::not_found);
    }
    TRY_OK(check_moment(act.deadline));
    if (act.deadline.at_ms <= context.time_ms) {
        return refuse("call.deadline_past", {act.deadline.local.text()});
    }
    return Events{CallOpened{next_id('C', state.calls), act.session, act.subject, act.deadline}};
}

}  // namespace

Act call_open() {
    return declare<Fields>(
        {
            .name = "call.open",
            .sentence = "Opens a call for proposals and views.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"session"},
            .fields = {{"session", "The session that it prepares."},
                       {"subject", "What is asked for."},
                       {"deadline", "Until when; what comes later is accepted and marked."}},
        },
        decide_open);
}

}  // namespace travaux::committee
