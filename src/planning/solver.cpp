// SPDX-License-Identifier: MIT
#include "planning/solver.h"

#include <algorithm>
#include <cadical.hpp>
#include <limits>

#include "base/result.h"

namespace travaux::planning {

Solver::Solver() : solver_(std::make_unique<CaDiCaL::Solver>()) {
    VERIFY(solver_->set("quiet", 1));
}

Solver::~Solver() = default;

Literal Solver::variable() {
    VERIFY(last_ < std::numeric_limits<Literal>::max());
    return ++last_;
}

void Solver::clause(std::initializer_list<Literal> literals) {
    clause(std::span(literals.begin(), literals.size()));
}

void Solver::clause(std::span<const Literal> literals) {
    for (const Literal one : literals) {
        VERIFY(one != 0);
        solver_->add(one);
    }
    solver_->add(0);
}

Answer Solver::solve(std::span<const Literal> assumed, std::int32_t conflicts) {
    for (const Literal one : assumed) solver_->assume(one);
    VERIFY(solver_->limit("conflicts", conflicts));
    const int answer = solver_->solve();
    if (answer == 10) return Answer::yes;
    return answer == 20 ? Answer::no : Answer::unknown;
}

bool Solver::holds(Literal literal) const { return solver_->val(literal) > 0; }

bool Solver::is_to_blame(Literal literal) const { return solver_->failed(literal); }

BoundedSum::BoundedSum(Solver& solver, std::vector<std::vector<Choice>> groups)
    : solver_(solver), groups_(std::move(groups)), largest_(groups_.size() + 1, 0) {
    for (std::size_t at = groups_.size(); at-- > 0;) {
        std::int64_t largest = 0;
        for (const Choice& one : groups_[at]) largest = std::max(largest, one.weight);
        largest_[at] = largest_[at + 1] + largest;
    }
}

// A node says: the groups from here on add no more than what is left. It is made once, whatever
// bound leads to it.
Literal BoundedSum::node(const Node& wanted, std::vector<Node>& made) {
    if (wanted.left >= largest_[wanted.group]) return 0;
    const auto [at, is_new] = nodes_.try_emplace(wanted, 0);
    if (is_new) {
        at->second = solver_.variable();
        made.push_back(wanted);
    }
    return at->second;
}

void BoundedSum::define(const Node& one, std::vector<Node>& made) {
    const Literal here = nodes_.at(one);
    const Literal without = node({one.group + 1, one.left}, made);
    if (without != 0) solver_.clause({-here, without});
    for (const Choice& choice : groups_[one.group]) {
        if (choice.weight == 0) continue;
        if (choice.weight > one.left) {
            solver_.clause({-here, -choice.literal});
            continue;
        }
        const Literal with = node({one.group + 1, one.left - choice.weight}, made);
        if (with != 0) solver_.clause({-here, -choice.literal, with});
    }
}

Literal BoundedSum::at_most(std::int64_t bound) {
    VERIFY(bound >= 0);
    std::vector<Node> made;
    const Literal root = node({0, bound}, made);
    while (!made.empty()) {
        const Node next = made.back();
        made.pop_back();
        define(next, made);
    }
    return root;
}

std::int64_t BoundedSum::value() const {
    std::int64_t sum = 0;
    for (const auto& group : groups_) {
        for (const Choice& one : group) sum += solver_.holds(one.literal) ? one.weight : 0;
    }
    return sum;
}

}  // namespace travaux::planning
