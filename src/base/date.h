// Days of the calendar, and moments as people write them.
//
// A moment stands as local date and time, its zone, and the instant it was read as, so that a later
// table of zones changes nothing that was recorded.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace travaux {

/// A day of the calendar, `2022-02-28`.
struct Date {
    static constexpr std::string_view type_name = "date";

    std::int32_t year = 0;
    std::int32_t month = 0;
    std::int32_t day = 0;

    auto operator<=>(const Date&) const = default;

    /// Reads `2022-02-28`; nothing for any other text and for days that do not exist.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] std::string text() const;

    /// Returns the days since 1970-01-01.
    [[nodiscard]] std::int64_t days() const;

    /// Returns the day that is so many days after 1970-01-01, or before it.
    [[nodiscard]] static Date from_days(std::int64_t days);
};

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

[[nodiscard]] Weekday weekday_of(const Date& date);

/// Returns the day that is so many days later, or earlier.
[[nodiscard]] Date plus_days(const Date& date, std::int64_t days);

/// Returns how many days `last` is after `first`; the same day is 0.
[[nodiscard]] std::int64_t days_between(const Date& first, const Date& last);

/// Returns the number of days in a month of a year. REQUIRES: 1 <= month <= 12.
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month);

/// Returns the day at Greenwich of an instant in milliseconds since 1970.
[[nodiscard]] Date date_of(std::int64_t time_ms);

/// A local date and time to the minute, `2022-02-28T10:00`.
struct LocalTime {
    static constexpr std::string_view type_name = "local time";

    Date date;
    std::int32_t minute = 0;  ///< of the day

    auto operator<=>(const LocalTime&) const = default;

    /// Reads `2022-02-28T10:00`.
    [[nodiscard]] static std::optional<LocalTime> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
};

/// Whether some zone on earth can have a local time at an instant.
[[nodiscard]] bool can_be(const LocalTime& local, std::int64_t time_ms);

}  // namespace travaux
