// SPDX-License-Identifier: MIT
#include "committee/plan_rules.h"

#include "committee/state.h"

namespace travaux::committee {

std::string ClosedDays::text() const { return first.text() + "/" + last.text() + " " + reason; }

std::optional<ClosedDays> ClosedDays::parse(std::string_view text) {
    constexpr std::size_t day = 10;  // letters
    constexpr std::size_t reason_at = 2 * day + 2;
    const bool is_long = text.size() > reason_at && text[day] == '/' && text[reason_at - 1] == ' ';
    if (!is_long || text[reason_at] == ' ') return std::nullopt;
    const auto first = Date::parse(text.substr(0, day));
    const auto last = Date::parse(text.substr(day + 1, day));
    if (!first || !last || last->days() < first->days()) return std::nullopt;
    return ClosedDays{*first, *last, std::string(text.substr(reason_at))};
}

void apply(State& state, const PlanRulesSet& event, const Entered& when) {
    state.plan_rules.push_back({when.time_ms, event.rules});
}

void apply(State& state, const RatesSet& event, const Entered& when) {
    state.rates.push_back({when.time_ms, event.rates});
}

}  // namespace travaux::committee
