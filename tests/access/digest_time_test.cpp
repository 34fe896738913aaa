// SPDX-License-Identifier: MIT
#include "access/digest_time.h"

#include <doctest/doctest.h>

#include "committee/common.h"
#include "host/icu_zones.h"

using namespace travaux;
using access::NoticeFrequency;

namespace {

std::int64_t at(const char* moment) { return committee::parse_moment(moment)->at_ms; }

std::int64_t next(NoticeFrequency frequency, const char* now) {
    const host::IcuZones zones;
    return access::next_digest_ms(frequency, at(now), "Europe/Vienna", zones);
}

}  // namespace

TEST_CASE("a daily digest goes out at seven in the morning, also where clocks change that night") {
    const auto daily = [](const char* now) { return next(NoticeFrequency::daily, now); };
    CHECK(daily("2023-03-20T06:59+01:00[Europe/Vienna]") ==
          at("2023-03-20T07:00+01:00[Europe/Vienna]"));
    CHECK(daily("2023-03-20T07:00+01:00[Europe/Vienna]") ==
          at("2023-03-21T07:00+01:00[Europe/Vienna]"));
    CHECK(daily("2023-03-25T12:00+01:00[Europe/Vienna]") ==
          at("2023-03-26T07:00+02:00[Europe/Vienna]"));
    CHECK(daily("2023-10-28T12:00+02:00[Europe/Vienna]") ==
          at("2023-10-29T07:00+01:00[Europe/Vienna]"));
    CHECK(daily("2023-12-31T23:00+01:00[Europe/Vienna]") ==
          at("2024-01-01T07:00+01:00[Europe/Vienna]"));
}

TEST_CASE("a weekly digest goes out on Mondays") {
    const auto weekly = [](const char* now) { return next(NoticeFrequency::weekly, now); };
    // 27 March 2023 is the Monday after the clocks change.
    CHECK(weekly("2023-03-20T07:00+01:00[Europe/Vienna]") ==
          at("2023-03-27T07:00+02:00[Europe/Vienna]"));
    CHECK(weekly("2023-03-27T06:59+02:00[Europe/Vienna]") ==
          at("2023-03-27T07:00+02:00[Europe/Vienna]"));
}

TEST_CASE("where a zone is not known the day of Greenwich counts") {
    const host::IcuZones zones;
    CHECK(access::next_digest_ms(NoticeFrequency::daily, 0, "Nowhere/Known", zones) ==
          7 * 3'600'000);
}
