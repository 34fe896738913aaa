// The containment forest of sites: what lies inside what, and what crosses and stands together.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "consolidation/site.h"

namespace travaux::consolidation {

/// One site, or several that cross and are therefore shown together, over base words [begin, end).
struct Group {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<Site> members;
    std::vector<std::unique_ptr<Group>> children;  ///< inside, in order
    std::set<std::uint32_t> borders;               ///< of the members, where there are several
};

using Groups = std::vector<std::unique_ptr<Group>>;

/// Returns the forest of sites, which stand in the order of `sites_of`. A site that ends beyond the
/// group it begins in, or that a member's border would cut, joins that group.
[[nodiscard]] Groups forest_of(std::vector<Site> sites);

}  // namespace travaux::consolidation
