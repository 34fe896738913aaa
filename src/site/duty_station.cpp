// SPDX-License-Identifier: MIT
#include "site/duty_station.h"

#include "host/committee_plan.h"
#include "host/icu_zones.h"
#include "host/plan_words.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

using committee::SessionDates;
using planning::DutyStation;

std::string zone_of(DutyStation station) {
    switch (station) {
        case DutyStation::geneva: return "Europe/Zurich";
        case DutyStation::nairobi: return "Africa/Nairobi";
        case DutyStation::new_york: return "America/New_York";
        case DutyStation::vienna: return "Europe/Vienna";
    }
    return {};
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

Seat seat_at(DutyStation station) {
    return {host::place_in_words(station, text::Language::en), zone_of(station)};
}

Seat seat_of(const SessionDates& dates) {
    if (const auto station = host::station_named(dates)) return seat_at(*station);
    const auto& moment = dates.opens ? dates.opens : dates.closes;
    return {*dates.place, moment ? moment->zone : "UTC"};
}

std::string place_of(const Visit& visit, const SessionDates& dates) {
    const auto station = host::station_named(dates);
    return html(station ? host::place_in_words(*station, visit.in.language) : *dates.place);
}

std::string moment_at(const Date& day, std::int64_t hour, const std::string& zone) {
    constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
    const std::int64_t local_ms = (day.days() * 24 + hour) * hour_ms;
    const std::int64_t ahead = host::IcuZones{}.minutes_ahead(zone, local_ms).value_or(0);
    const std::int64_t distance = ahead < 0 ? -ahead : ahead;
    return day.text() + "T" + two_digits(hour) + ":00" + (ahead < 0 ? "-" : "+") +
           two_digits(distance / 60) + ":" + two_digits(distance % 60) + "[" + zone + "]";
}

std::string station_chooser(const Visit& visit, const std::string& id, const SessionDates& dates) {
    const auto chosen = host::station_named(dates);
    std::string options;
    if (!chosen) options += option("", place_of(visit, dates), true);
    for (const std::string_view name : planning::duty_station_names) {
        const auto station = planning::parse_duty_station(name);
        options += option(name, html(host::place_in_words(*station, visit.in.language)),
                          station == chosen);
    }
    return chooser(id, "station", visit.say("site.duty_station"), options);
}

Result<Seat> seat_in(const http::Request& form, const SessionDates& dates) {
    const std::string name(form.parameter("station"));
    if (name.empty() && !host::station_named(dates)) return seat_of(dates);
    const auto station = planning::parse_duty_station(name);
    if (!station) return http::refuse_request("request.parameter_value", {"station", name});
    return seat_at(*station);
}

Result<std::optional<Date>> day_in(const http::Request& form, const std::string& field) {
    const std::string words(form.parameter(field));
    if (words.empty()) return std::optional<Date>();
    const auto day = Date::parse(words);
    if (!day) return http::refuse_request("request.parameter_value", {field, words});
    return *day;
}

}  // namespace travaux::site
