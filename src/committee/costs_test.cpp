// SPDX-License-Identifier: MIT
#include "committee/costs.h"

#include <doctest/doctest.h>

using namespace travaux;

namespace {

// A session of ten days with twenty meetings; three were held on two days, one of them informal.
committee::State held_in_part() {
    committee::State state;
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    std::int64_t opened = 0;
    for (const auto formality : {committee::Formality::formal, committee::Formality::informal,
                                 committee::Formality::formal}) {
        committee::Meeting meeting;
        meeting.session = "S1";
        meeting.formality = formality;
        meeting.opened_ms = opened;
        opened += day_ms / 2;
        state.meetings.emplace("M" + std::to_string(state.meetings.size() + 1), meeting);
    }
    return state;
}

committee::Rates rates() {
    committee::Rates rates;
    rates.currency = "USD";
    rates.meeting = 100'00;
    rates.translation = 250'00;
    rates.page = 50;
    rates.staff_day = 400'00;
    rates.staff = 3;
    return rates;
}

const committee::CountedSession session{"S1", {{2022, 2, 28}, {2022, 3, 11}}, 20, 1'000, 331};

}  // namespace

TEST_CASE("what a session takes is counted as planned and as held") {
    committee::State state = held_in_part();
    state.rates.push_back({0, rates()});
    const auto costs = committee::costs_of(state, {session, {"S2", session.days, 20, 0, 0}});
    REQUIRE(costs.size() == 2);
    CHECK(costs[0].planned == committee::Quantities{20, 20, 5'000, 24, 30, 0});
    CHECK(costs[0].held == committee::Quantities{3, 2, 1'655, 12, 6, 0});
    CHECK(!costs[1].held);
}

TEST_CASE(
    "what quantities cost is counted in the smallest unit, begun thousands of words in full") {
    CHECK(committee::cost_of({3, 2, 1'655, 12, 6, 0}, rates()) ==
          3 * 100'00 + 2 * 250'00 + 12 * 50 + 6 * 400'00);
    CHECK(committee::cost_of({3, 2, 1'655, 12, 6, 9}, {}) == 0);
    const std::vector<committee::SessionCosts> both = {
        {"S1", {1, 2, 3, 4, 5, 6}, {}, 8, 0},
        {"S2", {1, 1, 1, 1, 1, 1}, {{2, 2, 2, 2, 2, 2}}, 9, 7}};
    const committee::SessionCosts all = committee::sum(both);
    CHECK(all.planned == committee::Quantities{2, 3, 4, 5, 6, 7});
    CHECK(all.held == committee::Quantities{2, 2, 2, 2, 2, 2});
    CHECK(all.planned_cost == 17);
    CHECK(all.held_cost == 7);
    CHECK(!committee::sum({}).held);
}

TEST_CASE("what was held is paid by the rates of its days, what is planned by the last ones") {
    committee::State state = held_in_part();
    const auto enter = [&](const Date& as_of, std::uint64_t meeting, std::string currency = "USD") {
        committee::Rates entered = rates();
        entered.as_of = as_of;
        entered.meeting = meeting;
        entered.currency = std::move(currency);
        entered.translation = entered.page = entered.staff = 0;
        state.rates.push_back({0, entered});
    };
    const auto cost = [&] { return committee::costs_of(state, {session}).front(); };
    enter({2022, 6, 1}, 7);
    CHECK(cost().held_cost == 3 * 7);  // the first there are
    enter({2022, 1, 1}, 5);
    CHECK(cost().held_cost == 3 * 5);
    CHECK(cost().planned_cost == 20 * 5);
    enter({2022, 1, 1}, 6);  // a correction
    enter({2023, 1, 1}, 9);
    CHECK(cost().held_cost == 3 * 6);
    CHECK(cost().planned_cost == 20 * 9);
    enter({2023, 1, 1}, 8, "EUR");  // what was paid in another currency is not mixed with it
    CHECK(cost().held_cost == 3 * 8);
}
