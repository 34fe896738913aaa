// The demands of a plan as clauses: each holds as soon as its guard is assumed.
//
// A demand on several sessions speaks only of those that are held. So each can be left out by
// itself, and what clashes is found by leaving out.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "planning/candidates.h"
#include "planning/scheduling.h"
#include "planning/solver.h"

namespace travaux::planning {

/// For each session the place of the candidate that is taken.
using Taken = std::vector<std::size_t>;

class Demands {
public:
    Demands(const Plan& plan, const Calendars& calendars, Solver& solver);

    [[nodiscard]] const std::vector<Demand>& demands() const { return demands_; }

    /// Returns the guards, in the order of the demands.
    [[nodiscard]] std::span<const Literal> guards() const { return guards_; }

    /// Returns for each session its candidates with their costs, then for each session after
    /// another of its body what an interval without precedent costs.
    [[nodiscard]] std::vector<std::vector<Choice>> costs() const;

    /// Returns a guard: every paper that follows a session has so many days of slack; 0 where there
    /// is no such paper.
    [[nodiscard]] Literal slack_of(std::int64_t days);

    /// Returns what the last answer takes. REQUIRES: it was yes, with all windows assumed.
    [[nodiscard]] Taken taken() const;

    /// From now on this is not taken again.
    void exclude(const Taken& taken);

    [[nodiscard]] Schedule schedule_of(const Taken& taken) const;

private:
    /// Two sessions of which one comes after the other.
    struct Pair {
        std::size_t before = 0;
        std::size_t after = 0;
    };
    /// What sessions take of something that is limited.
    using Use = std::function<std::int64_t(const WantedSession&)>;

    void add_session(std::size_t session);
    void add_window(std::size_t session);
    void add_pairs();
    void add_blackouts();
    void add_capacities();
    void add_words();
    void add_assemblies();
    void limit_days(Demand demand, DutyStation station, const Use& use);
    void limit(Literal guard, std::vector<std::vector<Choice>> groups, std::int64_t bound);
    void add_precedent(const Pair& pair);
    void apart(Literal guard, const Pair& pair, std::int64_t days);
    void near(Literal guard, const Pair& pair, std::int64_t days);
    [[nodiscard]] Literal guard_of(Demand demand);
    [[nodiscard]] Literal any_of(std::size_t session, const std::vector<std::size_t>& candidates);
    [[nodiscard]] std::size_t place_of(const std::string& session) const;
    [[nodiscard]] std::int64_t submission_days() const;
    [[nodiscard]] std::int64_t preparation_days(const WantedSession& session) const;

    const Plan& plan_;
    Solver& solver_;
    std::vector<std::vector<Candidate>> candidates_;
    std::vector<std::vector<Literal>> chosen_;  ///< the candidate is taken
    std::vector<std::vector<Literal>> so_far_;  ///< it, or one before it, is taken
    std::vector<Demand> demands_;
    std::vector<Literal> guards_;
    std::vector<Pair> followed_;  ///< sessions of a body, each and the next
    std::vector<Pair> prepared_;  ///< those with papers in the second
    std::vector<Literal> usual_;  ///< the interval of a followed pair has precedents
    std::map<std::pair<std::size_t, std::vector<std::size_t>>, Literal> any_;
};

}  // namespace travaux::planning
