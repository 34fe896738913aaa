// SPDX-License-Identifier: MIT
#include "consolidation/alignment.h"

#include <algorithm>

#include "base/result.h"
#include "consolidation/cluster.h"

namespace travaux::consolidation {
namespace {

using text::Word;
using Stretch = std::span<const Word>;

std::uint32_t index(std::size_t value) { return static_cast<std::uint32_t>(value); }

// Furthest points of Myers' greedy algorithm, one row for each edit distance.
class EditGraph {
public:
    EditGraph(Stretch base, Stretch target) : base_(base), target_(target) {}

    // Returns the common words as pairs of positions, or nothing past an edit distance.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> common(std::int32_t distance_max) {
        const auto n = static_cast<std::int32_t>(base_.size());
        const auto m = static_cast<std::int32_t>(target_.size());
        for (std::int32_t distance = 0; distance <= distance_max; ++distance) {
            furthest_.resize(row(distance + 1));
            for (std::int32_t k = -distance; k <= distance; k += 2) {
                const std::int32_t x = slide(start(distance, k), k);
                at(distance, k) = x;
                if (x >= n && x - k >= m) return trace(distance, n, m);
            }
        }
        return {};
    }

private:
    // The row of a distance has a point for every second diagonal from -distance to distance.
    static std::size_t row(std::int32_t distance) {
        const auto rows = static_cast<std::size_t>(distance);
        return rows * (rows + 1) / 2;
    }

    std::int32_t& at(std::int32_t distance, std::int32_t k) {
        return furthest_[row(distance) + static_cast<std::size_t>((k + distance) / 2)];
    }

    bool is_insertion(std::int32_t distance, std::int32_t k) {
        if (k == -distance) return true;
        if (k == distance) return false;
        return at(distance - 1, k - 1) < at(distance - 1, k + 1);
    }

    std::int32_t start(std::int32_t distance, std::int32_t k) {
        if (distance == 0) return 0;
        return is_insertion(distance, k) ? at(distance - 1, k + 1) : at(distance - 1, k - 1) + 1;
    }

    std::int32_t slide(std::int32_t x, std::int32_t k) const {
        std::int32_t y = x - k;
        const auto n = static_cast<std::int32_t>(base_.size());
        const auto m = static_cast<std::int32_t>(target_.size());
        while (x < n && y < m &&
               base_[static_cast<std::size_t>(x)] == target_[static_cast<std::size_t>(y)]) {
            ++x;
            ++y;
        }
        return x;
    }

