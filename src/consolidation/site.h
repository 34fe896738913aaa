// Sites: everything that is proposed instead of the same base words.
//
// Equal readings of a site are one reading with several variants behind it. The order of readings
// is a function of the base and the reading alone (law 14): the one furthest removed first, equals
// by their spelling.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "consolidation/scratch.h"
#include "text/word.h"

namespace travaux::consolidation {

using Stretch = std::span<const text::Word>;

/// A variant by its place in the list that is laid out.
using VariantIndex = std::uint32_t;
using Variants = std::span<const VariantIndex>;

/// One replacement of base words [begin, end).
struct Record {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Stretch words;
    VariantIndex variant = 0;
};

/// One wording of a site, with the variants that have it, sorted.
struct Reading {
    Stretch words;
    Variants variants;
};

struct Site {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::span<const Reading> readings;
};

/// Returns the variants of all readings of a site, sorted.
[[nodiscard]] Variants variants_of(const Site& site, Scratch& scratch);

/// Sorts records, and returns their sites in the order in which a sweep meets them: by begin, an
/// insertion before what begins at its gap, the longer before the shorter. Sites live in `scratch`.
[[nodiscard]] std::span<const Site> sites_of(std::span<Record> records,
                                             const text::Lexicon& lexicon, Scratch& scratch);

/// Whether reading a comes before reading b of one site.
[[nodiscard]] bool comes_before(Stretch a, Stretch b, const text::Lexicon& lexicon);

}  // namespace travaux::consolidation
