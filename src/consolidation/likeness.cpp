// SPDX-License-Identifier: MIT
#include "consolidation/likeness.h"

#include <algorithm>
#include <tuple>

#include "consolidation/chain_table.h"

namespace travaux::consolidation {
namespace {

using text::Word;

// Likenesses that are kept for one later text.
constexpr std::size_t likenesses_max = 4;

// Places of one pair of words from which on that pair is common and says nothing.
constexpr std::size_t common_pair_places = 32;

std::uint32_t index(std::size_t value) { return static_cast<std::uint32_t>(value); }

// Gives partners to equal texts.
class EqualTexts {
public:
    EqualTexts(TextNumbers former, TextNumbers later)
        : former_(former), later_(later), next_(former.size(), no_partner),
          is_taken_(former.size(), false), partner_(later.size(), no_partner) {
        std::uint32_t most = 0;
        for (const TextNumbers numbers : {former, later}) {
            for (const std::uint32_t number : numbers) most = std::max(most, number);
        }
        first_.assign(most + 1, no_partner);
        later_count_.assign(most + 1, 0);
        for (std::size_t at = former.size(); at-- > 0;) {
            next_[at] = first_[former[at]];
            first_[former[at]] = index(at);
        }
        for (const std::uint32_t number : later) ++later_count_[number];
    }

    std::vector<std::uint32_t> pair() && {
        for (std::size_t at = 0; at < later_.size(); ++at) unique(at);
        for (std::size_t at = 1; at < later_.size(); ++at) {
            if (partner_[at - 1] != no_partner) neighbour(at, partner_[at - 1] + 1);
        }
        for (std::size_t at = later_.size(); at-- > 1;) {
            if (partner_[at] != no_partner) neighbour(at - 1, partner_[at] - 1);
        }
        for (std::size_t at = 0; at < later_.size(); ++at) first_free(at);
        return std::move(partner_);
    }

private:
    void give(std::size_t at, std::uint32_t former) {
        partner_[at] = former;
        is_taken_[former] = true;
    }

    void unique(std::size_t at) {
        const std::uint32_t former = first_[later_[at]];
        if (former == no_partner || next_[former] != no_partner) return;
        if (later_count_[later_[at]] == 1) give(at, former);
    }

    // `former` may be past either end: one before the first counts as past the last.
    void neighbour(std::size_t at, std::uint32_t former) {
        if (partner_[at] != no_partner || former >= former_.size() || is_taken_[former]) return;
        if (former_[former] == later_[at]) give(at, former);
    }

    void first_free(std::size_t at) {
        if (partner_[at] != no_partner) return;
        std::uint32_t& first = first_[later_[at]];
        while (first != no_partner && is_taken_[first]) first = next_[first];
        if (first != no_partner) give(at, first);
    }

    TextNumbers former_;
    TextNumbers later_;
    std::vector<std::uint32_t> first_;  // by number: the first former text that is not tried yet
    std::vector<std::uint32_t> next_;   // of a former text: the next equal one
    std::vector<std::uint32_t> later_count_;  // by number
    std::vector<bool> is_taken_;
    std::vector<std::uint32_t> partner_;
};

// Calls `visit(key, position)` for each pair of neighbouring words; the ends of a text have a
// neighbour too, so that texts of one word have pairs.
template <typename Visit>
void each_pair(std::span<const Word> words, Visit visit) {
    std::uint64_t before = 0xFFFFFFFFU;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::uint64_t word = words[at] >> 1U;
        visit((before << 32U) | word, index(at));
        before = word;
    }
    if (!words.empty()) visit((before << 32U) | 0xFFFFFFFFU, index(words.size()));
}

// Whether so many shared pairs are enough for one to be an edit of the other, or a part of it.
bool is_enough(std::uint32_t shared, const PlacedText& a, const PlacedText& b) {
    return std::size_t{4} * shared >= std::min(a.words.size(), b.words.size()) + 1;
}

class LikenessSearch {
public:
    LikenessSearch(std::span<const PlacedText> former, std::span<const PlacedText> later,
                   const ChainTable& pairs)
        : former_(former), later_(later), pairs_(pairs), shared_(former.size(), 0) {}

    // The strongest first; then those of like length, those near, those that stand first.
    [[nodiscard]] auto rank(const Likeness& one) const {
        const PlacedText& a = former_[one.former];
        const PlacedText& b = later_[one.later];
        const auto apart = [](std::size_t x, std::size_t y) { return x > y ? x - y : y - x; };
        return std::tuple(~one.shared, apart(a.words.size(), b.words.size()), apart(a.at, b.at),
                          one.later, one.former);
    }

