// Fuzzes plans as JSON: what is taken has schedules within its windows, or a clash, or is given up.
// SPDX-License-Identifier: MIT
#include "formats/plan_json.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace travaux;
    using namespace travaux::planning;
    const auto plan = formats::read_plan(tests::view_of(data, size), "plan.json");
    // A plan of many sessions takes its time, and says nothing that one of a few does not.
    if (!plan || plan->sessions.size() > 4) return 0;
    const PlanReport report = report_on(*plan);
    const Scheduling& found = report.scheduling;
    VERIFY((found.outcome == Outcome::clash) == !found.clash.empty());
    VERIFY((found.outcome == Outcome::feasible) == !found.schedules.empty());
    for (const Schedule& one : found.schedules) {
        for (std::size_t at = 0; at < one.sessions.size(); ++at) {
            VERIFY(plan->sessions[at].window.first <= one.sessions[at].opens);
            VERIFY(one.sessions[at].opens <= one.sessions[at].closes);
            VERIFY(one.sessions[at].closes <= plan->sessions[at].window.last);
        }
    }
    VERIFY(!formats::report_json(*plan, report).empty());
    return 0;
}
