// Counting in days: from day to day, and along the week.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "base/date.h"

namespace travaux {

/// In the order of ISO 8601.
enum class Weekday : std::uint8_t {
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday
};

/// Returns the day that is so many days after 1970-01-01, or before it.
[[nodiscard]] Date date_from_days(std::int64_t days);

[[nodiscard]] Weekday weekday_of(const Date& date);

/// Returns the day that is so many days later, or earlier.
[[nodiscard]] Date plus_days(const Date& date, std::int64_t days);

/// Returns how many days `last` is after `first`; the same day is 0.
[[nodiscard]] std::int64_t days_between(const Date& first, const Date& last);

/// Returns the number of days in a month of a year. REQUIRES: 1 <= month <= 12.
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month);

}  // namespace travaux
