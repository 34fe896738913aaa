// Schedules of small plans beside those that trying everything finds.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "planning/candidates.h"
#include "planning/precedents.h"
#include "tests/planning/plans.h"

using namespace travaux;
using namespace travaux::planning;

namespace {

using Choices = std::vector<const Candidate*>;

// Numbers in an order that is the same on every machine.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::int32_t below(std::int32_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int32_t>((state_ >> 33U) % static_cast<std::uint64_t>(bound));
    }

private:
    std::uint64_t state_;
};

Plan random_plan(Chance& chance) {
    Plan plan = tests::two_weeks({{2024, 4, 1}, {2024, 5, 31}});
    plan.bodies = {{"a", "", chance.below(4), {}}, {"b", "", chance.below(12), {}}};
    const WantedSession like = plan.sessions.front();
    plan.sessions.clear();
    for (int at = 0; at < 4; ++at) {
        WantedSession one = like;
        one.id = std::to_string(at);
        one.body = at % 2 == 0 ? "a" : "b";
        const Date first = plus_days({2024, 3, 25}, 7 * chance.below(8) + 50 * (at / 2));
        one.window.first = first;
        one.window.last = plus_days(first, 14 + 7 * chance.below(4));
        one.length.count = 1 + chance.below(2);
        one.rooms = 1 + chance.below(2);
        if (chance.below(2) == 0) one.places.push_back(DutyStation::new_york);
        if (chance.below(2) == 0) one.papers = {tests::paper_of(1'000 * chance.below(9))};
        plan.sessions.push_back(one);
    }
    if (chance.below(3) == 0) plan.sessions[3].after = {"2"};
    plan.documents.submit_weeks = chance.below(5);
    plan.documents.issue_weeks = 0;
    plan.capacities[DutyStation::vienna].rooms = 1 + chance.below(3);
    if (chance.below(2) == 0) plan.words_per_month = 6'000 + 1'000 * chance.below(9);
    const Date closed = plus_days({2024, 4, 1}, chance.below(60));
    plan.blackouts = {{closed, plus_days(closed, chance.below(10)), "closed", {}}};
    plan.months_avoided = {5};
    return plan;
}

bool keeps_apart(const Plan& plan, const Choices& taken) {
    for (std::size_t at = 0; at + 2 < taken.size(); ++at) {
        const Candidate& before = *taken[at];
        const Candidate& after = *taken[at + 2];  // bodies take turns
        const std::int64_t gap = days_between(before.closes, after.opens);
        if (gap < std::max(1, 7 * plan.bodies[at % 2].interval_weeks)) return false;
        const bool has_papers = !plan.sessions[at + 2].papers.empty();
        if (has_papers && gap < std::int64_t{7} * plan.documents.submit_weeks) return false;
    }
    return plan.sessions[3].after.empty() || taken[2]->closes < taken[3]->opens;
}

bool stays_within(const Plan& plan, const Choices& taken) {
    for (const Candidate* one : taken) {
        for (const Blackout& blackout : plan.blackouts) {
            if (one->opens <= blackout.last && blackout.first <= one->closes) return false;
        }
        std::int32_t rooms = 0;
        std::int32_t words = 0;
        const Date handed_in =
            plus_days(one->opens, std::int64_t{-7} * plan.documents.submit_weeks);
        for (std::size_t at = 0; at < taken.size(); ++at) {
            const Candidate& other = *taken[at];
            const bool is_at_once = other.station == one->station && other.opens <= one->opens &&
                                    one->opens <= other.closes;
            if (is_at_once) rooms += plan.sessions[at].rooms;
            const Date other_in =
                plus_days(other.opens, std::int64_t{-7} * plan.documents.submit_weeks);
            const bool is_same_month =
                other_in.month == handed_in.month && other_in.year == handed_in.year;
            if (!is_same_month) continue;
            for (const Paper& paper : plan.sessions[at].papers) words += paper.words;
        }
        if (one->station == DutyStation::vienna &&
            rooms > *plan.capacities.at(DutyStation::vienna).rooms) {
            return false;
        }
        if (words > plan.words_per_month.value_or(words)) return false;
    }
    return true;
}

std::int64_t cost_of(const Choices& taken) {
    std::int64_t cost = 0;
    for (std::size_t at = 0; at < taken.size(); ++at) {
        cost += taken[at]->cost;
        if (at < 2) continue;
        const std::int64_t gap = days_between(taken[at - 2]->closes, taken[at]->opens);
        const bool is_usual = usual_interval().shortest <= gap && gap <= usual_interval().longest;
        cost += is_usual ? 0 : precedent_cost;
    }
    return cost;
}

// Tries every choice; returns the least cost, or nothing.
std::optional<std::int64_t> least_cost(const Plan& plan, const Calendars& calendars) {
    std::vector<std::vector<Candidate>> candidates;
    for (const WantedSession& one : plan.sessions) {
        candidates.push_back(candidates_for(one, plan, calendars));
    }
    std::optional<std::int64_t> least;
    Choices taken(candidates.size());
    for (const Candidate& first : candidates[0]) {
        for (const Candidate& second : candidates[1]) {
            for (const Candidate& third : candidates[2]) {
                for (const Candidate& fourth : candidates[3]) {
                    taken = {&first, &second, &third, &fourth};
                    if (!keeps_apart(plan, taken) || !stays_within(plan, taken)) continue;
                    const std::int64_t cost = cost_of(taken);
                    least = std::min(least.value_or(cost), cost);
                }
            }
        }
    }
    return least;
}

}  // namespace

TEST_CASE("a plan has a schedule where trying everything finds one, and none is cheaper") {
    Chance chance(11);
    int feasible = 0;
    int clashing = 0;
    for (int run = 0; run < 200; ++run) {
        INFO(run);
        const Plan plan = random_plan(chance);
        REQUIRE(check(plan, "plan.json"));
        const Calendars calendars = calendars_for(plan);
        const auto least = least_cost(plan, calendars);
        const Scheduling found = schedule(plan, calendars);
        REQUIRE(found.outcome == (least ? Outcome::feasible : Outcome::clash));
        ++(least ? feasible : clashing);
        if (!least) {
            CHECK_FALSE(found.clash.empty());
            continue;
        }
        CHECK(found.is_best);
        CHECK(found.schedules.front().cost == *least);
    }
    CHECK(feasible > 20);
    CHECK(clashing > 20);
}
