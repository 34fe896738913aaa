// SPDX-License-Identifier: MIT
#include "consolidation/alignment.h"

#include <algorithm>

#include "base/result.h"
#include "consolidation/cluster.h"
#include "consolidation/word_filter.h"

namespace travaux::consolidation {
namespace {

using text::Word;
using Stretch = std::span<const Word>;

std::uint32_t index(std::size_t value) { return static_cast<std::uint32_t>(value); }

// A common word: where it stands in base and target.
using Pair = std::pair<std::uint32_t, std::uint32_t>;
using Pairs = boost::container::small_vector<Pair, 64>;

// Furthest points of Myers' greedy algorithm, one row for each edit distance.
class EditGraph {
public:
    EditGraph(Stretch base, Stretch target) : base_(base), target_(target) {}

    // Returns the common words as pairs of positions, or nothing past an edit distance.
    Pairs common(std::int32_t distance_max) {
        const auto n = static_cast<std::int32_t>(base_.size());
        const auto m = static_cast<std::int32_t>(target_.size());
        for (std::int32_t distance = 0; distance <= distance_max; ++distance) {
            furthest_.resize(row(distance + 1), boost::container::default_init);
            std::int32_t* const points = furthest_.data() + row(distance);
            const std::int32_t* const before = distance == 0 ? nullptr : row_before(distance);
            const auto reaches_end = [&](std::int32_t i, std::int32_t from) {
                const std::int32_t k = 2 * i - distance;
                points[i] = slide(from, k);
                return points[i] >= n && points[i] - k >= m;
            };
            // The further of two ways, as `start` says, without asking which.
            bool is_done = reaches_end(0, distance == 0 ? 0 : before[0]);
            for (std::int32_t i = 1; i < distance && !is_done; ++i) {
                const std::int32_t across = before[i - 1] + 1;
                const std::int32_t down = before[i];
                is_done = reaches_end(i, down > across ? down : across);
            }
            if (!is_done && distance > 0) {
                is_done = reaches_end(distance, before[distance - 1] + 1);
            }
            if (is_done) return trace(distance, n, m);
        }
        return {};
    }

private:
    // The row of a distance has a point for every second diagonal k from -distance to distance;
    // point i is on diagonal 2 i - distance.
    static std::size_t row(std::int32_t distance) {
        const auto rows = static_cast<std::size_t>(distance);
        return rows * (rows + 1) / 2;
    }

    [[nodiscard]] const std::int32_t* row_before(std::int32_t distance) const {
        return furthest_.data() + row(distance - 1);
    }

    [[nodiscard]] bool is_insertion(std::int32_t distance, std::int32_t i) const {
        if (i == 0) return true;
        if (i == distance) return false;
        const std::int32_t* const before = row_before(distance);
        return before[i - 1] < before[i];
    }

    [[nodiscard]] std::int32_t start(std::int32_t distance, std::int32_t i) const {
        if (distance == 0) return 0;
        const std::int32_t* const before = row_before(distance);
        return is_insertion(distance, i) ? before[i] : before[i - 1] + 1;
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

    Pairs trace(std::int32_t distance, std::int32_t x, std::int32_t y) {
        Pairs pairs;
        for (; distance >= 0; --distance) {
            const std::int32_t i = (x - y + distance) / 2;
            const std::int32_t from = start(distance, i);
            while (x > from) {
                --x;
                --y;
                pairs.emplace_back(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
            }
            if (distance == 0) break;
            if (is_insertion(distance, i)) {
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
    boost::container::small_vector<std::int32_t, 256> furthest_;
};

Hunks gaps_between(const Pairs& common, Hunk hull) {
    Hunks changes;
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
Hunks coalesced(const Hunks& changes) {
    const auto size = [](const Hunk& hunk) {
        return (hunk.end - hunk.begin) + (hunk.target_end - hunk.target_begin);
    };
    Hunks joined;
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
void slide_left(Hunks& changes, Stretch base, Stretch target) {
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
void trim(Hunks& changes, Stretch base, Stretch target) {
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

Hunk hull_of(Stretch base, Stretch target, const KnownEnds& ends) {
    const std::size_t shorter = std::min(base.size(), target.size());
    std::size_t prefix = ends.prefix;
    while (prefix < shorter && base[prefix] == target[prefix]) ++prefix;
    std::size_t suffix = std::min<std::size_t>(ends.suffix, shorter - prefix);
    while (suffix < shorter - prefix &&
           base[base.size() - 1 - suffix] == target[target.size() - 1 - suffix]) {
        ++suffix;
    }
    return {index(prefix), index(base.size() - suffix), index(prefix),
            index(target.size() - suffix)};
}

// Stretches of some length, in both texts together, are measured before they are aligned: most turn
// out to be another text. Past that the bound on the edit distance is cheaper.
constexpr std::size_t measured_from = 32;
constexpr std::size_t measured_to = 512;

// Returns the common words as pairs of positions, or nothing where the two are another text and not
// an edit of each other: with too few words in common, or too far apart.
Pairs common_words(Stretch base, Stretch target, std::size_t percent_least) {
    const std::size_t common_least =
        (percent_least * std::max(base.size(), target.size()) + 99) / 100;
    if (std::min(base.size(), target.size()) < common_least) return {};
    if (WordFilter(base).count_possible(target) < common_least) return {};
    const std::size_t all = base.size() + target.size();
    if (measured_from <= all && all <= measured_to && common_length(base, target) < common_least) {
        return {};
    }
    const std::size_t distance = all - 2 * common_least;
    return EditGraph(base, target)
        .common(static_cast<std::int32_t>(
            std::min<std::size_t>(distance, std::size_t{edit_distance_max})));
}

Hunks hunks_in(const Hunk& hull, Stretch base, Stretch target, std::size_t common_percent_min) {
    const std::uint32_t base_size = hull.end - hull.begin;
    const std::uint32_t target_size = hull.target_end - hull.target_begin;
    if (base_size == 0 && target_size == 0) return {};
    Hunks changes{hull};
    const bool may_have_common = base_size > 0 && target_size > 0 && base_size + target_size > 2;
    if (may_have_common) {
        const Pairs common =
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

}  // namespace

Hunks hunks(Stretch base, Stretch target, std::size_t common_percent_min) {
    return hunks_in(hull_of(base, target, {}), base, target, common_percent_min);
}

Hunks hunks(Stretch base, Stretch target, const KnownEnds& ends) {
    return hunks_in(hull_of(base, target, ends), base, target, common_percent);
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
