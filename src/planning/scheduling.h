// Days for all sessions of a plan at once, or the smallest set of demands that cannot be met
// together.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "planning/plan.h"

namespace travaux::planning {

enum class DemandKind : std::uint8_t {
    window,       ///< a session is held in its window, at one of its places
    order,        ///< a session opens after another has closed
    interval,     ///< so many weeks (`limit`) lie between two sessions of a body
    preparation,  ///< papers are handed in in time: so many days (`limit`) after the session before
    blackout,     ///< nothing is held on some days
    rooms,        ///< so many rooms a day (`limit`)
    teams,        ///< so many teams of interpreters a day
    words,        ///< so many words handed in a month
    assembly,     ///< a body is ready so many weeks before a session of the General Assembly
};

inline constexpr std::array<std::string_view, 9> demand_names = {
    "window", "order", "interval", "preparation", "blackout",
    "rooms",  "teams", "words",    "assembly"};

/// Something that a schedule has to meet. What a kind does not need is empty.
struct Demand {
    DemandKind kind = DemandKind::window;
    std::string session;
    std::string before;  ///< the session that comes before
    std::optional<DutyStation> station;
    std::optional<Date> first;
    std::optional<Date> last;
    std::int64_t limit = 0;
    std::string words;  ///< the dates as said, the reason of a blackout

    bool operator==(const Demand&) const = default;
};

/// Where and when a session is held.
struct ScheduledSession {
    std::string id;
    Date opens;
    Date closes;
    DutyStation station = DutyStation::new_york;

    bool operator==(const ScheduledSession&) const = default;
};

/// Something that speaks against a schedule, or, for `slack`, how much time it leaves.
struct Reason {
    enum class Kind : std::uint8_t {
        feast,    ///< a feast falls into a session
        holiday,  ///< an official holiday takes a day of it
        month,    ///< it lies in a month that is to be avoided
        place,    ///< it is not at the preferred place
        /// it opens sooner, or later, after the session before than earlier committees did
        /// (`usual_interval`)
        precedent,
        slack,  ///< days between the session before and the day of submission that nothing needs
    };

    Kind kind = Kind::feast;
    std::string session;
    std::optional<Date> date;
    std::string name;         ///< of the feast, the holiday, the duty station
    std::int64_t amount = 0;  ///< the month; the days of the interval, of slack
    std::int64_t cost = 0;

    bool operator==(const Reason&) const = default;
};

struct Schedule {
    std::vector<ScheduledSession> sessions;  ///< in the order of the plan
    std::vector<Reason> reasons;             ///< in that order too
    std::int64_t cost = 0;                   ///< the sum of the reasons
    std::optional<std::int64_t> slack_days;  ///< the smallest one, where papers follow a session

    bool operator==(const Schedule&) const = default;
};

/// `feasible`: there are schedules. `clash`: there is none, and `clash` says why. `undecided`: the
/// search was given up.
enum class Outcome : std::uint8_t { feasible, clash, undecided };

struct Scheduling {
    Outcome outcome = Outcome::undecided;
    std::vector<Schedule> schedules;  ///< the best first: least cost, then most slack
    bool is_best = false;             ///< no schedule costs less than the first one
    std::vector<Demand> clash;        ///< leaving out any of them leaves the others possible

    bool operator==(const Scheduling&) const = default;
};

/// What a feast on a working day of a session, a holiday in it, a feast on a weekend, a month to be
/// avoided, each step away from the preferred place, and an interval without precedent cost.
inline constexpr std::int64_t feast_cost = 3;
inline constexpr std::int64_t holiday_cost = 2;
inline constexpr std::int64_t weekend_feast_cost = 1;
inline constexpr std::int64_t month_cost = 4;
inline constexpr std::int64_t place_cost = 1;
inline constexpr std::int64_t precedent_cost = 1;

/// Proposes schedules. REQUIRES: `check` has nothing against the plan; `calendars_for` it.
[[nodiscard]] Scheduling schedule(const Plan& plan, const Calendars& calendars);

}  // namespace travaux::planning
