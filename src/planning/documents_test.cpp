// SPDX-License-Identifier: MIT
#include "planning/documents.h"

#include <doctest/doctest.h>

using namespace travaux;
using namespace travaux::planning;

namespace {

const Calendars& calendars() {
    static const Calendars all(2019, 2026);
    return all;
}

Paper paper(std::int32_t words) {
    Paper result;
    result.id = "draft";
    result.words = words;
    result.has_waiver = true;
    return result;
}

DatedSession session(std::string id, const Date& opens, const Date& closes) {
    return {std::move(id), "committee", opens, closes, DutyStation::vienna, {paper(8'000)}};
}

std::vector<PaperPlan> planned(const std::vector<DatedSession>& sessions,
                               const DocumentRules& rules = {}) {
    return plan_documents(sessions, {rules, calendars(), std::nullopt});
}

// What the session before leaves: days from its end to the last day of submission.
std::int64_t slack_after(const Date& closes, const Date& opens) {
    const auto plans = planned(
        {session("1", plus_days(closes, -11), closes), session("2", opens, plus_days(opens, 11))});
    return days_between(plans[1].at(PaperStep::call).expected,
                        plans[1].at(PaperStep::submission).latest);
}

}  // namespace

TEST_CASE("a document is handed in ten weeks before the opening and issued six weeks before it") {
    const auto one = planned({session("concluding", {2024, 1, 29}, {2024, 2, 9})});
    CHECK(one[0].at(PaperStep::submission).latest == Date{2023, 11, 20});
    CHECK(one[0].at(PaperStep::issue).latest == Date{2023, 12, 18});
    const auto other = planned({session("sixth", {2023, 8, 21}, {2023, 9, 1})});
    CHECK(other[0].at(PaperStep::submission).latest == Date{2023, 6, 12});
    CHECK(other[0].at(PaperStep::issue).latest == Date{2023, 7, 10});
}

TEST_CASE("a document that is due by a day is issued by then, and handed in four weeks before it") {
    DatedSession one = session("concluding", {2024, 1, 29}, {2024, 2, 9});
    one.papers.front().due = Date{2023, 11, 1};
    const auto plans = planned({one});
    CHECK(plans[0].at(PaperStep::issue).latest == Date{2023, 11, 1});
    CHECK(plans[0].at(PaperStep::submission).latest == Date{2023, 10, 4});
}

TEST_CASE("eleven weeks between two sessions leave seven days to hand in") {
    CHECK(slack_after({2023, 1, 1}, plus_days({2023, 1, 1}, 77)) == 7);
}

TEST_CASE("the days of submission in the paper's table fall after the session before") {
    CHECK(slack_after({2021, 8, 13}, {2022, 2, 21}) == days_between({2021, 8, 13}, {2021, 12, 13}));
    CHECK(slack_after({2022, 3, 4}, {2022, 8, 22}) == days_between({2022, 3, 4}, {2022, 6, 13}));
    CHECK(slack_after({2022, 9, 2}, {2022, 12, 12}) == days_between({2022, 9, 2}, {2022, 10, 3}));
    CHECK(slack_after({2022, 9, 2}, {2022, 12, 12}) > 0);
}

TEST_CASE("each kind of paper has its limit of words") {
    CHECK(word_limit(PaperKind::secretariat) == 8'500);
    CHECK(word_limit(PaperKind::intergovernmental) == 10'700);
    CHECK(word_limit(PaperKind::in_session) == 3'300);
    CHECK(word_limit(PaperKind::stakeholder) == 2'000);
    auto over = session("1", {2024, 1, 29}, {2024, 2, 9});
    over.papers[0].words = 8'501;
    over.papers[0].has_waiver = false;
    const auto plans = planned({over});
    REQUIRE(plans[0].warnings.size() == 1);
    CHECK(plans[0].warnings[0].kind == PaperWarning::Kind::over_limit);
    CHECK(plans[0].standing == PaperStanding::amber);
    over.papers[0].words = 8'500;
    CHECK(planned({over})[0].warnings.empty());
}

TEST_CASE("a draft of 22,000 words takes a translator fourteen days and a reviser six") {
    DocumentRules rules;
    rules.staff.fill({1, 1});
    auto one = session("1", {2024, 1, 29}, {2024, 2, 9});
    one.papers[0].words = 22'000;
    const auto plans = planned({one}, rules);
    REQUIRE(plans[0].work.size() == 5);
    CHECK(plans[0].work[0].translation_days == 14);
    CHECK(plans[0].work[0].revision_days == 6);
    CHECK(plans[0].standing == PaperStanding::red);
    const auto& warning = plans[0].warnings.at(0);
    CHECK(warning.kind == PaperWarning::Kind::long_processing);
    CHECK(warning.days == 25);
    CHECK(warning.available == 20);
    CHECK(planned({one})[0].standing == PaperStanding::green);
}

TEST_CASE("the language with the fewest hands is named where it makes a paper late") {
    DocumentRules rules;
    rules.staff[static_cast<std::size_t>(text::Language::ar)] = {1, 1};
    auto one = session("1", {2024, 1, 29}, {2024, 2, 9});
    one.papers[0].words = 22'000;
    CHECK(planned({one}, rules)[0].warnings.at(0).language == text::Language::ar);
}

TEST_CASE("a paper that begins too late says since when it can be worked on") {
    auto second = session("2", {2022, 5, 30}, {2022, 6, 10});
    second.papers[0].call_days = 14;
    const auto plans = planned({session("1", {2022, 2, 28}, {2022, 3, 11}), second});
    CHECK(plans[1].standing == PaperStanding::red);
    const auto& warning = plans[1].warnings.at(0);
    CHECK(warning.kind == PaperWarning::Kind::late_submission);
    CHECK(warning.since == Date{2022, 3, 11});
    CHECK(warning.days == 4);
}

TEST_CASE("a date that slips takes with it what hangs on it") {
    std::vector<DatedSession> sessions = {session("1", {2022, 2, 28}, {2022, 3, 11}),
                                          session("2", {2022, 5, 30}, {2022, 6, 10})};
    const auto before = planned(sessions);
    sessions[1].papers[0].done[PaperStep::submission] = {2022, 4, 1};
    const auto moved = slips(before, planned(sessions));
    REQUIRE(moved.size() == 4);
    CHECK(moved[0].step == PaperStep::submission);
    CHECK(moved[3].step == PaperStep::issue);
    CHECK(moved[3].standing == PaperStanding::red);
    CHECK(slips(before, before).empty());
    // A session that closes a week later moves all of the next one's paper.
    sessions[1].papers[0].done.clear();
    sessions[0].closes = {2022, 3, 18};
    CHECK(slips(before, planned(sessions)).size() == paper_step_names.size());
}
