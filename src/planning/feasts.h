// Feasts of any year, by computation: those that delegations and the United Nations keep.
//
// A feast that hangs on the sight of the moon, or on a local reckoning, may fall on a day beside
// the one given here; it says so.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/days.h"

namespace travaux::planning {

enum class Feast : std::uint8_t {
    christmas,
    diwali,
    easter,
    eid_al_adha,
    eid_al_fitr,
    good_friday,
    gurpurab,
    lunar_new_year,
    orthodox_christmas,
    orthodox_easter,
    orthodox_good_friday,
    vesak,
    yom_kippur,
};

inline constexpr std::array<std::string_view, 13> feast_names = {"christmas",
                                                                 "diwali",
                                                                 "easter",
                                                                 "eid_al_adha",
                                                                 "eid_al_fitr",
                                                                 "good_friday",
                                                                 "gurpurab",
                                                                 "lunar_new_year",
                                                                 "orthodox_christmas",
                                                                 "orthodox_easter",
                                                                 "orthodox_good_friday",
                                                                 "vesak",
                                                                 "yom_kippur"};

[[nodiscard]] constexpr std::string_view name_of(Feast feast) {
    return feast_names[static_cast<std::size_t>(feast)];
}

/// `fixed`: the rule leaves no doubt. `reckoned`: other reckonings give a day beside it.
/// `subject_to_sighting`: the day is confirmed when the moon is seen.
enum class Certainty : std::uint8_t { fixed, reckoned, subject_to_sighting };

[[nodiscard]] Certainty certainty_of(Feast feast);

struct FeastDay {
    Date date;
    Feast feast = Feast::christmas;

    auto operator<=>(const FeastDay&) const = default;
};

/// Returns the days of a feast in a year; mostly one, in some years two of an Eid or none. Easter
/// by the Gregorian and the Julian computus; Eids by the calendar of Umm al-Qura, Yom Kippur by the
/// Hebrew and the lunar new year by the Chinese calendar, all of ICU; Vesak is the full moon in May
/// (General Assembly resolution 54/115), Diwali the evening before the new moon of Kartika and
/// Gurpurab the full moon after it, by Meeus, Astronomical Algorithms, chapter 49, in the time of
/// India. REQUIRES: 1900 <= year <= 2200.
[[nodiscard]] std::vector<Date> days_of(Feast feast, std::int32_t year);

/// Returns the feasts between two days, both included, sorted.
[[nodiscard]] std::vector<FeastDay> feasts_between(const Date& first, const Date& last);

}  // namespace travaux::planning
