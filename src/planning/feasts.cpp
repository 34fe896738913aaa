// SPDX-License-Identifier: MIT
#include "planning/feasts.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>

#include "base/result.h"
#include "planning/moon.h"

namespace travaux::planning {
namespace {

constexpr std::int64_t india_minutes = 5 * 60 + 30;  // ahead of Greenwich

// The Gregorian computus in the form of Meeus, Jones and Butcher.
Date easter(std::int32_t year) {
    const std::int32_t golden = year % 19;
    const std::int32_t century = year / 100;
    const std::int32_t of_century = year % 100;
    const std::int32_t moon_shift = (century - (century + 8) / 25 + 1) / 3;
    const std::int32_t epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    const std::int32_t to_sunday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const std::int32_t correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    const std::int32_t sum = epact + to_sunday - 7 * correction + 114;
    return {year, sum / 31, sum % 31 + 1};
}

// The days by which the Julian calendar is behind the Gregorian one after February of a year.
std::int32_t days_behind(std::int32_t year) { return year / 100 - year / 400 - 2; }

// The Julian computus of Meeus, its day then given in the Gregorian calendar.
Date orthodox_easter(std::int32_t year) {
    const std::int32_t epact = (19 * (year % 19) + 15) % 30;
    const std::int32_t to_sunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
    const std::int32_t sum = epact + to_sunday + 114;
    return plus_days({year, sum / 31, sum % 31 + 1}, days_behind(year));
}

// 25 December of the Julian calendar; it stands in January.
Date orthodox_christmas(std::int32_t year) {
    return plus_days({year - 1, 12, 25}, days_behind(year - 1));
}

/// A day in a calendar of ICU. The month is counted from 0, as ICU counts.
struct DayElsewhere {
    const char* calendar = "";
    std::int32_t month = 0;
    std::int32_t day = 1;
};

// Two years of another calendar begin in a year of ours, or one, or none; the one before may end in
// it.
std::vector<Date> days_elsewhere(const DayElsewhere& wanted, std::int32_t year) {
    UErrorCode failure = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        icu::TimeZone::createTimeZone("Etc/GMT"), icu::Locale(wanted.calendar), failure));
    VERIFY(U_SUCCESS(failure));
    constexpr double day_ms = 86'400'000.0;
    calendar->setTime(double(Date{year, 1, 1}.days()) * day_ms, failure);
    const std::int32_t first = calendar->get(UCAL_EXTENDED_YEAR, failure);
    std::vector<Date> days;
    for (std::int32_t other = first; other <= first + 2; ++other) {
        calendar->clear();
        calendar->set(UCAL_EXTENDED_YEAR, other);
        calendar->set(UCAL_MONTH, wanted.month);
        calendar->set(UCAL_IS_LEAP_MONTH, 0);
        calendar->set(UCAL_DATE, wanted.day);
        const Date day = date_of(static_cast<std::int64_t>(calendar->getTime(failure)));
        if (day.year == year) days.push_back(day);
    }
    VERIFY(U_SUCCESS(failure));
    return days;
}

// The new moon of Kartika is the one while the sun stands in Libra of the stars, from 17 October
// on.
MoonMoment new_moon_of_kartika(std::int32_t year) {
    return moon_from({year, 10, 17}, MoonPhase::new_moon);
}

// Lamps are lit in the evening of the lunar day that ends with the new moon: on the day itself
// where it is after half past six in the evening, otherwise on the day before.
Date diwali(std::int32_t year) {
    const MoonMoment moon = new_moon_of_kartika(year);
    const bool is_evening = moon.minute_at(india_minutes) >= 18 * 60 + 30;
    return plus_days(moon.day_at(india_minutes), is_evening ? 0 : -1);
}

// The lunar day that ends with the full moon counts where it has begun by sunrise.
Date gurpurab(std::int32_t year) {
    const MoonMoment full =
        moon_from(plus_days(new_moon_of_kartika(year).day_at(0), 7), MoonPhase::full_moon);
    const bool is_before_sunrise = full.minute_at(india_minutes) < 6 * 60 + 30;
    return plus_days(full.day_at(india_minutes), is_before_sunrise ? -1 : 0);
}

// Where May has two full moons, by the clocks of Greenwich, the later one is kept.
Date vesak(std::int32_t year) {
    const MoonMoment moon = moon_from({year, 5, 1}, MoonPhase::full_moon);
    const MoonMoment next = moon_from(plus_days(moon.day_at(0), 2), MoonPhase::full_moon);
    const Date later = next.day_at(0);
    return later.month == 5 ? later : moon.day_at(0);
}

}  // namespace

Certainty certainty_of(Feast feast) {
    switch (feast) {
        case Feast::eid_al_adha:
        case Feast::eid_al_fitr: return Certainty::subject_to_sighting;
        case Feast::diwali:
        case Feast::gurpurab:
        case Feast::vesak: return Certainty::reckoned;
        case Feast::christmas:
        case Feast::easter:
        case Feast::good_friday:
        case Feast::lunar_new_year:
        case Feast::orthodox_christmas:
        case Feast::orthodox_easter:
        case Feast::orthodox_good_friday:
        case Feast::yom_kippur: return Certainty::fixed;
    }
    return Certainty::fixed;
}

std::vector<Date> days_of(Feast feast, std::int32_t year) {
    VERIFY(year >= 1900 && year <= 2200);
    switch (feast) {
        case Feast::christmas: return {{year, 12, 25}};
        case Feast::diwali: return {diwali(year)};
        case Feast::easter: return {easter(year)};
        case Feast::eid_al_adha:
            return days_elsewhere({"en@calendar=islamic-umalqura", 11, 10}, year);
        case Feast::eid_al_fitr:
            return days_elsewhere({"en@calendar=islamic-umalqura", 9, 1}, year);
        case Feast::good_friday: return {plus_days(easter(year), -2)};
        case Feast::gurpurab: return {gurpurab(year)};
        case Feast::lunar_new_year: return days_elsewhere({"en@calendar=chinese", 0, 1}, year);
        case Feast::orthodox_christmas: return {orthodox_christmas(year)};
        case Feast::orthodox_easter: return {orthodox_easter(year)};
        case Feast::orthodox_good_friday: return {plus_days(orthodox_easter(year), -2)};
        case Feast::vesak: return {vesak(year)};
        case Feast::yom_kippur: return days_elsewhere({"en@calendar=hebrew", 0, 10}, year);
    }
    return {};
}

std::vector<FeastDay> feasts_between(const Date& first, const Date& last) {
    std::vector<FeastDay> result;
    for (std::int32_t year = first.year; year <= last.year; ++year) {
        for (std::size_t at = 0; at < feast_names.size(); ++at) {
            for (const Date& date : days_of(static_cast<Feast>(at), year)) {
                if (first <= date && date <= last) result.push_back({date, static_cast<Feast>(at)});
            }
        }
    }
    std::ranges::sort(result);
    return result;
}

}  // namespace travaux::planning
