// SPDX-License-Identifier: MIT
#include "base/days.h"

#include <doctest/doctest.h>

using namespace travaux;

TEST_CASE("days are counted on, over the ends of months, years and leap days") {
    CHECK(plus_days({2024, 2, 28}, 1) == Date{2024, 2, 29});
    CHECK(plus_days({2023, 2, 28}, 1) == Date{2023, 3, 1});
    CHECK(plus_days({2024, 1, 1}, -1) == Date{2023, 12, 31});
    CHECK(days_between({2022, 3, 11}, {2022, 5, 30}) == 80);
    CHECK(days_in_month(2024, 2) == 29);
    CHECK(days_in_month(2023, 12) == 31);
    std::int64_t wrong = 0;
    for (std::int64_t day = -800'000; day <= 800'000; day += 137) {
        wrong += date_from_days(day).days() == day ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("weekdays follow each other, also before 1970") {
    CHECK(weekday_of({1970, 1, 1}) == Weekday::thursday);
    CHECK(weekday_of({2024, 1, 29}) == Weekday::monday);
    CHECK(weekday_of({1945, 10, 24}) == Weekday::wednesday);
}
