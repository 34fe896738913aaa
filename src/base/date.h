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
};

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
