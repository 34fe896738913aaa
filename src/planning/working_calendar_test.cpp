// SPDX-License-Identifier: MIT
#include "planning/working_calendar.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

#include "tests/corpus.h"

using namespace travaux;
using namespace travaux::planning;

namespace {

std::set<std::string> days_kept(DutyStation station, std::int32_t year, HolidayKind kind) {
    std::set<std::string> days;
    for (const Holiday& one : holidays(station, year)) {
        if (one.kind == kind) days.insert(one.date.text());
    }
    return days;
}

}  // namespace

TEST_CASE("the holidays of New York are those of the circular for 2017") {
    const auto folder = tests::corpus("calendar", "the holidays of New York");
    if (!folder) return;
    std::ifstream rows(*folder / "un-holidays-new-york.csv");
    std::set<std::string> official;
    std::set<std::string> floating;
    for (std::string row; std::getline(rows, row);) {
        if (!row.starts_with("2017,")) continue;
        (row.find(",official") != std::string::npos ? official : floating)
            .insert(row.substr(5, 10));
    }
    CHECK(days_kept(DutyStation::new_york, 2017, HolidayKind::official) == official);
    std::set<std::string> ours = days_kept(DutyStation::new_york, 2017, HolidayKind::floating);
    // The two Good Fridays of 2017 are one day; the circular lists it once.
    ours.erase("2017-04-14");
    CHECK(ours == floating);
}

TEST_CASE("the holidays of New York in 2024 are those that were announced") {
    const std::set<std::string> wanted = {"2024-01-01", "2024-03-29", "2024-04-10",
                                          "2024-05-27", "2024-06-17", "2024-07-04",
                                          "2024-09-02", "2024-11-28", "2024-12-25"};
    CHECK(days_kept(DutyStation::new_york, 2024, HolidayKind::official) == wanted);
}

TEST_CASE("what a duty station announces takes the place of the rules") {
    const auto vienna = days_kept(DutyStation::vienna, 2023, HolidayKind::official);
    CHECK(vienna.contains("2023-04-24"));
    CHECK_FALSE(vienna.contains("2023-04-21"));
    CHECK(days_kept(DutyStation::vienna, 2022, HolidayKind::official).contains("2022-05-02"));
}

TEST_CASE("the Genevan fast is the Thursday after the first Sunday of September, until 2024") {
    CHECK(days_kept(DutyStation::geneva, 2024, HolidayKind::official).contains("2024-09-05"));
    CHECK_FALSE(days_kept(DutyStation::geneva, 2025, HolidayKind::official).contains("2025-09-11"));
}

TEST_CASE("two holidays of one day are kept on two") {
    // 25 December 2027 is a Saturday and moves to the Monday, where the 26th would be kept too.
    const auto vienna = days_kept(DutyStation::vienna, 2027, HolidayKind::official);
    CHECK(vienna.contains("2027-12-27"));
    CHECK(vienna.contains("2027-12-28"));
}

TEST_CASE("two weeks with Labour Day in New York are nine working days and eighteen meetings") {
    const WorkingCalendar calendar(DutyStation::new_york, 2022, 2022);
    CHECK(calendar.working_days({2022, 8, 29}, {2022, 9, 9}) == 9);
    CHECK(meetings_of(calendar, {2022, 8, 29}, {2022, 9, 9}) == 18);
    CHECK_FALSE(calendar.is_working({2022, 9, 5}));
    CHECK(calendar.plus_working_days({2022, 9, 2}, 1) == Date{2022, 9, 6});
    CHECK(calendar.plus_working_days({2022, 9, 6}, -1) == Date{2022, 9, 2});
}

TEST_CASE("the General Assembly opens on a Tuesday in September by its rule 1") {
    CHECK(general_assembly_opens(2021) == Date{2021, 9, 14});
    CHECK(general_assembly_opens(2022) == Date{2022, 9, 13});
    CHECK(general_assembly_opens(2023) == Date{2023, 9, 5});
    CHECK(general_assembly_opens(2024) == Date{2024, 9, 10});
    CHECK(general_assembly_year(79) == 2024);
}
