// The grouping of a field's targets: their order and their clusters.
//
// It is computed once, from the text in the draft's working language; texts in other languages
// print it, whatever their own words would suggest. It is a function of that text alone.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "consolidation/cluster.h"
#include "consolidation/layout.h"

namespace travaux::consolidation {

/// A cluster of an annotated tree: how many clusters it stands in, and where it begins.
using ClusterMark = std::pair<int, std::uint32_t>;

/// Where a target, or a reading of several, stands among its rivals.
struct Standing {
    std::uint32_t rank = UINT32_MAX;    ///< the lower comes first; without words, last
    std::vector<ClusterMark> clusters;  ///< that it stands in, sorted
};

/// Returns the standing of each target of a tree. Where the places of the tree order two targets
/// alike, so do the ranks; where places contradict each other, first appearance decides. Targets
/// that are not in the tree come last, in their own order.
[[nodiscard]] std::vector<Standing> grouping_of(const Tree& tree, std::size_t targets);

/// Returns the standing of a reading that several targets share: the best rank, all clusters.
[[nodiscard]] Standing joint_standing(std::span<const Standing> grouping,
                                      std::span<const Witness> witnesses);

/// Returns the clusters of readings inside `depth` clusters. REQUIRES: readings stand in their
/// order.
[[nodiscard]] std::vector<Cluster> clusters_of(std::span<const Standing> readings, int depth);

}  // namespace travaux::consolidation
