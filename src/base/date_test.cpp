// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <doctest/doctest.h>

using namespace travaux;

TEST_CASE("days that do not exist are no dates") {
    CHECK(Date::parse("2024-02-29") == Date{2024, 2, 29});
    CHECK_FALSE(Date::parse("2023-02-29"));
    CHECK_FALSE(Date::parse("1900-02-29"));
    CHECK_FALSE(Date::parse("2023-13-01"));
    CHECK_FALSE(Date::parse("2023-00-01"));
    CHECK_FALSE(Date::parse("2023-1-01"));
    CHECK_FALSE(Date::parse("2023-01-01 "));
}

TEST_CASE("a day is as many days after 1970 as the instant says") {
    CHECK(Date{1970, 1, 1}.days() == 0);
    CHECK(Date{2022, 2, 28}.days() == 19'051);
    CHECK(Date{1969, 12, 31}.days() == -1);
    for (std::int64_t days = -200'000; days < 200'000; days += 13) {
        const Date date = date_of(days * 86'400'000);
        CHECK(date.days() == days);
        CHECK(Date::parse(date.text()) == date);
        CHECK(date_of(days * 86'400'000 + 86'399'999) == date);
    }
}

TEST_CASE("a local time belongs to an instant where some zone on earth has it then") {
    const auto ten = LocalTime::parse("2022-02-28T10:00");
    REQUIRE(ten);
    CHECK(ten->text() == "2022-02-28T10:00");
    const std::int64_t at_greenwich = (ten->date.days() * 1440 + 600) * 60'000;
    CHECK(can_be(*ten, at_greenwich));
    CHECK(can_be(*ten, at_greenwich + std::int64_t{5} * 3'600'000));
    CHECK_FALSE(can_be(*ten, at_greenwich + std::int64_t{13} * 3'600'000));
    CHECK_FALSE(can_be(*ten, at_greenwich - std::int64_t{15} * 3'600'000));
    CHECK_FALSE(LocalTime::parse("2022-02-28T24:00"));
    CHECK_FALSE(LocalTime::parse("2022-02-28 10:00"));
}
