// SPDX-License-Identifier: MIT
#include "planning/scheduling.h"

#include <algorithm>
#include <tuple>

#include "planning/demands.h"

namespace travaux::planning {
namespace {

// A search is given up after so many conflicts: a limit that no clock has part in.
constexpr std::int32_t conflicts_at_first = 50'000;
constexpr std::int32_t conflicts_to_improve = 2'000;

// Slack in days that is asked for, step by step.
constexpr std::array<std::int64_t, 7> slack_steps = {7, 14, 21, 28, 42, 56, 84};

class Search {
public:
    Search(const Plan& plan, const Calendars& calendars)
        : plan_(plan), demands_(plan, calendars, solver_), costs_(solver_, demands_.costs()) {
        for (const auto& group : demands_.costs()) {
            if (group.empty()) continue;
            least_ += std::ranges::min_element(group, {}, &Choice::weight)->weight;
        }
    }

    Scheduling search() {
        Scheduling result;
        const Answer answer = solver_.solve(demands_.guards(), conflicts_at_first);
        if (answer == Answer::unknown) return result;
        if (answer == Answer::no) {
            result.outcome = Outcome::clash;
            result.clash = clash();
            return result;
        }
        result.outcome = Outcome::feasible;
        result.is_best = propose(result);
        while (std::ssize(result.schedules) < plan_.alternatives) {
            if (solve(0, 0, conflicts_at_first) != Answer::yes) break;
            least_ = result.is_best ? result.schedules.front().cost : least_;
            propose(result);
        }
        std::ranges::stable_sort(result.schedules, [](const Schedule& one, const Schedule& other) {
            return std::tuple(one.cost, -one.slack_days.value_or(0)) <
                   std::tuple(other.cost, -other.slack_days.value_or(0));
        });
        return result;
    }

private:
    // Solves with every demand, under a bound of cost and one of slack; 0 is none.
    Answer solve(Literal cost, Literal slack, std::int32_t conflicts) {
        std::vector<Literal> assumed(demands_.guards().begin(), demands_.guards().end());
        if (cost != 0) assumed.push_back(cost);
        if (slack != 0) assumed.push_back(slack);
        return solver_.solve(assumed, conflicts);
    }

    // Makes the schedule that was just found cheaper, then gives it slack, and keeps it. Returns
    // whether no cheaper one exists.
    bool propose(Scheduling& result) {
        Taken taken = demands_.taken();
        std::int64_t cost = costs_.value();
        bool is_best = true;
        for (std::int64_t low = least_; low < cost;) {
            const std::int64_t middle = low + (cost - low) / 2;
            const Answer answer = solve(costs_.at_most(middle), 0, conflicts_to_improve);
            if (answer == Answer::yes) {
                taken = demands_.taken();
                cost = costs_.value();
                continue;
            }
            is_best = is_best && answer == Answer::no;
            low = middle + 1;
        }
        add_slack(taken, cost);
        demands_.exclude(taken);
        result.schedules.push_back(demands_.schedule_of(taken));
        return is_best;
    }

    void add_slack(Taken& taken, std::int64_t cost) {
        const Literal bound = costs_.at_most(cost);
        for (const std::int64_t days : slack_steps) {
            if (demands_.schedule_of(taken).slack_days.value_or(days) >= days) continue;
            const auto [at, is_new] = slack_.try_emplace(days, 0);
            if (is_new) at->second = demands_.slack_of(days);
            if (solve(bound, at->second, conflicts_to_improve) != Answer::yes) return;
            taken = demands_.taken();
        }
    }

    // Leaves out one demand after the other for as long as the rest still clashes. What is left is
    // the smallest: each demand was needed when all that remained were there.
    std::vector<Demand> clash() {
        std::vector<std::size_t> core = blamed();
        for (std::size_t at = 0; at < core.size();) {
            std::vector<Literal> rest;
            for (std::size_t other = 0; other < core.size(); ++other) {
                if (other != at) rest.push_back(demands_.guards()[core[other]]);
            }
            if (solver_.solve(rest, conflicts_at_first) != Answer::no) {
                ++at;
                continue;
            }
            // Those before `at` were found to be needed, so they are blamed again.
            const std::vector<std::size_t> smaller = blamed();
            std::erase_if(core, [&](std::size_t one) {
                return std::ranges::find(smaller, one) == smaller.end();
            });
        }
        std::vector<Demand> result;
        for (const std::size_t one : core) result.push_back(demands_.demands()[one]);
        return result;
    }

    [[nodiscard]] std::vector<std::size_t> blamed() const {
        std::vector<std::size_t> result;
        for (std::size_t at = 0; at < demands_.guards().size(); ++at) {
            if (solver_.is_to_blame(demands_.guards()[at])) result.push_back(at);
        }
        return result;
    }

    const Plan& plan_;
    Solver solver_;
    Demands demands_;
    BoundedSum costs_;
    std::int64_t least_ = 0;
    std::map<std::int64_t, Literal> slack_;
};

}  // namespace

Scheduling schedule(const Plan& plan, const Calendars& calendars) {
    return Search(plan, calendars).search();
}

}  // namespace travaux::planning
