// What a plan is made by, as configuration on record: rules for sessions and documents, and what
// things cost. Each time the whole is given; the last one holds, and the earlier ones stay.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// Days on which nothing is held, and why: `2023-12-18/2024-01-05 recess`, as in ISO 8601.
struct ClosedDays {
    static constexpr std::string_view type_name = "days and reason";

    Date first;
    Date last;
    std::string reason;

    [[nodiscard]] std::string text() const;
    /// Reads them; nothing for any other text, and for days that end before they begin.
    [[nodiscard]] static std::optional<ClosedDays> parse(std::string_view text);
    bool operator==(const ClosedDays&) const = default;
};

/// What is left out is as the planning engine has it.
struct PlanRules {
    static constexpr std::string_view type_name = "rules of a plan";

    std::string source;                           ///< where the figures come from
    std::optional<std::uint32_t> interval_weeks;  ///< between sessions, at least
    std::optional<std::uint32_t> submit_weeks;    ///< before a session its papers are handed in
    std::optional<std::uint32_t> issue_weeks;     ///< before a session its papers are issued
    std::optional<std::uint32_t> call_days;       ///< from a call to its deadline
    std::optional<std::uint32_t> drafting_days;   ///< from the deadline to submission
    std::optional<std::uint32_t> translated_words_per_day;
    std::optional<std::uint32_t> revised_words_per_day;
    std::optional<std::uint32_t> edited_words_per_day;
    std::optional<std::uint32_t> rooms;         ///< of the duty station, each day
    std::optional<std::uint32_t> teams;         ///< of interpreters, each day
    std::vector<std::uint32_t> months_avoided;  ///< 1 to 12
    std::vector<ClosedDays> closed_days;

    bool operator==(const PlanRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanRules, (),
                      (source, interval_weeks, submit_weeks, issue_weeks, call_days, drafting_days,
                       translated_words_per_day, revised_words_per_day, edited_words_per_day, rooms,
                       teams, months_avoided, closed_days))

/// Prices, in the smallest unit of a currency; what has none is not counted.
struct Rates {
    static constexpr std::string_view type_name = "rates";

    std::string source;    ///< where the prices come from
    std::string currency;  ///< three letters, ISO 4217
    Date as_of;
    std::optional<std::uint64_t> meeting;         ///< of three hours, without interpretation
    std::optional<std::uint64_t> interpretation;  ///< of a meeting, in all languages
    std::optional<std::uint64_t> translation;     ///< of 1,000 words into one language
    std::optional<std::uint64_t> page;            ///< in one language
    std::optional<std::uint64_t> staff_day;       ///< of one person
    std::optional<std::uint64_t> trip;            ///< of one person to a session and back
    std::optional<std::uint32_t> staff;           ///< persons at a session
    std::optional<std::uint32_t> trips;           ///< to a session

    bool operator==(const Rates&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rates, (),
                      (source, currency, as_of, meeting, interpretation, translation, page,
                       staff_day, trip, staff, trips))

struct PlanRulesSet {
    static constexpr std::string_view name = "plan.rules_set";

    PlanRules rules;

    [[nodiscard]] static std::string object() { return "committee"; }
    bool operator==(const PlanRulesSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanRulesSet, (), (rules))

struct RatesSet {
    static constexpr std::string_view name = "plan.rates_set";

    Rates rates;

    [[nodiscard]] static std::string object() { return "committee"; }
    bool operator==(const RatesSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatesSet, (), (rates))

/// What was given, and when.
template <typename What>
struct GivenOnce {
    std::int64_t since_ms = 0;
    What what;

    bool operator==(const GivenOnce&) const = default;
};

void apply(State& state, const PlanRulesSet& event, const Entered& when);
void apply(State& state, const RatesSet& event, const Entered& when);

}  // namespace travaux::committee
