// SPDX-License-Identifier: MIT
#include "planning/scheduling.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "planning/demands.h"
#include "tests/planning/plans.h"

using namespace travaux;
using namespace travaux::planning;
using tests::papers_table;
using tests::shared_plan;
using tests::two_weeks;

namespace {

Scheduling scheduled(const Plan& plan) {
    REQUIRE(check(plan, "plan.json"));
    return schedule(plan, calendars_for(plan));
}

// A schedule is looked at with plain comparisons, not with the clauses that it was found by.
void check_demands(const Plan& plan, const Schedule& schedule) {
    const auto& sessions = schedule.sessions;
    REQUIRE(sessions.size() == plan.sessions.size());
    for (std::size_t at = 0; at < sessions.size(); ++at) {
        INFO(sessions[at].id);
        CHECK(plan.sessions[at].window.first <= sessions[at].opens);
        CHECK(sessions[at].closes <= plan.sessions[at].window.last);
        for (const Blackout& one : plan.blackouts) {
            const bool is_apart = sessions[at].closes < one.first ||
                                  one.last < sessions[at].opens ||
                                  (one.station && *one.station != sessions[at].station);
            CHECK(is_apart);
        }
        for (std::size_t next = at + 1; next < sessions.size(); ++next) {
            if (plan.sessions[next].body != plan.sessions[at].body) continue;
            const auto body = std::ranges::find(plan.bodies, plan.sessions[at].body, &Body::id);
            CHECK(days_between(sessions[at].closes, sessions[next].opens) >=
                  7 * body->interval_weeks);
            break;
        }
    }
    for (const auto& [station, capacity] : plan.capacities) {
        for (const ScheduledSession& one : sessions) {
            std::int64_t rooms = 0;
            std::int64_t teams = 0;
            for (std::size_t at = 0; at < sessions.size(); ++at) {
                const bool is_held = sessions[at].station == station &&
                                     sessions[at].opens <= one.opens &&
                                     one.opens <= sessions[at].closes;
                if (!is_held) continue;
                rooms += plan.sessions[at].rooms;
                teams += plan.sessions[at].teams;
            }
            if (capacity.rooms) CHECK(rooms <= *capacity.rooms);
            if (capacity.teams) CHECK(teams <= *capacity.teams);
        }
    }
}

std::vector<std::string> kinds_of(const std::vector<Demand>& demands) {
    std::vector<std::string> kinds;
    for (const Demand& one : demands) {
        kinds.emplace_back(demand_names[static_cast<std::size_t>(one.kind)]);
    }
    std::ranges::sort(kinds);
    return kinds;
}

// Leaving out any one demand has to leave the others possible.
void check_minimal(const Plan& plan, const std::vector<Demand>& clash) {
    const Calendars calendars = calendars_for(plan);
    Solver solver;
    const Demands demands(plan, calendars, solver);
    const auto guards_but = [&](const Demand* left_out) {
        std::vector<Literal> guards;
        for (const Demand& one : clash) {
            if (&one == left_out) continue;
            const auto at = std::ranges::find(demands.demands(), one);
            guards.push_back(
                demands.guards()[static_cast<std::size_t>(at - demands.demands().begin())]);
        }
        return guards;
    };
    CHECK(solver.solve(guards_but(nullptr), -1) == Answer::no);
    for (const Demand& one : clash) CHECK(solver.solve(guards_but(&one), -1) == Answer::yes);
}

}  // namespace

TEST_CASE("the table of the paper has a feasible plan") {
    const Plan plan = papers_table();
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::feasible);
    CHECK(found.is_best);
    CHECK(found.schedules.size() == 3);
    for (const Schedule& one : found.schedules) check_demands(plan, one);
    const Schedule& best = found.schedules.front();
    CHECK(best.sessions[0].opens == Date{2021, 8, 2});
    CHECK(best.sessions[1].opens == Date{2022, 2, 21});
    CHECK(best.sessions[1].closes == Date{2022, 3, 4});
    // No feast of April 2023 is met; Easter Monday, the Orthodox Easter and the Eid leave two weeks
    // at the end of the month.
    CHECK(best.sessions[4].opens >= Date{2023, 4, 17});
    CHECK(best.slack_days > 0);
    CHECK(found.schedules[0].cost <= found.schedules[1].cost);
    CHECK(found.schedules[1].cost <= found.schedules[2].cost);
    CHECK(scheduled(plan) == found);
}

TEST_CASE("a session is moved out of a month that is to be avoided, where its window allows") {
    Plan plan = two_weeks({{2024, 4, 1}, {2024, 5, 31}});
    plan.months_avoided = {4};
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::feasible);
    CHECK(found.schedules.front().sessions[0].opens.month == 5);
}

TEST_CASE(
    "of equal days those come first that follow the session before as earlier committees did") {
    Plan plan = two_weeks({{2024, 3, 4}, {2024, 3, 15}});
    plan.sessions[0].window.exactness = Exactness::exact;
    WantedSession next = plan.sessions[0];
    next.id = "2";
    next.window = {"", {2024, 3, 18}, {2024, 6, 30}, Exactness::within, {}};
    plan.sessions.push_back(next);
    plan.alternatives = 40;
    const Scheduling found = scheduled(plan);
    REQUIRE(found.is_best);
    const auto days_of = [](const Schedule& one) {
        return days_between(one.sessions[0].closes, one.sessions[1].opens);
    };
    const auto reason_of = [](const Schedule& one) {
        return std::ranges::find(one.reasons, Reason::Kind::precedent, &Reason::kind);
    };
    CHECK(days_of(found.schedules.front()) >= 31);
    bool has_unusual = false;
    for (const Schedule& one : found.schedules) {
        const auto reason = reason_of(one);
        const bool is_unusual = reason != one.reasons.end();
        CHECK(is_unusual == (days_of(one) < 31));
        if (!is_unusual) continue;
        has_unusual = true;
        CHECK(reason->session == "2");
        CHECK(reason->amount == days_of(one));
        CHECK(one.cost >= precedent_cost);
    }
    CHECK(has_unusual);
}

