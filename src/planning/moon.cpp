// SPDX-License-Identifier: MIT
#include "planning/moon.h"

#include <array>
#include <cmath>
#include <numbers>

namespace travaux::planning {
namespace {

constexpr std::int64_t day_minutes = std::int64_t{24} * 60;

// A term is amplitude * E^|of sun| * sin(of sun * M + of moon * M' + of node * F), in days.
struct Term {
    double new_moon;
    double full_moon;
    int sun;
    int moon;
    int node;
};

constexpr std::array terms = {
    Term{-0.40720, -0.40614, 0, 1, 0}, Term{0.17241, 0.17302, 1, 0, 0},
    Term{0.01608, 0.01614, 0, 2, 0},   Term{0.01039, 0.01043, 0, 0, 2},
    Term{0.00739, 0.00734, -1, 1, 0},  Term{-0.00514, -0.00515, 1, 1, 0},
    Term{0.00208, 0.00209, 2, 0, 0},   Term{-0.00111, -0.00111, 0, 1, -2},
};

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); }

// Returns the moment of lunation k, counted from the new moon of 6 January 2000; a full moon is in
// the middle of two.
std::int64_t minutes_of(double k, MoonPhase phase) {
    const double t = k / 1236.85;
    const double sun = 2.5534 + 29.10535670 * k;
    const double moon = 201.5643 + 385.81693528 * k;
    const double node = 160.7108 + 390.67050284 * k;
    const double eccentricity = 1.0 - 0.002516 * t;
    double julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
    for (const Term& term : terms) {
        const double amplitude = phase == MoonPhase::new_moon ? term.new_moon : term.full_moon;
        julian += amplitude * std::pow(eccentricity, std::abs(term.sun)) *
                  sine(term.sun * sun + term.moon * moon + term.node * node);
    }
    // Terrestrial time is about 70 seconds ahead of Greenwich in our years.
    constexpr double beginning_of_1970 = 2440587.5;
    return std::llround((julian - beginning_of_1970) * 1440.0 - 70.0 / 60.0);
}

std::int64_t floored(std::int64_t value, std::int64_t divisor) {
    return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}

}  // namespace

Date MoonMoment::day_at(std::int64_t ahead_minutes) const {
    return date_from_days(floored(minutes + ahead_minutes, day_minutes));
}

std::int64_t MoonMoment::minute_at(std::int64_t ahead_minutes) const {
    const std::int64_t local = minutes + ahead_minutes;
    return local - floored(local, day_minutes) * day_minutes;
}

MoonMoment moon_from(const Date& day, MoonPhase phase) {
    const std::int64_t from = day.days() * day_minutes;
    const double first = std::floor((double(day.days()) - 10961.0) / 29.530588861) - 2.0;
    const double half = phase == MoonPhase::new_moon ? 0.0 : 0.5;
    for (double k = first + half;; k += 1.0) {
        const std::int64_t minutes = minutes_of(k, phase);
        if (minutes >= from) return {minutes};
    }
}

}  // namespace travaux::planning
