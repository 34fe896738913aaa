// What a proposal changes: the hunks between a base text and its target.
//
// A function of (base, target) and the engine's version alone; arrival order, sponsors and other
// proposals play no part. Hunks of one target are disjoint, never touch, and neither begin nor end
// with a word equal to the one they replace.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <span>

#include "text/word.h"

namespace travaux::consolidation {

/// Base words [begin, end) are replaced by target words [target_begin, target_end).
struct Hunk {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t target_begin = 0;
    std::uint32_t target_end = 0;

    bool operator==(const Hunk&) const = default;
};

/// The hunks of one target: few, as a rule.
using Hunks = boost::container::small_vector<Hunk, 1>;

/// Words at the two ends of base and target that are known to be equal.
struct KnownEnds {
    std::uint32_t prefix = 0;
    std::uint32_t suffix = 0;
};

/// Edit distance past which a changed stretch stands as one replacement.
inline constexpr std::int32_t edit_distance_max = 400;

/// Per cent of a changed stretch that must be common; with less it stands as one replacement.
inline constexpr std::size_t common_percent = 35;

/// Returns the hunks that turn base into target, in order; none where they are equal.
[[nodiscard]] Hunks hunks(std::span<const text::Word> base, std::span<const text::Word> target,
                          std::size_t common_percent_min = common_percent);

/// As above, where some words are known to be equal: `ends` changes the time it takes alone.
[[nodiscard]] Hunks hunks(std::span<const text::Word> base, std::span<const text::Word> target,
                          const KnownEnds& ends);

/// Returns base with the hunks applied; their words are taken from target.
[[nodiscard]] text::Words apply(std::span<const text::Word> base,
                                std::span<const text::Word> target, std::span<const Hunk> changes);

}  // namespace travaux::consolidation
