// Where a session is held, and what its days are there as moments.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "planning/working_calendar.h"
#include "site/visit.h"

namespace travaux::site {

/// Hours at which sessions open and close, and at which what is due on a day is due.
inline constexpr std::int64_t opening_hour = 10;
inline constexpr std::int64_t closing_hour = 18;

/// Returns an hour of a day at a duty station, as acts take moments:
/// `2023-04-17T10:00+02:00[Europe/Vienna]`.
[[nodiscard]] std::string moment_at(const Date& day, std::int64_t hour,
                                    planning::DutyStation station);

/// Returns a list of the duty stations with its label, `station`, one of them chosen; HTML.
[[nodiscard]] std::string station_chooser(const Visit& visit, const std::string& id,
                                          planning::DutyStation chosen);

/// Returns the duty station that a form names, and a day that stands in a field of it, or nothing
/// where the field is empty. Error: `request.parameter_value`.
[[nodiscard]] Result<planning::DutyStation> station_in(const http::Request& form);
[[nodiscard]] Result<std::optional<Date>> day_in(const http::Request& form,
                                                 const std::string& field);

}  // namespace travaux::site
