// SPDX-License-Identifier: MIT
#include "host/committee_plan.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "planning/report.h"

using namespace travaux;
using committee::DatesStanding;

namespace {

// The outline of the paper: two sessions with days, and six whose dates are words without a year.
committee::State outlined() {
    committee::State state;
    const auto add = [&](const char* title, const char* words, const char* opens = nullptr,
                         const char* closes = nullptr) {
        committee::Session session;
        session.title = title;
        committee::SessionDates dates{words, DatesStanding::tentative, {}, {}, "Vienna"};
        if (opens != nullptr) dates.opens = committee::parse_moment(opens);
        if (closes != nullptr) dates.closes = committee::parse_moment(closes);
        session.history = {{1, 0, dates, {}}};
        state.sessions.emplace("S" + std::to_string(state.sessions.size() + 1), session);
    };
    add("First session", "2 to 13 August", "2021-08-02T10:00+02:00[Europe/Vienna]",
        "2021-08-13T18:00+02:00[Europe/Vienna]");
    add("Second session", "21 February to 4 March, the week in between");
    add("Third session", "22 August to 2 September");
    add("Fourth session", "12 to 23 December");
    add("Fifth session", "two weeks in April");
    add("Sixth session", "two weeks between late August and early September");
    add("Seventh session", "two weeks in December");
    add("Eighth session", "two weeks before the end of June");
    return state;
}

const planning::WantedSession& session(const host::CommitteePlan& plan, std::string_view id) {
    const auto found = std::ranges::find(plan.plan.sessions, id, &planning::WantedSession::id);
    REQUIRE(found != plan.plan.sessions.end());
    return *found;
}

}  // namespace

TEST_CASE("words without a year stand in the first year in which they follow the session before") {
    const host::CommitteePlan plan = host::plan_of(outlined(), {});
    CHECK(plan.unread.empty());
    REQUIRE(plan.plan.sessions.size() == 8);
    const auto years = std::vector{2021, 2022, 2022, 2022, 2023, 2023, 2023, 2024};
    for (std::size_t at = 0; at < years.size(); ++at) {
        INFO(plan.plan.sessions[at].title);
        CHECK(plan.plan.sessions[at].window.last.year == years[at]);
        CHECK(plan.plan.sessions[at].places == std::vector{planning::DutyStation::vienna});
    }
}

