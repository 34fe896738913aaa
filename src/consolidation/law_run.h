// What the checks of laws share: the input, the text it gives, and the account of what was checked.
// SPDX-License-Identifier: MIT
#pragma once

#include "consolidation/laws.h"

namespace travaux::consolidation {

/// Draws the same numbers on every machine (SplitMix64).
struct Chance {
    std::uint64_t state = 0;

    std::uint64_t draw() {
        state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t value = state;
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31U);
    }
};

struct LawRun {
    LawRun(const LawInput& law_input, const Engine& law_engine);

    const LawInput& input;
    const Engine& engine;
    std::vector<Proposal> open;
    Consolidated text;  ///< in the working language
    std::string bytes;  ///< of `text`
    Chance chance;
    LawOutcome outcome;  ///< of the law under check

    /// Counts a case; `place` describes it where it breaks the law.
    template <typename Place>
    void expect(bool holds, Place place) {
        ++outcome.checked;
        if (!holds && !outcome.broken) outcome.broken = place();
    }

    /// Calls `visit(row, field, annotated text)` for each field of each row.
    template <typename Visit>
    void each_field(Visit visit) const {
        for (const Row& row : text.rows) {
            visit(row, text::Field::number, row.number);
            visit(row, text::Field::heading, row.heading);
            visit(row, text::Field::text, row.text);
        }
    }

    [[nodiscard]] std::uint32_t below(std::size_t bound) {
        return static_cast<std::uint32_t>(chance.draw() % bound);
    }

    /// Returns the positions of the open proposals in a drawn order.
    [[nodiscard]] std::vector<std::size_t> drawn_order();
};

/// How a field is named where it breaks a law.
[[nodiscard]] std::string place_of(const Row& row, text::Field field);

/// Whether every node of a tree lies within the one that holds it (law 15).
[[nodiscard]] bool is_well_nested(const Tree& tree);

// Laws on sets: 1, 2, 3, 6, 7, 9, 20, 21, 23, 24.
void check_commutative(LawRun& run);
void check_idempotent(LawRun& run);
void check_associative(LawRun& run);
void check_incremental(LawRun& run);
void check_reversible(LawRun& run);
void check_locality(LawRun& run);
void check_files(LawRun& run);
void check_deterministic(LawRun& run);
void check_monotone(LawRun& run);
void check_neutral(LawRun& run);

// Laws on one text: 4, 5, 10, 11, 12, 13, 14, 15, 22.
void check_base(LawRun& run);
void check_witness(LawRun& run);
void check_plain(LawRun& run);
void check_attribution(LawRun& run);
void check_canonical(LawRun& run);
void check_minimal(LawRun& run);
void check_order(LawRun& run);
void check_syntax(LawRun& run);
void check_bounds(LawRun& run);

// The law on languages: 19.
void check_languages(LawRun& run);

// Laws on decisions: 8, 16, 17, 18.
void check_decisions(LawRun& run);
void check_provenance(LawRun& run);
void check_tree(LawRun& run);
void check_carry_over(LawRun& run);

}  // namespace travaux::consolidation
