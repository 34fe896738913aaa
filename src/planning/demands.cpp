// SPDX-License-Identifier: MIT
#include "planning/demands.h"

#include <algorithm>

#include "base/result.h"
#include "planning/precedents.h"

namespace travaux::planning {

Demands::Demands(const Plan& plan, const Calendars& calendars, Solver& solver)
    : plan_(plan), solver_(solver) {
    for (const WantedSession& one : plan.sessions) {
        candidates_.push_back(candidates_for(one, plan, calendars));
    }
    for (std::size_t at = 0; at < plan.sessions.size(); ++at) add_session(at);
    for (std::size_t at = 0; at < plan.sessions.size(); ++at) add_window(at);
    add_pairs();
    add_assemblies();
    add_blackouts();
    add_capacities();
    add_words();
}

Literal Demands::guard_of(Demand demand) {
    demands_.push_back(std::move(demand));
    guards_.push_back(solver_.variable());
    return guards_.back();
}

std::size_t Demands::place_of(const std::string& session) const {
    const auto found = std::ranges::find(plan_.sessions, session, &WantedSession::id);
    VERIFY(found != plan_.sessions.end());
    return static_cast<std::size_t>(found - plan_.sessions.begin());
}

// At most one candidate is taken, and `so_far` says by which one.
void Demands::add_session(std::size_t session) {
    std::vector<Literal>& chosen = chosen_.emplace_back();
    std::vector<Literal>& so_far = so_far_.emplace_back();
    for (std::size_t at = 0; at < candidates_[session].size(); ++at) {
        chosen.push_back(solver_.variable());
        so_far.push_back(solver_.variable());
        solver_.clause({-chosen[at], so_far[at]});
        if (at == 0) {
            solver_.clause({-so_far[at], chosen[at]});
            continue;
        }
        solver_.clause({-so_far[at - 1], so_far[at]});
        solver_.clause({-chosen[at], -so_far[at - 1]});
        solver_.clause({-so_far[at], so_far[at - 1], chosen[at]});
    }
}

void Demands::add_window(std::size_t session) {
    const WantedSession& one = plan_.sessions[session];
    Demand demand{DemandKind::window, one.id, {}, {}, one.window.first, one.window.last, 0, {}};
    demand.words = one.window.words;
    const Literal guard = guard_of(std::move(demand));
    if (so_far_[session].empty()) {
        solver_.clause({-guard});
    } else {
        solver_.clause({-guard, so_far_[session].back()});
    }
}

// From the close of one to the opening of the other there are at least so many days.
void Demands::apart(Literal guard, const Pair& pair, std::int64_t days) {
    const auto& before = candidates_[pair.before];
    if (before.empty()) return;
    const Literal is_held = so_far_[pair.before].back();
    for (std::size_t at = 0; at < candidates_[pair.after].size(); ++at) {
        const Date latest = plus_days(candidates_[pair.after][at].opens, -days);
        const auto end = std::ranges::upper_bound(before, latest, {}, &Candidate::closes);
        const auto count = static_cast<std::size_t>(end - before.begin());
        if (count == before.size()) continue;
        const Literal later = -chosen_[pair.after][at];
        if (count == 0) {
            solver_.clause({-guard, later, -is_held});
        } else {
            solver_.clause({-guard, later, -is_held, so_far_[pair.before][count - 1]});
        }
    }
}

// From the close of one to the opening of the other there are at most so many days.
void Demands::near(Literal guard, const Pair& pair, std::int64_t days) {
    const auto& before = candidates_[pair.before];
    for (std::size_t at = 0; at < candidates_[pair.after].size(); ++at) {
        const Date earliest = plus_days(candidates_[pair.after][at].opens, -days);
        const auto first = std::ranges::lower_bound(before, earliest, {}, &Candidate::closes);
        if (first == before.begin()) continue;
        const auto last_too_early = static_cast<std::size_t>(first - before.begin()) - 1;
        solver_.clause({-guard, -chosen_[pair.after][at], -so_far_[pair.before][last_too_early]});
    }
}

// Nothing demands it; what is without precedent costs.
void Demands::add_precedent(const Pair& pair) {
    followed_.push_back(pair);
    usual_.push_back(solver_.variable());
    apart(usual_.back(), pair, usual_interval().shortest);
    near(usual_.back(), pair, usual_interval().longest);
}

// The longest time that a paper takes before it is handed in.
std::int64_t Demands::preparation_days(const WantedSession& session) const {
    std::int64_t days = 0;
    for (const Paper& one : session.papers) {
        days = std::max(days, std::int64_t{one.call_days} + one.drafting_days);
    }
    return days;
}

// From submission to the opening.
std::int64_t Demands::submission_days() const {
    return std::int64_t{7} * plan_.documents.submit_weeks;
}

void Demands::add_pairs() {
    std::map<std::string, std::size_t> last_of_body;
    for (std::size_t at = 0; at < plan_.sessions.size(); ++at) {
        const WantedSession& one = plan_.sessions[at];
        for (const std::string& other : one.after) {
            const Demand demand{DemandKind::order, one.id, other, {}, {}, {}, 0, {}};
            apart(guard_of(demand), {place_of(other), at}, 1);
        }
        const auto last = last_of_body.find(one.body);
        if (last != last_of_body.end()) {
            const Pair pair{last->second, at};
            const std::string& before = plan_.sessions[pair.before].id;
            const auto body = std::ranges::find(plan_.bodies, one.body, &Body::id);
            VERIFY(body != plan_.bodies.end());
            const std::int64_t weeks = body->interval_weeks;
            Demand demand{DemandKind::interval, one.id, before, {}, {}, {}, weeks, {}};
            if (weeks == 0) demand.kind = DemandKind::order;
            apart(guard_of(demand), pair, std::max<std::int64_t>(7 * weeks, 1));
            add_precedent(pair);
            if (!one.papers.empty()) {
                const std::int64_t days = preparation_days(one);
                demand.kind = DemandKind::preparation;
                demand.limit = days;
                apart(guard_of(demand), pair, submission_days() + days);
                prepared_.push_back(pair);
            }
        }
        last_of_body[one.body] = at;
    }
}

Literal Demands::slack_of(std::int64_t days) {
    if (prepared_.empty()) return 0;
    const Literal guard = solver_.variable();
    for (const Pair& pair : prepared_) {
        const std::int64_t prepared = preparation_days(plan_.sessions[pair.after]);
        apart(guard, pair, submission_days() + prepared + days);
    }
    return guard;
}

void Demands::add_assemblies() {
    for (const Body& body : plan_.bodies) {
        const auto last = std::ranges::find(plan_.sessions.rbegin(), plan_.sessions.rend(), body.id,
                                            &WantedSession::body);
        if (!body.reports_to || last == plan_.sessions.rend()) continue;
        const AssemblyReport& report = *body.reports_to;
        const Date opens = general_assembly_opens(general_assembly_year(report.session));
        const Date latest = plus_days(opens, -7 * std::int64_t{report.weeks_before});
        const Literal guard =
            guard_of({DemandKind::assembly, last->id, {}, {}, {}, latest, report.session, {}});
        const std::size_t session = place_of(last->id);
        for (std::size_t at = 0; at < candidates_[session].size(); ++at) {
            if (candidates_[session][at].closes <= latest) continue;
            solver_.clause({-guard, -chosen_[session][at]});
        }
    }
}

void Demands::add_blackouts() {
    for (const Blackout& one : plan_.blackouts) {
        const Literal guard = guard_of(
            {DemandKind::blackout, {}, {}, one.station, one.first, one.last, 0, one.reason});
        for (std::size_t session = 0; session < candidates_.size(); ++session) {
            for (std::size_t at = 0; at < candidates_[session].size(); ++at) {
                const Candidate& candidate = candidates_[session][at];
                const bool is_met = candidate.opens <= one.last && one.first <= candidate.closes &&
                                    (!one.station || *one.station == candidate.station);
                if (is_met) solver_.clause({-guard, -chosen_[session][at]});
            }
        }
    }
}

// A literal that holds where one of these candidates is taken; the same for the same ones.
Literal Demands::any_of(std::size_t session, const std::vector<std::size_t>& candidates) {
    if (candidates.size() == 1) return chosen_[session][candidates.front()];
    const auto [at, is_new] = any_.try_emplace({session, candidates}, 0);
    if (!is_new) return at->second;
    at->second = solver_.variable();
    for (const std::size_t one : candidates) {
        solver_.clause({-chosen_[session][one], at->second});
    }
    return at->second;
}

void Demands::limit(Literal guard, std::vector<std::vector<Choice>> groups, std::int64_t bound) {
    BoundedSum sum(solver_, std::move(groups));
    const Literal holds = sum.at_most(bound);
    if (holds != 0) solver_.clause({-guard, holds});
}

// Days with the same candidates have the same clauses, so that each set of them is met once.
void Demands::limit_days(Demand demand, DutyStation station, const Use& use) {
    const std::int64_t bound = demand.limit;
    const Literal guard = guard_of(std::move(demand));
    std::map<Date, int> changes;  // days on which some candidate begins, or is over
    for (const auto& all : candidates_) {
        for (const Candidate& one : all) {
            if (one.station != station) continue;
            changes[one.opens];
            changes[plus_days(one.closes, 1)];
        }
    }
    for (const auto& [day, unused] : changes) {
        std::vector<std::vector<Choice>> groups;
        for (std::size_t session = 0; session < candidates_.size(); ++session) {
            std::vector<std::size_t> held;
            for (std::size_t at = 0; at < candidates_[session].size(); ++at) {
                const Candidate& one = candidates_[session][at];
                const bool is_held =
                    one.station == station && one.opens <= day && day <= one.closes;
                if (is_held) held.push_back(at);
            }
            const std::int64_t weight = use(plan_.sessions[session]);
            if (held.empty() || weight == 0) continue;
            groups.push_back({{any_of(session, held), weight}});
        }
        limit(guard, std::move(groups), bound);
    }
}

void Demands::add_capacities() {
    for (const auto& [station, capacity] : plan_.capacities) {
        Demand demand{DemandKind::rooms, {}, {}, station, {}, {}, 0, {}};
        if (capacity.rooms) {
            demand.limit = *capacity.rooms;
            limit_days(demand, station, [](const WantedSession& one) { return one.rooms; });
        }
        demand.kind = DemandKind::teams;
        if (capacity.teams) {
            demand.limit = *capacity.teams;
            limit_days(demand, station, [](const WantedSession& one) { return one.teams; });
        }
    }
}

void Demands::add_words() {
    if (!plan_.words_per_month) return;
    const Literal guard =
        guard_of({DemandKind::words, {}, {}, {}, {}, {}, *plan_.words_per_month, {}});
    // By month of submission, by session.
    std::map<std::pair<std::int32_t, std::int32_t>, std::map<std::size_t, std::vector<std::size_t>>>
        handed_in;
    for (std::size_t session = 0; session < candidates_.size(); ++session) {
        for (std::size_t at = 0; at < candidates_[session].size(); ++at) {
            const Date day = plus_days(candidates_[session][at].opens, -submission_days());
            handed_in[{day.year, day.month}][session].push_back(at);
        }
    }
    for (const auto& [month, sessions] : handed_in) {
        std::vector<std::vector<Choice>> groups;
        for (const auto& [session, candidates] : sessions) {
            std::int64_t words = 0;
            for (const Paper& one : plan_.sessions[session].papers) words += one.words;
            if (words > 0) groups.push_back({{any_of(session, candidates), words}});
        }
        limit(guard, std::move(groups), *plan_.words_per_month);
    }
}

std::vector<std::vector<Choice>> Demands::costs() const {
    std::vector<std::vector<Choice>> groups;
    for (std::size_t session = 0; session < candidates_.size(); ++session) {
        auto& group = groups.emplace_back();
        for (std::size_t at = 0; at < candidates_[session].size(); ++at) {
            group.push_back({chosen_[session][at], candidates_[session][at].cost});
        }
    }
    for (const Literal one : usual_) groups.push_back({{one, 0}, {-one, precedent_cost}});
    return groups;
}

Taken Demands::taken() const {
    Taken result;
    for (const auto& chosen : chosen_) {
        const auto found =
            std::ranges::find_if(chosen, [&](Literal one) { return solver_.holds(one); });
        VERIFY(found != chosen.end());
        result.push_back(static_cast<std::size_t>(found - chosen.begin()));
    }
    return result;
}

void Demands::exclude(const Taken& taken) {
    std::vector<Literal> others;
    for (std::size_t session = 0; session < taken.size(); ++session) {
        others.push_back(-chosen_[session][taken[session]]);
    }
    solver_.clause(others);
}

Schedule Demands::schedule_of(const Taken& taken) const {
    Schedule result;
    for (std::size_t session = 0; session < taken.size(); ++session) {
        const Candidate& one = candidates_[session][taken[session]];
        result.sessions.push_back({plan_.sessions[session].id, one.opens, one.closes, one.station});
        for (const Reason& reason : one.reasons) result.reasons.push_back(reason);
        result.cost += one.cost;
    }
    for (const Pair& pair : followed_) {
        const std::int64_t days =
            days_between(result.sessions[pair.before].closes, result.sessions[pair.after].opens);
        const auto [shortest, longest] = usual_interval();
        if (shortest <= days && days <= longest) continue;
        const std::string& session = plan_.sessions[pair.after].id;
        result.reasons.push_back({Reason::Kind::precedent, session, {}, {}, days, precedent_cost});
        result.cost += precedent_cost;
    }
    for (const Pair& pair : prepared_) {
        const WantedSession& one = plan_.sessions[pair.after];
        const Date submission = plus_days(result.sessions[pair.after].opens, -submission_days());
        const std::int64_t slack =
            days_between(result.sessions[pair.before].closes, submission) - preparation_days(one);
        result.reasons.push_back({Reason::Kind::slack, one.id, submission, {}, slack, 0});
        result.slack_days = std::min(result.slack_days.value_or(slack), slack);
    }
    return result;
}

}  // namespace travaux::planning
