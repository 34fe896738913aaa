// SPDX-License-Identifier: MIT
#include "planning/working_calendar.h"

#include <algorithm>

#include "base/result.h"

namespace travaux::planning {
namespace {

struct HolidayRule {
    std::string_view at;
    std::string_view kind;
    std::string_view name;
    std::int32_t month;
    std::int32_t day;
    std::int32_t nth;
    std::int32_t weekday;
    std::string_view feast;
    std::int32_t offset;
    std::int32_t since;
    std::int32_t until;
};

struct AnnouncedHoliday {
    std::string_view at;
    std::string_view date;
    std::string_view name;
};

// The build makes the rows of rules/un_holidays.json.
constexpr auto rules = std::to_array<HolidayRule>({
#include "planning/rows/holiday_rules.inc"
});
constexpr auto announced = std::to_array<AnnouncedHoliday>({
#include "planning/rows/holiday_announced.inc"
});

Feast feast_named(std::string_view name) {
    const auto found = std::ranges::find(feast_names, name);
    VERIFY(found != feast_names.end());
    return static_cast<Feast>(found - feast_names.begin());
}

// The nth weekday of a month, Monday being 1; from the end where n is negative.
Date nth_weekday(std::int32_t year, const HolidayRule& rule) {
    const Date first{year, rule.month, 1};
    const std::int32_t weekday_of_first = static_cast<std::int32_t>(weekday_of(first)) + 1;
    std::int32_t day = 1 + (rule.weekday - weekday_of_first + 7) % 7;
    if (rule.nth > 0) return plus_days({year, rule.month, day + 7 * (rule.nth - 1)}, rule.offset);
    while (day + 7 <= days_in_month(year, rule.month)) day += 7;
    return plus_days({year, rule.month, day}, rule.offset);
}

std::vector<Date> days_of_rule(const HolidayRule& rule, std::int32_t year) {
    if (!rule.feast.empty()) {
        std::vector<Date> days = days_of(feast_named(rule.feast), year);
        for (Date& day : days) day = plus_days(day, rule.offset);
        return days;
    }
    if (rule.nth != 0) return {nth_weekday(year, rule)};
    return {{year, rule.month, rule.day}};
}

Date kept_on(DutyStation station, const Date& day) {
    const Weekday weekday = weekday_of(day);
    if (weekday == Weekday::sunday) return plus_days(day, 1);
    if (weekday != Weekday::saturday) return day;
    return plus_days(day, station == DutyStation::vienna ? 2 : -1);
}

std::vector<Holiday> by_rules(DutyStation station, std::int32_t year) {
    std::vector<Holiday> result;
    for (const HolidayRule& rule : rules) {
        const bool holds = rule.at == name_of(station) && year >= rule.since &&
                           (rule.until == 0 || year <= rule.until);
        if (!holds) continue;
        for (const Date& day : days_of_rule(rule, year)) {
            Holiday holiday{kept_on(station, day), day, rule.name, HolidayKind::official,
                            Certainty::fixed};
            if (rule.kind == "floating") holiday.kind = HolidayKind::floating;
            if (!rule.feast.empty()) holiday.certainty = certainty_of(feast_named(rule.feast));
            result.push_back(holiday);
        }
    }
    return result;
}

// Two holidays are not kept on one day: the later one moves on to the next working day.
void move_apart(std::vector<Holiday>& kept) {
    std::ranges::sort(kept);
    for (std::size_t at = 1; at < kept.size(); ++at) {
        const bool is_taken = kept[at].kind == HolidayKind::official &&
                              kept[at - 1].kind == HolidayKind::official &&
                              kept[at].date <= kept[at - 1].date;
        if (!is_taken) continue;
        Date next = plus_days(kept[at - 1].date, 1);
        while (weekday_of(next) >= Weekday::saturday) next = plus_days(next, 1);
        kept[at].date = next;
    }
}

}  // namespace

std::optional<DutyStation> parse_duty_station(std::string_view name) {
    const auto found = std::ranges::find(duty_station_names, name);
    if (found == duty_station_names.end()) return std::nullopt;
    return static_cast<DutyStation>(found - duty_station_names.begin());
}

std::vector<Holiday> holidays(DutyStation station, std::int32_t year) {
    std::vector<Holiday> result;
    for (const AnnouncedHoliday& one : announced) {
        const auto date = Date::parse(one.date);
        VERIFY(date);
        if (one.at != name_of(station) || date->year != year) continue;
        result.push_back({*date, *date, one.name, HolidayKind::official, Certainty::fixed});
    }
    if (result.empty()) result = by_rules(station, year);
    move_apart(result);
    std::ranges::sort(result);
    return result;
}

WorkingCalendar::WorkingCalendar(DutyStation station, std::int32_t first_year,
                                 std::int32_t last_year)
    : station_(station), first_day_(Date{first_year, 1, 1}.days()) {
    VERIFY(1900 <= first_year && first_year <= last_year && last_year <= 2200);
    const std::int64_t end = Date{last_year, 12, 31}.days() + 1;
    for (std::int64_t day = first_day_; day < end; ++day) {
        is_working_.push_back(weekday_of(date_from_days(day)) < Weekday::saturday);
    }
    // New Year's Day of the next year may be kept on the last day of this one.
    for (std::int32_t year = first_year; year <= std::min(last_year + 1, 2200); ++year) {
        for (const Holiday& one : holidays(station, year)) {
            const std::int64_t day = one.date.days();
            if (day < first_day_ || day >= end) continue;
            holidays_.push_back(one);
            if (one.kind != HolidayKind::official) continue;
            is_working_[static_cast<std::size_t>(day - first_day_)] = false;
        }
    }
    std::ranges::sort(holidays_);
}

bool WorkingCalendar::is_working(const Date& date) const {
    const std::int64_t at = date.days() - first_day_;
    const bool is_known = at >= 0 && at < static_cast<std::int64_t>(is_working_.size());
    if (!is_known) return weekday_of(date) < Weekday::saturday;
    return is_working_[static_cast<std::size_t>(at)];
}

std::int64_t WorkingCalendar::working_days(const Date& first, const Date& last) const {
    std::int64_t count = 0;
    for (Date day = first; day <= last; day = plus_days(day, 1)) count += is_working(day) ? 1 : 0;
    return count;
}

Date WorkingCalendar::plus_working_days(Date date, std::int64_t count) const {
    const std::int64_t step = count < 0 ? -1 : 1;
    for (std::int64_t left = count < 0 ? -count : count; left > 0;) {
        date = plus_days(date, step);
        if (is_working(date)) --left;
    }
    return date;
}

std::vector<Holiday> WorkingCalendar::holidays_between(const Date& first, const Date& last) const {
    std::vector<Holiday> result;
    std::ranges::copy_if(holidays_, std::back_inserter(result),
                         [&](const Holiday& one) { return first <= one.date && one.date <= last; });
    return result;
}

Calendars::Calendars(std::int32_t first_year, std::int32_t last_year)
    : feasts_(planning::feasts_between({first_year, 1, 1}, {last_year, 12, 31})) {
    for (std::size_t at = 0; at < duty_station_names.size(); ++at) {
        calendars_.emplace_back(static_cast<DutyStation>(at), first_year, last_year);
    }
}

std::vector<FeastDay> Calendars::feasts_between(const Date& first, const Date& last) const {
    std::vector<FeastDay> result;
    std::ranges::copy_if(feasts_, std::back_inserter(result), [&](const FeastDay& one) {
        return first <= one.date && one.date <= last;
    });
    return result;
}

std::int64_t meetings_of(const WorkingCalendar& calendar, const Date& opens, const Date& closes) {
    return meetings_per_day * calendar.working_days(opens, closes);
}

Date general_assembly_opens(std::int32_t year) {
    Date first{year, 9, 1};
    // A week of which only the weekend lies in September has no working day there.
    while (weekday_of(first) >= Weekday::saturday) first = plus_days(first, 1);
    const std::int64_t monday = first.days() - static_cast<std::int64_t>(weekday_of(first));
    return date_from_days(monday + (year < 2023 ? 14 : 7) + 1);
}

}  // namespace travaux::planning
