// Earlier committees, as data: when they met, and how long a treaty took. A plan is laid beside
// them.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace travaux::planning {

/// The days of a session, both among them.
struct HeldDays {
    Date first;
    Date last;

    friend bool operator==(const HeldDays&, const HeldDays&) = default;
};

/// A body that negotiated, as rules/precedents.json has it, with the sources there.
struct Precedent {
    std::string_view id;             ///< `uncac`
    std::string_view symbol;         ///< of the body: `A/AC.261`
    std::string_view mandate;        ///< the resolution that founded it
    std::string_view outcome;        ///< the resolution that adopted its text; may be empty
    std::optional<Date> adopted;     ///< the day on which that was done
    std::string_view contributions;  ///< the document that has its practice on contributions of
                                     ///< others; may be empty
    std::string_view paragraphs;     ///< of that document: `23–27`
    std::vector<HeldDays> sessions;  ///< in their order
};

/// What can be compared of the sessions of a body.
struct Course {
    std::int64_t sessions = 0;
    std::int64_t weekdays = 0;  ///< Mondays to Fridays of all sessions, holidays among them
    /// Days from the last of a session to the first of the next, the median being the lower one of
    /// an even number; all nothing where there was one session.
    std::optional<std::int64_t> shortest_interval;
    std::optional<std::int64_t> median_interval;
    std::optional<std::int64_t> longest_interval;
    std::int64_t months = 0;  ///< from the first day of all to the last, rounded

    friend bool operator==(const Course&, const Course&) = default;
};

/// Returns the earlier bodies in the order of their first days.
[[nodiscard]] const std::vector<Precedent>& precedents();

/// Days from the last of a session to the first of the next.
struct IntervalRange {
    std::int64_t shortest = 0;
    std::int64_t longest = 0;

    friend bool operator==(const IntervalRange&, const IntervalRange&) = default;
};

/// Returns the intervals that were usual: those of all bodies whose text was adopted, without the
/// tenth of them at either end (nearest rank), where a pandemic and sessions back to back stand.
[[nodiscard]] const IntervalRange& usual_interval();

/// Returns the course of sessions, in whichever order they come; sessions that overlap have an
/// interval of 0.
[[nodiscard]] Course course_of(std::vector<HeldDays> sessions);

}  // namespace travaux::planning
