// SPDX-License-Identifier: MIT
#include "planning/precedents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include "base/days.h"
#include "tests/corpus.h"

using namespace travaux;
using namespace travaux::planning;

namespace {

const Precedent& precedent(std::string_view id) {
    const auto found = std::ranges::find(precedents(), id, &Precedent::id);
    REQUIRE(found != precedents().end());
    return *found;
}

}  // namespace

TEST_CASE("earlier committees stand in the order in which they began, with sessions that follow") {
    REQUIRE(precedents().size() == 6);
    CHECK(std::ranges::is_sorted(
        precedents(), {}, [](const Precedent& one) { return one.sessions.front().first.days(); }));
    for (const Precedent& one : precedents()) {
        std::int64_t before = 0;
        for (const HeldDays& session : one.sessions) {
            INFO(one.id, " ", session.first.text());
            CHECK(session.first.days() > before);
            CHECK(session.last.days() >= session.first.days());
            before = session.last.days();
        }
        if (one.adopted) CHECK(one.adopted->days() >= one.sessions.back().first.days());
    }
}

TEST_CASE("eight in ten intervals of committees whose text was adopted had 31 to 178 days") {
    CHECK(usual_interval() == IntervalRange{31, 178});
    std::int64_t within = 0;
    std::int64_t all = 0;
    for (const Precedent& one : precedents()) {
        if (!one.adopted) continue;
        for (std::size_t at = 1; at < one.sessions.size(); ++at) {
            const std::int64_t days =
                days_between(one.sessions[at - 1].last, one.sessions[at].first);
            within += usual_interval().shortest <= days && days <= usual_interval().longest;
            ++all;
        }
    }
    CHECK(all == 29);
    CHECK(10 * within >= 8 * all);
}

TEST_CASE("the sessions against cybercrime are those that were held, 80 to 171 days apart") {
    const Precedent& held = precedent("cybercrime");
    std::vector<std::int64_t> intervals;
    for (std::size_t at = 1; at < held.sessions.size(); ++at) {
        intervals.push_back(days_between(held.sessions[at - 1].last, held.sessions[at].first));
    }
    CHECK(intervals == std::vector<std::int64_t>{80, 80, 122, 81, 122, 150, 171});
    const Course course = course_of(held.sessions);
    CHECK(course == Course{8, 79, 80, 122, 171, 29});

    const auto folder = tests::corpus("calendar", "sessions as held");
    if (!folder) return;
    std::ifstream rows(*folder / "sessions.csv");
    std::set<std::string> listed;
    for (std::string row; std::getline(rows, row);) {
        if (row.ends_with('\r')) row.pop_back();
        const bool is_session = row.starts_with("AHC cybercrime,") &&
                                row.find("ession,") != std::string::npos &&
                                row.find("rganizational") == std::string::npos;
        constexpr std::size_t two_days = 21;
        if (is_session) listed.insert(row.substr(row.size() - two_days));
    }
    std::set<std::string> kept;
    for (const HeldDays& one : held.sessions) {
        kept.insert(one.first.text() + "," + one.last.text());
    }
    CHECK(listed == kept);
}

TEST_CASE("a course counts weekdays, intervals and months, whatever the order of its sessions") {
    const HeldDays first{{2022, 2, 28}, {2022, 3, 11}};
    const HeldDays second{{2022, 5, 30}, {2022, 6, 12}};
    CHECK(course_of({second, first}) == Course{2, 20, 80, 80, 80, 3});
    CHECK(course_of({first}) == Course{1, 10, {}, {}, {}, 0});
    CHECK(course_of({}) == Course{});
    const HeldDays within{{2022, 3, 1}, {2022, 3, 2}};
    CHECK(course_of({first, within, second}).shortest_interval == 0);
}