    std::vector<std::pair<std::uint32_t, std::uint32_t>> trace(std::int32_t distance,
                                                               std::int32_t x, std::int32_t y) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (; distance >= 0; --distance) {
            const std::int32_t k = x - y;
            const std::int32_t from = start(distance, k);
            while (x > from) {
                --x;
                --y;
                pairs.emplace_back(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
            }
            if (distance == 0) break;
            if (is_insertion(distance, k)) {
                --y;
            } else {
                --x;
            }
        }
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

    Stretch base_;
    Stretch target_;
    std::vector<std::int32_t> furthest_;
};

std::vector<Hunk> gaps_between(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& common,
                               Hunk hull) {
    std::vector<Hunk> changes;
    std::uint32_t x = hull.begin;
    std::uint32_t y = hull.target_begin;
    const auto close = [&](std::uint32_t to_x, std::uint32_t to_y) {
        if (to_x > x || to_y > y) changes.push_back({x, to_x, y, to_y});
    };
    for (const auto& [base_at, target_at] : common) {
        close(hull.begin + base_at, hull.target_begin + target_at);
        x = hull.begin + base_at + 1;
        y = hull.target_begin + target_at + 1;
    }
    close(hull.end, hull.target_end);
    return changes;
}

// A single word between two changes reads as confetti; between large ones, so do two.
std::vector<Hunk> coalesced(const std::vector<Hunk>& changes) {
    const auto size = [](const Hunk& hunk) {
        return (hunk.end - hunk.begin) + (hunk.target_end - hunk.target_begin);
    };
    std::vector<Hunk> joined;
    for (const Hunk& hunk : changes) {
        if (!joined.empty()) {
            Hunk& last = joined.back();
            const std::uint32_t gap_max = size(last) >= 8 && size(hunk) >= 8 ? 2 : 1;
            if (hunk.begin - last.end <= gap_max) {
                last.end = hunk.end;
                last.target_end = hunk.target_end;
                continue;
            }
        }
        joined.push_back(hunk);
    }
    return joined;
}

// Of the equal places for a pure insertion or deletion the leftmost is the canonical one, but it
// never slides until it touches the hunk before it.
void slide_left(std::vector<Hunk>& changes, Stretch base, Stretch target) {
    std::uint32_t floor = 0;
    for (Hunk& hunk : changes) {
        const bool insertion = hunk.begin == hunk.end;
        const bool deletion = hunk.target_begin == hunk.target_end;
        while ((insertion || deletion) && hunk.begin > floor) {
            const Word before = base[hunk.begin - 1];
            const Word last = insertion ? target[hunk.target_end - 1] : base[hunk.end - 1];
            if (before != last) break;
            --hunk.begin;
            --hunk.end;
            --hunk.target_begin;
            --hunk.target_end;
        }
        floor = hunk.end + 1;
    }
}

// Coalescing can leave equal words at an edge; they belong outside.
void trim(std::vector<Hunk>& changes, Stretch base, Stretch target) {
    for (Hunk& hunk : changes) {
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
    }
}

Hunk hull_of(Stretch base, Stretch target) {
    const std::size_t shorter = std::min(base.size(), target.size());
    std::size_t prefix = 0;
    while (prefix < shorter && base[prefix] == target[prefix]) ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix &&
           base[base.size() - 1 - suffix] == target[target.size() - 1 - suffix]) {
        ++suffix;
    }
    return {index(prefix), index(base.size() - suffix), index(prefix),
            index(target.size() - suffix)};
}

// Stretches of some length, in both texts together, are measured before they are aligned: most turn
// out to be another text. Past that the bound on the edit distance is cheaper.
constexpr std::size_t measured_from = 16;
constexpr std::size_t measured_to = 512;

// Returns the common words as pairs of positions, or nothing where the two are another text and not
// an edit of each other: with too few words in common, or too far apart.
std::vector<std::pair<std::uint32_t, std::uint32_t>> common_words(Stretch base, Stretch target,
                                                                  std::size_t percent_least) {
    const std::size_t common_least =
        (percent_least * std::max(base.size(), target.size()) + 99) / 100;
    if (std::min(base.size(), target.size()) < common_least) return {};
    const std::size_t all = base.size() + target.size();
    if (measured_from <= all && all <= measured_to && common_length(base, target) < common_least) {
        return {};
    }
    const std::size_t distance = all - 2 * common_least;
    return EditGraph(base, target)
        .common(static_cast<std::int32_t>(
            std::min<std::size_t>(distance, std::size_t{edit_distance_max})));
}

}  // namespace

std::vector<Hunk> hunks(Stretch base, Stretch target, std::size_t common_percent_min) {
    const Hunk hull = hull_of(base, target);
    const std::uint32_t base_size = hull.end - hull.begin;
    const std::uint32_t target_size = hull.target_end - hull.target_begin;
    if (base_size == 0 && target_size == 0) return {};
    std::vector<Hunk> changes{hull};
    if (base_size > 0 && target_size > 0) {
        const auto common =
            common_words(base.subspan(hull.begin, base_size),
                         target.subspan(hull.target_begin, target_size), common_percent_min);
        if (!common.empty()) {
            changes = coalesced(gaps_between(common, hull));
            trim(changes, base, target);
        }
    }
    slide_left(changes, base, target);
    return changes;
}

text::Words apply(Stretch base, Stretch target, std::span<const Hunk> changes) {
    text::Words result;
    std::size_t at = 0;
    const auto copy = [&](Stretch words) {
        result.insert(result.end(), words.begin(), words.end());
    };
    for (const Hunk& hunk : changes) {
        VERIFY(at <= hunk.begin && hunk.begin <= hunk.end && hunk.end <= base.size());
        copy(base.subspan(at, hunk.begin - at));
        copy(target.subspan(hunk.target_begin, hunk.target_end - hunk.target_begin));
        at = hunk.end;
    }
    copy(base.subspan(at));
    return result;
}

}  // namespace travaux::consolidation