TEST_CASE("an alternative duty station is taken where the preferred one is closed") {
    Plan plan = two_weeks({{2024, 6, 1}, {2024, 6, 30}});
    plan.sessions[0].places = {DutyStation::new_york, DutyStation::vienna};
    plan.blackouts = {{{2024, 6, 1}, {2024, 6, 30}, "works", DutyStation::new_york}};
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::feasible);
    const Schedule& best = found.schedules.front();
    CHECK(best.sessions[0].station == DutyStation::vienna);
    const auto& reasons = best.reasons;
    CHECK(std::ranges::count(reasons, Reason::Kind::place, &Reason::kind) == 1);
}

TEST_CASE("a window that is closed clashes with what closes it") {
    Plan plan = two_weeks({{2024, 6, 1}, {2024, 6, 30}});
    plan.blackouts = {{{2024, 1, 1}, {2024, 2, 1}, "elsewhere", {}},
                      {{2024, 6, 10}, {2024, 6, 21}, "another conference", {}}};
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::clash);
    CHECK(kinds_of(found.clash) == std::vector<std::string>{"blackout", "window"});
    CHECK(found.clash.back().words == "another conference");
    check_minimal(plan, found.clash);
}

TEST_CASE("a window without two whole weeks clashes by itself") {
    const Scheduling found = scheduled(two_weeks({{2024, 6, 4}, {2024, 6, 16}}));
    CHECK(kinds_of(found.clash) == std::vector<std::string>{"window"});
}

TEST_CASE("two sessions with too little time between them clash, and nothing else is named") {
    Plan plan = papers_table();
    plan.bodies[0].interval_weeks = 30;
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::clash);
    CHECK(kinds_of(found.clash) == std::vector<std::string>{"interval", "window", "window"});
    check_minimal(plan, found.clash);
}

TEST_CASE("papers that take long to prepare clash with the windows") {
    Plan plan = papers_table();
    plan.sessions[3].papers[0].call_days = 60;
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::clash);
    CHECK(kinds_of(found.clash) == std::vector<std::string>{"preparation", "window", "window"});
    check_minimal(plan, found.clash);
}

TEST_CASE("rooms, teams and words are never exceeded silently") {
    Plan plan = two_weeks({{2024, 6, 1}, {2024, 6, 16}});
    plan.bodies.push_back({"other", "", 0, {}});
    WantedSession other = plan.sessions[0];
    other.id = "other-1";
    other.body = "other";
    plan.sessions.push_back(other);
    CHECK(scheduled(plan).outcome == Outcome::feasible);
    const auto clash_of = [](const Plan& one) {
        const Scheduling found = scheduled(one);
        check_minimal(one, found.clash);
        return kinds_of(found.clash);
    };
    Plan rooms = plan;
    rooms.capacities[DutyStation::vienna].rooms = 1;
    CHECK(clash_of(rooms) == std::vector<std::string>{"rooms", "window", "window"});
    Plan teams = plan;
    teams.capacities[DutyStation::vienna].teams = 1;
    CHECK(clash_of(teams) == std::vector<std::string>{"teams", "window", "window"});
    Plan words = plan;
    for (WantedSession& one : words.sessions) one.papers = {tests::paper_of(22'000)};
    words.words_per_month = 43'999;
    CHECK(clash_of(words) == std::vector<std::string>{"window", "window", "words"});
    words.words_per_month = 44'000;
    CHECK(scheduled(words).outcome == Outcome::feasible);
}

TEST_CASE("the last session leaves time before the General Assembly") {
    Plan plan = papers_table();
    plan.bodies[0].reports_to = AssemblyReport{79, 10};
    CHECK(scheduled(plan).outcome == Outcome::feasible);
    plan.bodies[0].reports_to = AssemblyReport{79, 15};
    const Scheduling found = scheduled(plan);
    CHECK(kinds_of(found.clash) == std::vector<std::string>{"assembly", "window"});
}

TEST_CASE("a session after one of another body opens once that is closed") {
    Plan plan = two_weeks({{2024, 6, 1}, {2024, 6, 20}});
    plan.bodies.push_back({"other", "", 0, {}});
    WantedSession other = plan.sessions[0];
    other.id = "other-1";
    other.body = "other";
    other.after = {plan.sessions[0].id};
    plan.sessions.push_back(other);
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::clash);
    CHECK(kinds_of(found.clash) == std::vector<std::string>{"order", "window", "window"});
}

TEST_CASE("what cannot be meant is refused by name") {
    Plan plan = papers_table();
    plan.sessions[1].after = {plan.sessions[3].id};
    const auto circle = check(plan, "plan.json");
    REQUIRE_FALSE(circle);
    CHECK(circle.error().id == "plan.order_circle");
    plan.sessions[1].after = {"ninth"};
    CHECK(check(plan, "plan.json").error().id == "plan.session_unknown");
    plan = papers_table();
    plan.sessions[1].body = "nobody";
    CHECK(check(plan, "plan.json").error().id == "plan.body_unknown");
    plan = papers_table();
    plan.sessions[1].id = plan.sessions[0].id;
    CHECK(check(plan, "plan.json").error().id == "plan.id_twice");
}

TEST_CASE("thirty sessions of five bodies share rooms and teams over three years") {
    const Plan plan = shared_plan(5, 6);
    const Scheduling found = scheduled(plan);
    REQUIRE(found.outcome == Outcome::feasible);
    for (const Schedule& one : found.schedules) check_demands(plan, one);
}
