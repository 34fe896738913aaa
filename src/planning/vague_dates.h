// Dates as people say them, read as a window of the calendar: "two weeks in April 2023", "8
// 月下旬至 9 月初两周", in the six languages.
//
// The words stay beside what they are read as. What is not understood is refused with the words
// that were not, for a window that is wrong without saying so would be planned on.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/days.h"
#include "base/result.h"
#include "text/language.h"

namespace travaux::planning {

/// A length as it is said: in weeks, from a Monday to a Friday, or in working days.
struct SessionLength {
    enum class Unit : std::uint8_t { working_days, weeks };

    std::int32_t count = 0;
    Unit unit = Unit::weeks;

    bool operator==(const SessionLength&) const = default;
};

/// `exact`: the first day and the last are given. `within`: some days between them. `doubtful`: the
/// words can be read in another way too, and are taken as the first and the last day.
enum class Exactness : std::uint8_t { exact, within, doubtful };

struct DateWindow {
    std::string words;  ///< as given
    Date first;
    Date last;  ///< not before the first
    Exactness exactness = Exactness::within;
    std::optional<SessionLength> length;  ///< where it is said

    bool operator==(const DateWindow&) const = default;
};

/// Dates to be read.
struct DateWords {
    std::string place;  ///< where they stand, for refusals
    std::string words;
    std::optional<std::int32_t> year;  ///< of the heading that they stand under
    text::Language language = text::Language::en;
};

/// Reads dates. Of a month the early days are 1 to 10, the middle 11 to 20, the late from 21 on, as
/// in the Chinese reckoning by tens of days (上旬, 中旬, 下旬). "Before the end of June" is within
/// June. Errors: `plan.dates_unread`, `plan.month_missing`, `plan.year_missing`,
/// `plan.day_impossible`, `plan.window_reversed`, `plan.window_short`.
[[nodiscard]] Result<DateWindow> read_dates(const DateWords& given);

/// Returns the fewest days of the calendar that a length takes.
[[nodiscard]] std::int64_t calendar_days(const SessionLength& length);

}  // namespace travaux::planning
