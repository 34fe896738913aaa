// New and full moons.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "base/days.h"

namespace travaux::planning {

enum class MoonPhase : std::uint8_t { new_moon, full_moon };

/// A moment at Greenwich, in minutes since 1970.
struct MoonMoment {
    std::int64_t minutes = 0;

    /// Returns the day in a place whose clocks are so many minutes ahead of Greenwich.
    [[nodiscard]] Date day_at(std::int64_t ahead_minutes) const;

    /// Returns the minute of that day.
    [[nodiscard]] std::int64_t minute_at(std::int64_t ahead_minutes) const;
};

/// Returns the first such moon that is not before the beginning of a day at Greenwich, to some
/// minutes: Meeus, Astronomical Algorithms, chapter 49, the terms of more than a minute.
[[nodiscard]] MoonMoment moon_from(const Date& day, MoonPhase phase);

}  // namespace travaux::planning
