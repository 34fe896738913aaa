// call.close: a call ends. Nobody's right to propose ends with it.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string call;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (call))

Result<Events> decide_close(const State& state, const Fields& act, const Context& /*context*/) {
    const Call* call = find(state.calls, act.call);
    if (call == nullptr) return refuse("call.unknown", {act.call}, ErrorCode::not_found);
    if (call->closed_ms) return refuse("call.closed_already", {act.call});
    return Events{CallClosed{act.call}};
}

}  // namespace

Act call_close() {
    return declare<Fields>(
        {
            .name = "call.close",
            .sentence = "Closes a call; proposals are accepted all the same.",
            .who = {{Capacity::secretariat}},
            .on = "call",
            .reads = {"call"},
            .fields = {{"call", "The id of the call."}},
        },
        decide_close);
}

}  // namespace travaux::committee
