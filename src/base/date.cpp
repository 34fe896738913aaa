// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <algorithm>
#include <array>

namespace travaux {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_minutes = std::int64_t{24} * 60;

std::int32_t days_in(std::int32_t year, std::int32_t month) {
    constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Reads digits and nothing else.
std::optional<std::int32_t> number_in(std::string_view digits) {
    std::int32_t value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

std::string padded(std::int32_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
    if (*day < 1 || *day > days_in(*year, *month)) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string Date::text() const {
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

// Counts in years that begin with March, so that the day that comes and goes is the last.
std::int64_t Date::days() const {
    const std::int64_t shifted = month > 2 ? year : year - 1;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    const std::int64_t of_era = shifted - era * 400;
    const std::int64_t of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

Date date_of(std::int64_t time_ms) {
    const std::int64_t day_ms = day_minutes * minute_ms;
    const std::int64_t days = (time_ms >= 0 ? time_ms : time_ms - day_ms + 1) / day_ms + 719'468;
    const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
    const std::int64_t of_era = days - era * 146'097;
    const std::int64_t year_of_era =
        (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month = (5 * of_year + 2) / 153;
    Date date;
    date.day = static_cast<std::int32_t>(of_year - (153 * month + 2) / 5 + 1);
    date.month = static_cast<std::int32_t>(month < 10 ? month + 3 : month - 9);
    date.year = static_cast<std::int32_t>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

std::optional<LocalTime> LocalTime::parse(std::string_view text) {
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto date = Date::parse(text.substr(0, 10));
    const auto hour = number_in(text.substr(11, 2));
    const auto minute = number_in(text.substr(14, 2));
    if (!date || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return LocalTime{*date, *hour * 60 + *minute};
}

std::string LocalTime::text() const {
    return date.text() + "T" + padded(minute / 60, 2) + ":" + padded(minute % 60, 2);
}

// Zones lie between twelve hours behind Greenwich and fourteen before it.
bool can_be(const LocalTime& local, std::int64_t time_ms) {
    const std::int64_t as_if_greenwich =
        (local.date.days() * day_minutes + local.minute) * minute_ms;
    const std::int64_t ahead_ms = as_if_greenwich - time_ms;
    constexpr std::int64_t hour_ms = 60 * minute_ms;
    return ahead_ms >= -12 * hour_ms && ahead_ms <= 14 * hour_ms;
}

}  // namespace travaux
