// What the sessions of a committee take and cost: as planned, and as held.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "committee/state.h"
#include "planning/precedents.h"

namespace travaux::committee {

/// What a session takes. Pages have 330 words: a day's 1,914 words of translation are 5.8 pages.
struct Quantities {
    std::int64_t meetings = 0;        ///< of three hours
    std::int64_t interpretation = 0;  ///< meetings with it
    std::int64_t words = 0;           ///< translated, over all languages
    std::int64_t pages = 0;           ///< issued, over all languages
    std::int64_t staff_days = 0;
    std::int64_t trips = 0;

    bool operator==(const Quantities&) const = default;
};

/// A session with its days, planned or held, and the words that are translated for it.
struct CountedSession {
    std::string id;
    planning::HeldDays days;
    std::int64_t meetings = 0;         ///< that fit into the days
    std::int64_t words = 0;            ///< of the papers that it is to have, in one language
    std::int64_t words_published = 0;  ///< of the papers that it had
};

struct SessionCosts {
    std::string session;
    Quantities planned;
    std::optional<Quantities> held;  ///< none: no meeting was opened
    std::int64_t planned_cost = 0;   ///< by the last rates, in their smallest unit
    std::int64_t held_cost = 0;      ///< by the rates of its days, in that unit
};

/// Returns what sessions take, in their order. Meetings that are planned are all interpreted, of
/// those held the formal ones; a paper is translated into five languages and issued in six.
/// Persons and trips are as many as the rates say. What was held is counted by the rates of its
/// days: the last whose day is no later than the session's last one, or the first there are; those
/// in another currency than the last rates are not looked at.
[[nodiscard]] std::vector<SessionCosts> costs_of(const State& state,
                                                 const std::vector<CountedSession>& sessions);

/// Returns what quantities cost, in the smallest unit of the currency; what has no price is free.
/// Words are paid by the thousand, the last one in full.
[[nodiscard]] std::int64_t cost_of(const Quantities& quantities, const Rates& rates);

/// Returns what all sessions take and cost together, those held counted among the held; of no
/// session by name.
[[nodiscard]] SessionCosts sum(std::span<const SessionCosts> all);

}  // namespace travaux::committee