TEST_CASE("the outline of the paper has days for every session, and papers for those to come") {
    committee::State state = outlined();
    committee::Meeting met;
    met.session = "S1";
    state.meetings.emplace("M1", met);
    const host::CommitteePlan plan = host::plan_of(state, {{}, 22'000});
    CHECK(plan.held == std::set<std::string>{"S1"});
    CHECK(session(plan, "S1").papers.empty());
    CHECK(session(plan, "S2").papers.front().words == 22'000);
    const planning::PlanReport report = planning::report_on(plan.plan);
    CHECK(report.scheduling.outcome == planning::Outcome::feasible);
    CHECK(report.papers.size() == 7);
}

TEST_CASE("a session that is moved takes its papers along, and nothing else") {
    const host::CommitteePlan plan = host::plan_of(outlined(), {{{"S4", 14}}, 22'000});
    CHECK(session(plan, "S4").window.first == Date{2022, 12, 26});
    CHECK(session(plan, "S5").window.first == Date{2023, 4, 1});
    CHECK(session(plan, "S3").window.first == Date{2022, 8, 22});
}

TEST_CASE("what the registry has for a session is a paper of its plan, until it is out") {
    committee::State state = outlined();
    const auto enter = [&](const char* symbol, committee::DocumentKind kind) -> auto& {
        committee::Document document;
        document.symbol = *committee::Symbol::parse(symbol);
        document.kind = kind;
        document.original = text::Language::fr;
        document.session = "S2";
        return state.documents[symbol] = document;
    };
    using enum committee::DocumentKind;
    auto& study = enter("A/AC.291/5", background_document);
    enter("A/AC.291/6", report);
    enter("A/AC.291/L.1", draft_resolution).distribution = committee::DocumentDistribution::limited;
    const auto papers = [&] { return session(host::plan_of(state, {{}, 22'000}), "S2").papers; };
    REQUIRE(papers().size() == 2);
    CHECK(papers().front().id == host::draft_paper);
    CHECK(papers().back().id == "A/AC.291/5");
    CHECK(papers().back().words == 8'500);
    CHECK(papers().back().original == text::Language::fr);
    CHECK(papers().back().call_days == 0);
    CHECK(session(host::plan_of(state, {}), "S3").papers.size() == 1);

    study.versions.push_back({text::Language::fr, {}, 1'200, 0});
    study.released = committee::ReleaseStanding::advance;
    study.released_ms = Date{2021, 10, 4}.days() * 86'400'000;
    CHECK(papers().back().words == 1'200);
    CHECK(papers().back().done.at(planning::PaperStep::submission) == Date{2021, 10, 4});

    study.released = committee::ReleaseStanding::official;
    CHECK(papers().size() == 1);

    auto& draft = enter("A/AC.291/7", draft_text);
    REQUIRE(papers().size() == 1);
    CHECK(papers().front().id == "A/AC.291/7");
    CHECK(papers().front().words == 22'000);
    CHECK(papers().front().call_days == 14);  // States are asked for their views on it
    draft.released = committee::ReleaseStanding::official;
    CHECK(papers().empty());
}

TEST_CASE("what the committee requests by a day is a paper of the session that comes after it") {
    committee::State state = outlined();
    auto& request = state.document_requests["Q1"];
    request.title = "Options for the structure of the convention";
    request.due = {2021, 12, 1};
    const auto papers = [&] { return session(host::plan_of(state, {}), "S2").papers; };
    REQUIRE(papers().size() == 2);
    CHECK(papers().back().id == "Q1");
    CHECK(papers().back().due == Date{2021, 12, 1});
    CHECK(papers().back().words == 8'500);

    // The document that answers it is one paper, with the day that the committee set.
    committee::Document answer;
    answer.symbol = *committee::Symbol::parse("A/AC.291/8");
    answer.kind = committee::DocumentKind::background_document;
    answer.session = "S2";
    answer.versions.push_back({text::Language::en, {}, 4'000, 0});
    state.documents["R1"] = answer;
    request.document = "R1";
    REQUIRE(papers().size() == 2);
    CHECK(papers().back().id == "A/AC.291/8");
    CHECK(papers().back().due == Date{2021, 12, 1});
    CHECK(papers().back().words == 4'000);

    request.due = {2022, 3, 1};
    CHECK(papers().size() == 1);
    CHECK(session(host::plan_of(state, {}), "S3").papers.back().id == "A/AC.291/8");

    request.delivered_ms = 1;
    CHECK(session(host::plan_of(state, {}), "S3").papers.size() == 1);
    request.due = {2031, 1, 1};
    request.delivered_ms = {};
    CHECK(host::plan_of(state, {}).plan.sessions.back().papers.size() == 1);
}

TEST_CASE("dates that nobody understands are said, and the other sessions are planned") {
    committee::State state = outlined();
    state.sessions.at("S5").history.front().dates.words = "when the swallows return";
    const host::CommitteePlan plan = host::plan_of(state, {});
    REQUIRE(plan.unread.size() == 1);
    CHECK(plan.unread.front().session == "S5");
    CHECK(plan.plan.sessions.size() == 7);
}

TEST_CASE("a session that was planned late stands where its dates are") {
    committee::State state = outlined();
    committee::Session session;
    session.title = "Session on organizational matters";
    session.history = {
        {9,
         0,
         {"10 to 14 January 2022", DatesStanding::confirmed,
          committee::parse_moment("2022-01-10T10:00+01:00[Europe/Vienna]"),
          committee::parse_moment("2022-01-14T18:00+01:00[Europe/Vienna]"), "Vienna"},
         {}}};
    state.sessions.emplace("S9", session);
    const host::CommitteePlan plan = host::plan_of(state, {});
    REQUIRE(plan.plan.sessions.size() == 9);
    CHECK(plan.plan.sessions[1].id == "S9");
}

TEST_CASE("days of a year for which no calendar is computed are said, and break nothing") {
    committee::State state = outlined();
    auto& dates = state.sessions.at("S1").history.front().dates;
    dates.opens = committee::parse_moment("2921-08-02T10:00+02:00[Europe/Vienna]");
    dates.closes = committee::parse_moment("2921-08-13T18:00+02:00[Europe/Vienna]");
    const host::CommitteePlan plan = host::plan_of(state, {});
    REQUIRE_FALSE(plan.unread.empty());
    CHECK(plan.unread.front().error.id == "plan.year_far");
    CHECK(plan.unread.front().error.args.front() == "First session");

    state = outlined();
    state.sessions.at("S5").history.front().dates.words = "two weeks in April 2921";
    const host::CommitteePlan in_words = host::plan_of(state, {});
    REQUIRE(in_words.unread.size() == 1);
    CHECK(in_words.unread.front().error.id == "plan.year_far");
}

TEST_CASE("the rules on record make the plan, before them the modalities") {
    committee::State state = outlined();
    state.modalities.emplace().session_gap_weeks_min = 11;
    CHECK(host::plan_of(state, {}).plan.bodies.front().interval_weeks == 11);
    committee::PlanRules rules;
    rules.interval_weeks = 12;
    rules.submit_weeks = 8;
    rules.issue_weeks = 4;
    rules.call_days = 30;
    rules.teams = 2;
    rules.months_avoided = {7, 12};
    rules.closed_days = {{{2023, 4, 3}, {2023, 4, 14}, "recess"}};
    state.plan_rules.push_back({0, rules});
    const planning::Plan plan = host::plan_of(state, {}).plan;
    CHECK(plan.bodies.front().interval_weeks == 12);
    CHECK(plan.documents.submit_weeks == 8);
    CHECK(plan.documents.issue_weeks == 4);
    CHECK(plan.sessions.back().papers.front().call_days == 30);
    CHECK(plan.sessions.back().papers.front().drafting_days == 14);
    CHECK(plan.capacities.at(planning::DutyStation::vienna).teams == 2);
    CHECK(plan.months_avoided == std::set<std::int32_t>{7, 12});
    const planning::PlanReport report = planning::report_on(plan);
    REQUIRE(!report.scheduling.schedules.empty());
    for (const planning::ScheduledSession& one : report.scheduling.schedules.front().sessions) {
        INFO(one.id, " ", one.opens.text());
        CHECK((one.closes.days() < Date{2023, 4, 3}.days() ||
               one.opens.days() > Date{2023, 4, 14}.days()));
    }
}

TEST_CASE("sessions that were held make no plan impossible, whatever rules came after them") {
    committee::State state = outlined();
    committee::Session& second = state.sessions.at("S2");
    second.history.front().dates.opens =
        committee::parse_moment("2021-08-23T10:00+02:00[Europe/Vienna]");
    second.history.front().dates.closes =
        committee::parse_moment("2021-08-27T18:00+02:00[Europe/Vienna]");
    for (const char* const session : {"S1", "S2"}) {
        committee::Meeting meeting;
        meeting.session = session;
        state.meetings.emplace("M" + std::to_string(state.meetings.size() + 1), meeting);
    }
    committee::PlanRules rules;
    rules.interval_weeks = 11;
    rules.closed_days = {{{2021, 8, 1}, {2021, 8, 31}, "recess"}};
    state.plan_rules.push_back({0, rules});
    const planning::PlanReport report = planning::report_on(host::plan_of(state, {}).plan);
    REQUIRE(!report.scheduling.schedules.empty());
    CHECK(report.scheduling.schedules.front().sessions.size() == 8);
}

TEST_CASE("where no days suit all, sessions with exact days still say which papers are late") {
    committee::State state = outlined();
    committee::PlanRules rules;
    rules.submit_weeks = 40;  // a paper for the fourth session is due before the third one ends
    state.plan_rules.push_back({0, rules});
    const planning::PlanReport report = planning::report_on(host::plan_of(state, {}).plan);
    CHECK(report.scheduling.outcome == planning::Outcome::clash);
    const auto fourth = std::ranges::find(report.papers, "S4", &planning::PaperPlan::session);
    REQUIRE(fourth != report.papers.end());
    REQUIRE(fourth->standing == planning::PaperStanding::red);
    CHECK(fourth->warnings.front().kind == planning::PaperWarning::Kind::late_submission);
    CHECK(std::ranges::find(report.papers, "S5", &planning::PaperPlan::session) ==
          report.papers.end());  // its days are not settled
}
