// SPDX-License-Identifier: MIT
#include "base/days.h"

namespace travaux {
namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

}  // namespace

Date date_from_days(std::int64_t days) { return date_of(days * day_ms); }

// The first day of 1970 was a Thursday.
Weekday weekday_of(const Date& date) {
    return static_cast<Weekday>(((date.days() + 3) % 7 + 7) % 7);
}

Date plus_days(const Date& date, std::int64_t days) { return date_from_days(date.days() + days); }

std::int64_t days_between(const Date& first, const Date& last) {
    return last.days() - first.days();
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
    const Date next = month == 12 ? Date{year + 1, 1, 1} : Date{year, month + 1, 1};
    return static_cast<std::int32_t>(days_between({year, month, 1}, next));
}

}  // namespace travaux
