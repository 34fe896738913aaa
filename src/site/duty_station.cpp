// SPDX-License-Identifier: MIT
#include "site/duty_station.h"

#include "host/icu_zones.h"
#include "host/plan_words.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

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

std::string moment_at(const Date& day, std::int64_t hour, DutyStation station) {
    constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
    const std::string zone = zone_of(station);
    const std::int64_t local_ms = (day.days() * 24 + hour) * hour_ms;
    const std::int64_t ahead = host::IcuZones{}.minutes_ahead(zone, local_ms).value_or(0);
    const std::int64_t distance = ahead < 0 ? -ahead : ahead;
    return day.text() + "T" + two_digits(hour) + ":00" + (ahead < 0 ? "-" : "+") +
           two_digits(distance / 60) + ":" + two_digits(distance % 60) + "[" + zone + "]";
}

std::string station_chooser(const Visit& visit, const std::string& id, DutyStation chosen) {
    std::string options;
    for (const std::string_view name : planning::duty_station_names) {
        const auto station = planning::parse_duty_station(name);
        options += option(name, html(host::place_in_words(*station, visit.in.language)),
                          *station == chosen);
    }
    return chooser(id, "station", visit.say("site.duty_station"), options);
}

Result<DutyStation> station_in(const http::Request& form) {
    const std::string name(form.parameter("station"));
    const auto station = planning::parse_duty_station(name);
    if (!station) return http::refuse_request("request.parameter_value", {"station", name});
    return *station;
}

Result<std::optional<Date>> day_in(const http::Request& form, const std::string& field) {
    const std::string words(form.parameter(field));
    if (words.empty()) return std::optional<Date>();
    const auto day = Date::parse(words);
    if (!day) return http::refuse_request("request.parameter_value", {field, words});
    return *day;
}

}  // namespace travaux::site
