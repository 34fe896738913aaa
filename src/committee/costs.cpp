// SPDX-License-Identifier: MIT
#include "committee/costs.h"

#include <set>

#include "base/days.h"

namespace travaux::committee {
namespace {

constexpr std::int64_t languages = 6;
constexpr std::int64_t words_a_page = 330;

std::int64_t pages_of(std::int64_t words) { return (words + words_a_page - 1) / words_a_page; }

void add_papers(Quantities& to, std::int64_t words) {
    to.words = words * (languages - 1);
    to.pages = pages_of(words) * languages;
}

Quantities planned(const CountedSession& session, const Rates& rates) {
    Quantities result;
    result.meetings = session.meetings;
    result.interpretation = session.meetings;
    add_papers(result, session.words);
    const std::int64_t weekdays = planning::course_of({session.days}).weekdays;
    result.staff_days = weekdays * rates.staff.value_or(0);
    result.trips = rates.trips.value_or(0);
    return result;
}

std::optional<Quantities> held(const State& state, const CountedSession& session,
                               const Rates& rates) {
    Quantities result;
    std::set<std::int64_t> days;
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    for (const auto& [id, meeting] : state.meetings) {
        if (meeting.session != session.id) continue;
        ++result.meetings;
        if (meeting.formality == Formality::formal) ++result.interpretation;
        days.insert(meeting.opened_ms / day_ms);
    }
    if (result.meetings == 0) return std::nullopt;
    add_papers(result, session.words_published);
    result.staff_days = static_cast<std::int64_t>(days.size()) * rates.staff.value_or(0);
    result.trips = rates.trips.value_or(0);
    return result;
}

std::int64_t price(const std::optional<std::uint64_t>& rate) {
    return static_cast<std::int64_t>(rate.value_or(0));
}

}  // namespace

std::vector<SessionCosts> costs_of(const State& state,
                                   const std::vector<CountedSession>& sessions) {
    const Rates rates = state.rates.empty() ? Rates{} : state.rates.back().what;
    std::vector<SessionCosts> costs;
    for (const CountedSession& one : sessions) {
        costs.push_back({one.id, planned(one, rates), held(state, one, rates)});
    }
    return costs;
}

std::int64_t cost_of(const Quantities& quantities, const Rates& rates) {
    constexpr std::int64_t thousand = 1000;
    return quantities.meetings * price(rates.meeting) +
           quantities.interpretation * price(rates.interpretation) +
           (quantities.words + thousand - 1) / thousand * price(rates.translation) +
           quantities.pages * price(rates.page) + quantities.staff_days * price(rates.staff_day) +
           quantities.trips * price(rates.trip);
}

Quantities sum(const std::vector<Quantities>& all) {
    Quantities result;
    for (const Quantities& one : all) {
        result.meetings += one.meetings;
        result.interpretation += one.interpretation;
        result.words += one.words;
        result.pages += one.pages;
        result.staff_days += one.staff_days;
        result.trips += one.trips;
    }
    return result;
}

}  // namespace travaux::committee
