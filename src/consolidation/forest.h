// The containment forest of sites: what lies inside what, and what crosses and stands together.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <span>

#include "consolidation/chain.h"
#include "consolidation/site.h"

namespace travaux::consolidation {

/// A site in a chain of several.
struct Member {
    Site site;
    Member* next = nullptr;
};

/// The ends of the sites of a group, sorted.
using Borders = std::pmr::set<std::uint32_t>;

/// One site, or several that cross and are therefore shown together, over base words [begin, end).
struct Group {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Chain<Member> members;
    Chain<Group> children;       ///< inside, in order
    Borders* borders = nullptr;  ///< of the members, where there are several
    Group* next = nullptr;
};

/// Returns the forest of sites, which stand in the order of `sites_of`. A site that ends beyond the
/// group it begins in, or that a member's border would cut, joins that group.
[[nodiscard]] Chain<Group> forest_of(std::span<const Site> sites, Scratch& scratch);

}  // namespace travaux::consolidation
