// Dates and times as people write them in the six languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/date.h"
#include "text/language.h"

namespace travaux::lang {

/// Returns a day as documents of the United Nations write it: `27 December 2019`, in Arabic with
/// both names of the month.
[[nodiscard]] std::string date_in_words(const Date& date, text::Language language);

/// Returns a day with the day of the week before it, in Chinese behind it: `Friday, 27 December
/// 2019`.
[[nodiscard]] std::string weekday_in_words(const Date& date, text::Language language);

/// Returns the days from one to another, with the month and the year that they share said once:
/// `2–13 August 2021`. REQUIRES: the first is before the last.
[[nodiscard]] std::string days_in_words(const Date& first, const Date& last,
                                        text::Language language);

/// Returns a day and a time of the day, from 0:00 to 23:59.
[[nodiscard]] std::string time_in_words(const LocalTime& time, text::Language language);

}  // namespace travaux::lang
