// SPDX-License-Identifier: MIT
#include "host/icu_zones.h"

#include <doctest/doctest.h>

#include "base/date.h"

using namespace travaux;

namespace {

std::int64_t at(std::int32_t year, std::int32_t month, std::int32_t day, std::int64_t hour = 12) {
    return (Date{year, month, day}.days() * 24 + hour) * 3'600'000;
}

}  // namespace

TEST_CASE("clocks are ahead of Greenwich by what their zone has on the day") {
    const host::IcuZones zones;
    CHECK(zones.minutes_ahead("Europe/Vienna", at(2022, 1, 10)) == 60);
    CHECK(zones.minutes_ahead("Europe/Vienna", at(2022, 7, 10)) == 120);
    CHECK(zones.minutes_ahead("America/New_York", at(2022, 1, 10)) == -300);
    CHECK(zones.minutes_ahead("Asia/Kathmandu", at(2022, 1, 10)) == 345);
    // Summer time ends on 30 October 2022 at 1:00 UTC.
    CHECK(zones.minutes_ahead("Europe/Vienna", at(2022, 10, 30, 0)) == 120);
    CHECK(zones.minutes_ahead("Europe/Vienna", at(2022, 10, 30, 1)) == 60);
}

TEST_CASE("a zone that is not known has no clocks") {
    const host::IcuZones zones;
    CHECK_FALSE(zones.minutes_ahead("Europe/Nowhere", 0));
    CHECK_FALSE(zones.minutes_ahead("", 0));
    CHECK_FALSE(zones.minutes_ahead("../etc/passwd", 0));
}
