// SPDX-License-Identifier: MIT
#include "consolidation/composition.h"

#include <algorithm>

namespace travaux::consolidation {
namespace {

// Words [begin, end) of the parent that one of the two steps touches.
struct Region {
    std::uint32_t begin;
    std::uint32_t end;
};

std::vector<Region> regions(std::span<const Hunk> to_parent, std::span<const Hunk> to_target) {
    std::vector<Region> all;
    for (const Hunk& hunk : to_parent) all.push_back({hunk.target_begin, hunk.target_end});
    for (const Hunk& hunk : to_target) all.push_back({hunk.begin, hunk.end});
    std::ranges::sort(all, [](const Region& a, const Region& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::vector<Region> merged;
    for (const Region& region : all) {
        if (!merged.empty() && region.begin <= merged.back().end) {
            merged.back().end = std::max(merged.back().end, region.end);
        } else {
            merged.push_back(region);
        }
    }
    return merged;
}

// Positions of the parent outside of hunks, carried to the base and to the target. A hunk that ends
// where a region begins lies before it, unless the region holds it.
std::uint32_t in_base(std::span<const Hunk> to_parent, std::uint32_t at, bool is_end) {
    std::int64_t shift = 0;
    for (const Hunk& hunk : to_parent) {
        if (is_end ? hunk.target_end > at : hunk.target_begin >= at) break;
        shift = std::int64_t{hunk.end} - hunk.target_end;
    }
    return static_cast<std::uint32_t>(at + shift);
}

std::uint32_t in_target(std::span<const Hunk> to_target, std::uint32_t at, bool is_end) {
    std::int64_t shift = 0;
    for (const Hunk& hunk : to_target) {
        if (is_end ? hunk.end > at : hunk.begin >= at) break;
        shift = std::int64_t{hunk.target_end} - hunk.end;
    }
    return static_cast<std::uint32_t>(at + shift);
}

}  // namespace

Hunks composition(std::span<const text::Word> base, std::span<const text::Word> parent,
                  std::span<const text::Word> target) {
    const auto to_parent = hunks(base, parent);
    const auto to_target = hunks(parent, target);
    Hunks composed;
    for (const Region& region : regions(to_parent, to_target)) {
        Hunk hunk{in_base(to_parent, region.begin, false), in_base(to_parent, region.end, true),
                  in_target(to_target, region.begin, false),
                  in_target(to_target, region.end, true)};
        while (hunk.begin < hunk.end && hunk.target_begin < hunk.target_end &&
               base[hunk.begin] == target[hunk.target_begin]) {
            ++hunk.begin;
            ++hunk.target_begin;
        }
        while (hunk.begin < hunk.end && hunk.target_begin < hunk.target_end &&
               base[hunk.end - 1] == target[hunk.target_end - 1]) {
            --hunk.end;
            --hunk.target_end;
        }
        if (hunk.begin < hunk.end || hunk.target_begin < hunk.target_end) composed.push_back(hunk);
    }
    return composed;
}

}  // namespace travaux::consolidation
