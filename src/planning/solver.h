// Yes-and-no questions: clauses, sums that may not be exceeded, and why there is no answer.
//
// CaDiCaL answers them (docs/decisions/0025-cadical.md). It draws no chance and asks no clock, so
// the same questions in the same order have the same answers.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace CaDiCaL {  // NOLINT(readability-identifier-naming): the name is the library's
class Solver;
}

namespace travaux::planning {

/// A variable, or with a minus its contrary; 0 is none.
using Literal = int;

enum class Answer : std::uint8_t { yes, no, unknown };

class Solver {
public:
    Solver();
    ~Solver();
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;

    [[nodiscard]] Literal variable();

    /// At least one of these holds.
    void clause(std::initializer_list<Literal> literals);
    void clause(std::span<const Literal> literals);

    /// Looks for an answer in which all of these hold; gives up after so many conflicts.
    [[nodiscard]] Answer solve(std::span<const Literal> assumed, std::int32_t conflicts);

    /// Whether a literal holds in the answer. REQUIRES: the last answer was yes.
    [[nodiscard]] bool holds(Literal literal) const;

    /// Whether an assumed literal has part in the answer. REQUIRES: the last answer was no.
    [[nodiscard]] bool is_to_blame(Literal literal) const;

private:
    std::unique_ptr<CaDiCaL::Solver> solver_;
    Literal last_ = 0;
};

/// One of several choices, each with what it adds to a sum; at most one of them holds.
struct Choice {
    Literal literal = 0;
    std::int64_t weight = 0;
};

/// A sum over groups of choices, compared with bounds that may be given one after the other. A
/// bound is a literal: where it holds the sum does not exceed it.
class BoundedSum {
public:
    /// REQUIRES: weights are not negative.
    BoundedSum(Solver& solver, std::vector<std::vector<Choice>> groups);

    /// Returns the literal of a bound; 0 where every choice is within it.
    [[nodiscard]] Literal at_most(std::int64_t bound);

    /// Returns the sum in the last answer. REQUIRES: it was yes.
    [[nodiscard]] std::int64_t value() const;

private:
    struct Node {
        std::size_t group = 0;
        std::int64_t left = 0;

        auto operator<=>(const Node&) const = default;
    };

    [[nodiscard]] Literal node(const Node& wanted, std::vector<Node>& made);
    void define(const Node& one, std::vector<Node>& made);

    Solver& solver_;
    std::vector<std::vector<Choice>> groups_;
    std::vector<std::int64_t> largest_;  ///< the largest sum of the groups from here on
    std::map<Node, Literal> nodes_;
};

}  // namespace travaux::planning