    // Adds the strongest likenesses of a later text.
    void find(std::uint32_t later, std::vector<Likeness>& result) {
        count(later_[later].words);
        found_.clear();
        for (const std::uint32_t former : touched_) {
            if (is_enough(shared_[former], former_[former], later_[later])) {
                found_.push_back({former, later, shared_[former]});
            }
            shared_[former] = 0;
        }
        touched_.clear();
        const auto kept = static_cast<std::ptrdiff_t>(std::min(found_.size(), likenesses_max));
        std::ranges::partial_sort(found_, found_.begin() + kept, {},
                                  [this](const Likeness& one) { return rank(one); });
        result.insert(result.end(), found_.begin(), found_.begin() + kept);
    }

private:
    // Counts what the text shares with each former one. A pair that both have several times counts
    // as often as the one that has it less often; pairs that many texts have say nothing.
    void count(std::span<const Word> words) {
        keys_.clear();
        each_pair(words, [&](std::uint64_t key, std::uint32_t) { keys_.push_back(key); });
        std::ranges::sort(keys_);
        for (std::size_t at = 0; at < keys_.size();) {
            const std::uint64_t key = keys_[at];
            std::size_t end = at;
            while (end < keys_.size() && keys_[end] == key) ++end;
            count(key, index(end - at));
            at = end;
        }
    }

    void count(std::uint64_t key, std::uint32_t times) {
        having_.clear();
        pairs_.each(key, [&](std::uint32_t former) {
            having_.push_back(former);
            return having_.size() < common_pair_places;
        });
        if (having_.size() == common_pair_places) return;
        std::uint32_t same = 0;
        for (std::size_t at = 0; at < having_.size(); ++at) {
            same = at > 0 && having_[at] == having_[at - 1] ? same + 1 : 1;
            if (same > times) continue;
            if (shared_[having_[at]]++ == 0) touched_.push_back(having_[at]);
        }
    }

    std::span<const PlacedText> former_;
    std::span<const PlacedText> later_;
    const ChainTable& pairs_;
    std::vector<std::uint32_t> shared_;  // by former text
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> having_;  // former texts with a pair, once for each time
    std::vector<std::uint64_t> keys_;
    std::vector<Likeness> found_;
};

}  // namespace

std::vector<std::uint32_t> equal_texts(TextNumbers former, TextNumbers later) {
    return EqualTexts(former, later).pair();
}

std::vector<Likeness> likenesses(const std::vector<PlacedText>& former,
                                 const std::vector<PlacedText>& later) {
    std::size_t pairs = 0;
    for (const PlacedText& one : former) pairs += one.words.size() + 1;
    ChainTable table;
    table.reset(pairs);
    for (std::size_t at = 0; at < former.size(); ++at) {
        each_pair(former[at].words,
                  [&](std::uint64_t key, std::uint32_t) { table.add(key, index(at)); });
    }
    LikenessSearch search(former, later, table);
    std::vector<Likeness> result;
    for (std::size_t at = 0; at < later.size(); ++at) search.find(index(at), result);
    std::ranges::sort(result, {}, [&](const Likeness& one) { return search.rank(one); });
    return result;
}

std::pair<std::uint32_t, std::uint32_t> window(std::span<const Word> longer,
                                               std::span<const Word> shorter) {
    if (longer.size() <= 2 * shorter.size() + 16) return {0, index(longer.size())};
    ChainTable table;
    table.reset(shorter.size() + 1);
    each_pair(shorter, [&](std::uint64_t key, std::uint32_t at) { table.add(key, at); });
    std::vector<std::int64_t> starts;  // where the shorter text would begin in the longer one
    each_pair(longer, [&](std::uint64_t key, std::uint32_t at) {
        table.each(key, [&](std::uint32_t place) {
            starts.push_back(std::int64_t{at} - place);
            return true;
        });
    });
    if (starts.empty()) return {0, index(longer.size())};
    const auto middle = starts.begin() + static_cast<std::ptrdiff_t>(starts.size() / 2);
    std::ranges::nth_element(starts, middle);
    const auto size = static_cast<std::int64_t>(shorter.size());
    const std::int64_t room = size / 2 + 8;
    const auto clamp = [&](std::int64_t at) {
        return index(static_cast<std::size_t>(
            std::clamp<std::int64_t>(at, 0, static_cast<std::int64_t>(longer.size()))));
    };
    return {clamp(*middle - room), clamp(*middle + size + room)};
}

}  // namespace travaux::consolidation
