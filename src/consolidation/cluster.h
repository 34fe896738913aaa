// Clusters: readings so much alike that their common words are better printed once.
//
// Leader clustering in the order of the readings. A leader takes in what shares at least 60 % of
// the words with it; the share is that of a longest common subsequence in the longer of the two.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "consolidation/site.h"

namespace travaux::consolidation {

/// How many leaders a reading is compared with.
inline constexpr std::size_t leaders_max = 64;

/// Readings by position; the first of a cluster is its leader.
using Cluster = boost::container::small_vector<std::size_t, 2>;

/// Returns the clusters of some word sequences. `amends[i]` is the position of the sequence that
/// number i amends: it stands in the same cluster, alike or not; empty where none amends another.
/// Every position stands in one cluster; clusters stand in the order of their leaders. All words
/// are of `lexicon`.
[[nodiscard]] std::vector<Cluster> clusters_of(std::span<const Stretch> sequences,
                                               std::span<const std::optional<std::size_t>> amends,
                                               const text::Lexicon& lexicon);

/// Returns the length of a longest common subsequence.
[[nodiscard]] std::size_t common_length(Stretch a, Stretch b);

}  // namespace travaux::consolidation
