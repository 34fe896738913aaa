// Where a session is held, and what its days are there as moments.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "committee/sessions.h"
#include "planning/working_calendar.h"
#include "site/visit.h"

namespace travaux::site {

/// Hours at which sessions open and close, and at which what is due on a day is due.
inline constexpr std::int64_t opening_hour = 10;
inline constexpr std::int64_t closing_hour = 18;

/// A duty station, or another place that a record names.
struct Seat {
    std::string place;  ///< as acts take it: `Vienna`
    std::string zone;   ///< `Europe/Vienna`
};

/// Returns the seat of a duty station, and of dates: of another place the zone is that of their
/// moments, or UTC where they have none.
[[nodiscard]] Seat seat_at(planning::DutyStation station);
[[nodiscard]] Seat seat_of(const committee::SessionDates& dates);

/// Returns the place of dates in the language of the visit, where it is a duty station; HTML.
[[nodiscard]] std::string place_of(const Visit& visit, const committee::SessionDates& dates);

/// Returns an hour of a day in a zone, as acts take moments:
/// `2023-04-17T10:00+02:00[Europe/Vienna]`.
[[nodiscard]] std::string moment_at(const Date& day, std::int64_t hour, const std::string& zone);

/// Returns a list of the duty stations with its label, `station`, that of dates chosen; another
/// place of theirs stands in it, too, with an empty value; HTML.
[[nodiscard]] std::string station_chooser(const Visit& visit, const std::string& id,
                                          const committee::SessionDates& dates);

/// Returns the seat that a form names; `dates` are those that the form was made for. Error:
/// `request.parameter_value`.
[[nodiscard]] Result<Seat> seat_in(const http::Request& form, const committee::SessionDates& dates);

/// Returns a day that stands in a field of a form, or nothing where the field is empty. Error:
/// `request.parameter_value`.
[[nodiscard]] Result<std::optional<Date>> day_in(const http::Request& form,
                                                 const std::string& field);

}  // namespace travaux::site
