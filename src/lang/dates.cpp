// SPDX-License-Identifier: MIT
#include "lang/dates.h"

#include <unicode/dtfmtsym.h>

#include <array>
#include <span>

#include "base/days.h"
#include "lang/messages.h"

namespace travaux::lang {
namespace {

using text::Language;

using NamesOfSymbols = const icu::UnicodeString* (
    icu::DateFormatSymbols::*)(std::int32_t&, icu::DateFormatSymbols::DtContextType,
                               icu::DateFormatSymbols::DtWidthType) const;

// A name as it stands in a date; nothing where ICU has none.
std::string name_in_date(NamesOfSymbols names_of, std::int32_t at, const char* locale) {
    UErrorCode failure = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(locale), "gregorian", failure);
    std::int32_t count = 0;
    const auto* const first =
        (symbols.*names_of)(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    const std::span names(first, static_cast<std::size_t>(count));
    std::string name;
    if (U_FAILURE(failure) == 0 && at >= 0 && at < count) {
        names[static_cast<std::size_t>(at)].toUTF8String(name);
    }
    return name;
}

std::string month_name(std::int32_t month, const char* locale) {
    return name_in_date(&icu::DateFormatSymbols::getMonths, month - 1, locale);
}

std::string month_of(std::int32_t month, Language language) {
    switch (language) {
        // Names of the east and of the west of the Arab world.
        case Language::ar: return month_name(month, "ar_SY") + "/" + month_name(month, "ar_EG");
        case Language::zh: return std::to_string(month);
        case Language::en:
        case Language::fr:
        case Language::ru:
        case Language::es: break;
    }
    return month_name(month, std::string(code_of(language)).c_str());
}

std::string two_digits(std::int32_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string day_number(const Date& date, Language language) {
    const bool is_first_in_french = date.day == 1 && language == Language::fr;
    return is_first_in_french ? std::string("1er") : std::to_string(date.day);
}

}  // namespace

std::string date_in_words(const Date& date, Language language) {
    const std::array args = {day_number(date, language), month_of(date.month, language),
                             std::to_string(date.year)};
    return words(language, "date.day", args);
}

std::string weekday_in_words(const Date& date, Language language) {
    // ICU counts from Sunday, which is 1.
    const std::int32_t weekday = (static_cast<std::int32_t>(weekday_of(date)) + 1) % 7 + 1;
    const std::string locale(code_of(language));
    const std::array args = {
        name_in_date(&icu::DateFormatSymbols::getWeekdays, weekday, locale.c_str()),
        date_in_words(date, language)};
    return words(language, "date.weekday", args);
}

std::string days_in_words(const Date& first, const Date& last, Language language) {
    const std::string from = day_number(first, language);
    const std::string to = day_number(last, language);
    const std::string month = month_of(last.month, language);
    const std::string year = std::to_string(last.year);
    if (first.year != last.year) {
        return words(language, "date.days",
                     std::array{date_in_words(first, language), date_in_words(last, language)});
    }
    if (first.month != last.month) {
        return words(language, "date.days_in_year",
                     std::array{from, month_of(first.month, language), to, month, year});
    }
    return words(language, "date.days_in_month", std::array{from, to, month, year});
}

std::string time_in_words(const LocalTime& time, Language language) {
    const std::array args = {date_in_words(time.date, language),
                             std::to_string(time.minute / 60) + ":" + two_digits(time.minute % 60)};
    return words(language, "date.time", args);
}

}  // namespace travaux::lang
