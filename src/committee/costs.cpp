// SPDX-License-Identifier: MIT
#include "committee/costs.h"

#include <algorithm>
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

void add(Quantities& to, const Quantities& more) {
    to.meetings += more.meetings;
    to.interpretation += more.interpretation;
    to.words += more.words;
    to.pages += more.pages;
    to.staff_days += more.staff_days;
    to.trips += more.trips;
}

// Rates that were entered again for a day are the ones that hold for it.
Rates rates_on(const std::vector<GivenOnce<Rates>>& given, const Date& day) {
    std::vector<Rates> all;
    for (const GivenOnce<Rates>& one : given) {
        if (one.what.currency == given.back().what.currency) all.push_back(one.what);
    }
    if (all.empty()) return {};
    std::ranges::stable_sort(all, {}, &Rates::as_of);
    const Date held_on = std::max(day, all.front().as_of);
    return *std::prev(std::ranges::upper_bound(all, held_on, {}, &Rates::as_of));
}

}  // namespace

std::vector<SessionCosts> costs_of(const State& state,
                                   const std::vector<CountedSession>& sessions) {
    const Rates rates = state.rates.empty() ? Rates{} : state.rates.back().what;
    std::vector<SessionCosts> costs;
    for (const CountedSession& one : sessions) {
        const Rates rates_then = rates_on(state.rates, one.days.last);
        SessionCosts of{one.id, planned(one, rates), held(state, one, rates_then), 0, 0};
        of.planned_cost = cost_of(of.planned, rates);
        if (of.held) of.held_cost = cost_of(*of.held, rates_then);
        costs.push_back(std::move(of));
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

SessionCosts sum(std::span<const SessionCosts> all) {
    SessionCosts result;
    for (const SessionCosts& one : all) {
        add(result.planned, one.planned);
        result.planned_cost += one.planned_cost;
        if (!one.held) continue;
        if (!result.held) result.held.emplace();
        add(*result.held, *one.held);
        result.held_cost += one.held_cost;
    }
    return result;
}

}  // namespace travaux::committee
