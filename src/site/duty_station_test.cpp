// SPDX-License-Identifier: MIT
#include "site/duty_station.h"

#include <doctest/doctest.h>

using namespace travaux;

namespace {

committee::SessionDates dates_in(const char* place, const char* opens) {
    committee::SessionDates dates;
    dates.place = place;
    if (opens != nullptr) dates.opens = committee::parse_moment(opens);
    return dates;
}

http::Request form_with(const char* station) {
    http::Request form;
    form.query = {{"station", station}};
    return form;
}

}  // namespace

TEST_CASE("a place that is no duty station keeps its name and its zone when dates change") {
    const auto hanoi = dates_in("Hanoi", "2025-10-25T09:00+07:00[Asia/Ho_Chi_Minh]");
    const auto seat = site::seat_in(form_with(""), hanoi);
    REQUIRE(seat);
    CHECK(seat->place == "Hanoi");
    CHECK(site::moment_at({2025, 11, 1}, 10, seat->zone) ==
          "2025-11-01T10:00+07:00[Asia/Ho_Chi_Minh]");
    CHECK(site::seat_of(dates_in("Hanoi", nullptr)).zone == "UTC");
}

TEST_CASE("a duty station that a form names takes the place of any other") {
    const auto hanoi = dates_in("Hanoi", nullptr);
    const auto seat = site::seat_in(form_with("vienna"), hanoi);
    REQUIRE(seat);
    CHECK(seat->place == "Vienna");
    CHECK(seat->zone == "Europe/Vienna");
}

TEST_CASE("a form that names no place, or an unknown one, is refused") {
    CHECK(site::seat_in(form_with(""), dates_in("Vienna", nullptr)).error().id ==
          "request.parameter_value");
    CHECK_FALSE(site::seat_in(form_with("atlantis"), dates_in("Hanoi", nullptr)));
}

TEST_CASE("dates without a place are of New York, across the change of its clocks") {
    const site::Seat seat = site::seat_of({});
    CHECK(seat.place == "New York");
    CHECK(site::moment_at({2023, 3, 10}, 10, seat.zone) ==
          "2023-03-10T10:00-05:00[America/New_York]");
    CHECK(site::moment_at({2023, 3, 13}, 10, seat.zone) ==
          "2023-03-13T10:00-04:00[America/New_York]");
}
