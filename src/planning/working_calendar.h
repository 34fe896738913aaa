// Which days the United Nations works at a duty station, and how many meetings a session has.
//
// The rules stand in rules/un_holidays.json. They say what is to be expected; the list that a duty
// station announces for a year, once it is entered there, takes their place.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/days.h"
#include "planning/feasts.h"

namespace travaux::planning {

enum class DutyStation : std::uint8_t { geneva, nairobi, new_york, vienna };

inline constexpr std::array<std::string_view, 4> duty_station_names = {"geneva", "nairobi",
                                                                       "new_york", "vienna"};

[[nodiscard]] constexpr std::string_view name_of(DutyStation station) {
    return duty_station_names[static_cast<std::size_t>(station)];
}

[[nodiscard]] std::optional<DutyStation> parse_duty_station(std::string_view name);

/// `official`: nobody works. `floating`: each member of the staff takes one of several.
enum class HolidayKind : std::uint8_t { official, floating };

struct Holiday {
    Date date;      ///< the day that is kept
    Date falls_on;  ///< the day itself, which may be of a weekend
    std::string_view name;
    HolidayKind kind = HolidayKind::official;
    Certainty certainty = Certainty::fixed;

    auto operator<=>(const Holiday&) const = default;
};

/// Returns the holidays of a year that are kept at a duty station, sorted. One of a Saturday is
/// kept on the Friday before it, one of a Sunday on the Monday after it, in Vienna both on the
/// Monday.
[[nodiscard]] std::vector<Holiday> holidays(DutyStation station, std::int32_t year);

/// The days of a duty station over some years.
class WorkingCalendar {
public:
    /// REQUIRES: 1900 <= first_year <= last_year <= 2200.
    WorkingCalendar(DutyStation station, std::int32_t first_year, std::int32_t last_year);

    [[nodiscard]] DutyStation station() const { return station_; }

    /// Whether it is Monday to Friday and no official holiday. Of other years no holiday is known.
    [[nodiscard]] bool is_working(const Date& date) const;

    /// Returns the working days between two days, both included.
    [[nodiscard]] std::int64_t working_days(const Date& first, const Date& last) const;

    /// Returns the day on which the last of so many working days after a day ends; earlier ones
    /// where the count is negative, the day itself where it is 0.
    [[nodiscard]] Date plus_working_days(Date date, std::int64_t count) const;

    /// Returns the holidays between two days, both included, sorted.
    [[nodiscard]] std::vector<Holiday> holidays_between(const Date& first, const Date& last) const;

private:
    DutyStation station_;
    std::int64_t first_day_;
    std::vector<bool> is_working_;  ///< by day
    std::vector<Holiday> holidays_;
};

/// The calendars of all duty stations over the same years.
class Calendars {
public:
    /// REQUIRES: as for each of them.
    Calendars(std::int32_t first_year, std::int32_t last_year);

    [[nodiscard]] const WorkingCalendar& at(DutyStation station) const {
        return calendars_[static_cast<std::size_t>(station)];
    }

    /// Returns the feasts between two days of these years, both included, sorted.
    [[nodiscard]] std::vector<FeastDay> feasts_between(const Date& first, const Date& last) const;

private:
    std::vector<WorkingCalendar> calendars_;
    std::vector<FeastDay> feasts_;
};

/// Two meetings a working day, 10 a.m. to 1 p.m. and 3 p.m. to 6 p.m.
inline constexpr std::int64_t meetings_per_day = 2;

/// Returns the meetings that a session can have between two days, both included.
[[nodiscard]] std::int64_t meetings_of(const WorkingCalendar& calendar, const Date& opens,
                                       const Date& closes);

/// Returns the day on which a regular session of the General Assembly opens: the Tuesday of the
/// second week in September, until 2022 of the third, counted from the first week with a working
/// day (rule 1, A/520).
[[nodiscard]] Date general_assembly_opens(std::int32_t year);

/// Returns the year in which a regular session opens; the seventy-ninth in 2024.
[[nodiscard]] constexpr std::int32_t general_assembly_year(std::int32_t session) {
    return 1945 + session;
}

}  // namespace travaux::planning
