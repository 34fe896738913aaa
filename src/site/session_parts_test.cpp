// SPDX-License-Identifier: MIT
#include "site/session_parts.h"

#include <doctest/doctest.h>

using namespace travaux;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

// Three sessions that close on the tenth, the twentieth and the thirtieth day.
committee::State three_sessions() {
    committee::State state;
    for (std::int64_t number = 1; number <= 3; ++number) {
        committee::Session session;
        session.title = std::to_string(number);
        committee::SessionDates dates;
        dates.closes.emplace();
        dates.closes->at_ms = number * 10 * day;
        session.history.push_back({});
        session.history.back().dates = dates;
        state.sessions["S" + std::to_string(number)] = session;
    }
    return state;
}

std::string next_of(const committee::State& state, std::int64_t now_ms) {
    const committee::Session* next = site::next_session(state, now_ms);
    return next == nullptr ? "none" : next->title;
}

}  // namespace

TEST_CASE("what comes next is the session after the last one that was held, late as it may be") {
    committee::State state = three_sessions();
    CHECK(next_of(committee::State{}, 0) == "none");
    CHECK(next_of(state, 25 * day) == "1");
    state.meetings["M1"].session = "S1";
    CHECK(next_of(state, 5 * day) == "1");
    CHECK(next_of(state, 25 * day) == "2");
    state.meetings["M2"].session = "S3";
    CHECK(next_of(state, 25 * day) == "3");
    CHECK(next_of(state, 31 * day) == "none");
}
