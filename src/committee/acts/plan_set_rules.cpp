// plan.set_rules: how sessions and their papers are planned, with the source of the figures.
// SPDX-License-Identifier: MIT
#include <array>

#include "committee/acts/acts.h"
#include "planning/documents.h"

namespace travaux::committee {
namespace {

/// A field with the numbers that it may hold.
struct Range {
    std::string_view field;
    std::optional<std::uint32_t> value;
    std::uint32_t least;
    std::uint32_t most;
};

std::unexpected<Error> out_of(const std::string& field, std::uint32_t least, std::uint32_t most) {
    return refuse("plan.number_out_of_range",
                  {"plan.set_rules", field, std::to_string(least), std::to_string(most)});
}

Result<void> check_numbers(const PlanRules& rules) {
    constexpr std::uint32_t weeks = 52;
    constexpr std::uint32_t days = 365;
    constexpr std::uint32_t words = 100'000;
    constexpr std::uint32_t many = 100;
    const auto ranges = std::to_array<Range>({
        {"interval_weeks", rules.interval_weeks, 0, weeks},
        {"submit_weeks", rules.submit_weeks, 1, weeks},
        {"issue_weeks", rules.issue_weeks, 0, weeks},
        {"call_days", rules.call_days, 0, days},
        {"drafting_days", rules.drafting_days, 0, days},
        {"translated_words_per_day", rules.translated_words_per_day, 1, words},
        {"revised_words_per_day", rules.revised_words_per_day, 1, words},
        {"edited_words_per_day", rules.edited_words_per_day, 1, words},
        {"rooms", rules.rooms, 1, many},
        {"teams", rules.teams, 1, many},
    });
    for (const Range& one : ranges) {
        if (!one.value || (*one.value >= one.least && *one.value <= one.most)) continue;
        return out_of(std::string(one.field), one.least, one.most);
    }
    for (const std::uint32_t month : rules.months_avoided) {
        if (month < 1 || month > 12) return out_of("months_avoided", 1, 12);
    }
    return {};
}

// Papers are handed in before they are issued; what is not said is as the engine has it.
Result<void> check_order(const PlanRules& rules) {
    const planning::DocumentRules usual;
    const std::uint32_t issued =
        rules.issue_weeks.value_or(static_cast<std::uint32_t>(usual.issue_weeks));
    const std::uint32_t submitted =
        rules.submit_weeks.value_or(static_cast<std::uint32_t>(usual.submit_weeks));
    if (submitted > issued) return {};
    return refuse("plan.issued_before_submission", {std::to_string(issued)});
}

Result<Events> decide_rules(const State& /*state*/, const PlanRules& act,
                            const Context& /*context*/) {
    TRY_OK(check_numbers(act));
    TRY_OK(check_order(act));
    return Events{PlanRulesSet{act}};
}

}  // namespace

Act plan_set_rules() {
    return declare<PlanRules>(
        {
            .name = "plan.set_rules",
            .sentence = "Sets how sessions and their papers are planned; the rules before stay on "
                        "record.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields =
                {
                    {"source", "Where the figures come from."},
                    {"interval_weeks", "From the close of a session to the next one, at least."},
                    {"submit_weeks", "How long before a session its papers are handed in."},
                    {"issue_weeks", "How long before a session its papers are issued."},
                    {"call_days", "From a call to its deadline."},
                    {"drafting_days", "From the deadline to the submission of the paper."},
                    {"translated_words_per_day", "Of one translator."},
                    {"revised_words_per_day", "Of one reviser."},
                    {"edited_words_per_day", "Of the editors."},
                    {"rooms", "How many the duty station has each day."},
                    {"teams", "How many teams of interpreters it has each day."},
                    {"months_avoided", "Months, 1 to 12, in which no session is wanted."},
                    {"closed_days",
                     "Days on which nothing is held, such as 2023-12-18/2024-01-05 "
                     "recess."},
                },
        },
        decide_rules);
}

}  // namespace travaux::committee
