// SPDX-License-Identifier: MIT
#include "tests/planning/plans.h"

#include <string>

namespace travaux::tests {

using namespace planning;

Paper paper_of(std::int32_t words) {
    Paper paper;
    paper.id = "draft";
    paper.words = words;
    paper.has_waiver = true;
    return paper;
}

Plan papers_table() {
    Plan plan;
    plan.title = "A/AC.291";
    plan.bodies = {{"committee", "Ad Hoc Committee", 11, AssemblyReport{79, 8}}};
    const std::pair<const char*, std::int32_t> rows[] = {
        {"8 月 2 日至 13 日", 2021}, {"2 月 21 日至 3 月 4 日 中间的一周", 2022},
        {"8月22日至9月2日", 2022},   {"12月12日至23日", 2022},
        {"四月内的两周", 2023},      {"8月下旬至9月初两周", 2023},
        {"12月内的两周", 2023},      {"六月底前的两周", 2024},
    };
    for (const auto& [words, year] : rows) {
        WantedSession session;
        session.id = std::to_string(plan.sessions.size() + 1);
        session.body = "committee";
        session.window = *read_dates({"table", words, year, text::Language::zh});
        session.length = {2, SessionLength::Unit::weeks};
        session.places = {DutyStation::vienna};
        session.papers = {paper_of(22'000)};
        plan.sessions.push_back(std::move(session));
    }
    return plan;
}

Plan two_weeks(const std::pair<Date, Date>& window) {
    Plan plan;
    plan.bodies = {{"committee", "", 0, {}}};
    WantedSession session;
    session.id = "1";
    session.body = "committee";
    session.window = {"", window.first, window.second, Exactness::within, {}};
    session.length = {2, SessionLength::Unit::weeks};
    session.places = {DutyStation::vienna};
    plan.sessions = {session};
    return plan;
}

Plan shared_plan(int bodies, int sessions_each) {
    Plan plan;
    plan.months_avoided = {7, 12};
    plan.words_per_month = 70'000;
    for (const DutyStation station : {DutyStation::vienna, DutyStation::new_york}) {
        plan.capacities[station] = {2, 2};
    }
    plan.blackouts = {
        {{2025, 9, 9}, {2025, 12, 19}, "General Assembly", DutyStation::new_york},
        {{2026, 9, 8}, {2026, 12, 18}, "General Assembly", DutyStation::new_york},
        {{2027, 9, 14}, {2027, 12, 17}, "General Assembly", DutyStation::new_york},
    };
    for (int body = 0; body < bodies; ++body) {
        const std::string name = "body-" + std::to_string(body + 1);
        plan.bodies.push_back({name, name, 11, {}});
        for (int at = 0; at < sessions_each; ++at) {
            WantedSession session;
            session.id = name + "-" + std::to_string(at + 1);
            session.body = name;
            const Date first =
                plus_days({2025, 1, 6}, std::int64_t{180} * at + std::int64_t{7} * body);
            session.window = {"", first, plus_days(first, 190), Exactness::within, {}};
            session.length = {body % 2 == 0 ? 2 : 1, SessionLength::Unit::weeks};
            session.places = {DutyStation::vienna, DutyStation::new_york};
            if (body % 3 == 1) std::swap(session.places[0], session.places[1]);
            session.papers = {paper_of(22'000)};
            plan.sessions.push_back(std::move(session));
        }
    }
    return plan;
}

}  // namespace travaux::tests
