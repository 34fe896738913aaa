// SPDX-License-Identifier: MIT
#include "consolidation/cluster.h"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/quick_hash.h"
#include "consolidation/word_filter.h"

namespace travaux::consolidation {
namespace {

using text::Word;

// Longer sequences are compared by a sketch before they are compared word by word.
constexpr std::size_t sketch_from = 256;
constexpr std::size_t sketch_size = 32;
using Sketch = std::array<std::uint64_t, sketch_size>;

// FNV-1a: byte by byte, so that it is the same on every machine.
std::uint64_t hash_of(std::string_view spelling) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char byte : spelling) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    }
    return hash;
}

// The smallest hash in each of 32 classes of word pairs (one-permutation MinHash). It comes from
// spellings, since the numbers of words depend on their arrival and a sketch decides clusters.
Sketch sketch_of(Stretch words, const text::Lexicon& lexicon) {
    Sketch sketch;
    sketch.fill(UINT64_MAX);
    std::uint64_t before = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::uint64_t word = hash_of(lexicon.written(words[at]));
        if (at > 0) {
            const std::uint64_t hash = mixed(mixed(before) ^ word);
            std::uint64_t& least = sketch[hash >> 59U];
            least = std::min(least, hash);
        }
        before = word;
    }
    return sketch;
}

std::size_t agreement(const Sketch& a, const Sketch& b) {
    std::size_t same = 0;
    for (std::size_t at = 0; at < sketch_size; ++at) same += a[at] == b[at] ? 1U : 0U;
    return same;
}

bool reaches_share(std::size_t common, std::size_t longer) { return common * 100 >= longer * 60; }

// The positions of each word of one sequence as bits, for Hyyrö's bit-parallel algorithm.
class Positions {
public:
    explicit Positions(Stretch words)
        : blocks_((words.size() + 63) / 64), slots_(std::bit_ceil(4 * words.size() + 2), free) {
        for (std::size_t at = 0; at < words.size(); ++at) {
            bits_[row_for(words[at]) + at / 64] |= std::uint64_t{1} << (at % 64);
        }
    }

    [[nodiscard]] std::size_t common_with(Stretch other) const {
        if (blocks_ == 1) return common_with_short(other);
        Blocks open(blocks_, ~std::uint64_t{0});
        for (const Word word : other) {
            const std::uint32_t row = slots_[slot_of(word)].row;
            if (row != none) step(open, bits_.data() + row);
        }
        std::size_t common = 0;
        for (const std::uint64_t block : open)
            common += static_cast<std::size_t>(std::popcount(~block));
        return common;
    }

private:
    using Blocks = boost::container::small_vector<std::uint64_t, 64>;
    static constexpr std::uint32_t none = UINT32_MAX;
    // Where the bits of a word begin.
    struct Slot {
        Word word;
        std::uint32_t row;
    };
    static constexpr Slot free{0, none};

    // As `common_with`, where one block holds all positions, as a rule.
    [[nodiscard]] std::size_t common_with_short(Stretch other) const {
        std::uint64_t open = ~std::uint64_t{0};
        for (const Word word : other) {
            const std::uint32_t row = slots_[slot_of(word)].row;
            const std::uint64_t hit = row == none ? 0 : open & bits_[row];
            open = (open + hit) | (open - hit);
        }
        return static_cast<std::size_t>(std::popcount(~open));
    }

    static void step(Blocks& open, const std::uint64_t* matches) {
        std::uint64_t carry = 0;
        for (std::size_t block = 0; block < open.size(); ++block) {
            const std::uint64_t before = open[block];
            const std::uint64_t hit = before & matches[block];
            std::uint64_t sum = 0;
            const bool over = __builtin_add_overflow(before, hit, &sum);
            const bool over_again = __builtin_add_overflow(sum, carry, &sum);
            carry = over || over_again ? 1 : 0;
            open[block] = sum | (before - hit);
        }
    }

    // The slot of a word, or the free one where it would stand.
    [[nodiscard]] std::size_t slot_of(Word word) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = (word * 0x9E3779B1U >> 7U) & mask;
        while (slots_[at].row != none && slots_[at].word != word) at = (at + 1) & mask;
        return at;
    }

    std::uint32_t row_for(Word word) {
        Slot& slot = slots_[slot_of(word)];
        if (slot.row == none) {
            slot = {word, static_cast<std::uint32_t>(bits_.size())};
            bits_.resize(bits_.size() + blocks_);
        }
        return slot.row;
    }

    std::size_t blocks_;
    boost::container::small_vector<Slot, 256> slots_;  // a power of two, at most a quarter taken
    Blocks bits_;
};

class Leader {
public:
    Leader(Stretch words, const std::optional<Sketch>& sketch) : words_(words), filter_(words) {
        if (sketch) sketch_ = std::make_unique<Sketch>(*sketch);
    }

    [[nodiscard]] bool resembles(Stretch words, const std::optional<Sketch>& sketch) {
        const std::size_t longer = std::max(words.size(), words_.size());
        const std::size_t shorter = std::min(words.size(), words_.size());
        if (!reaches_share(shorter, longer)) return false;
        if (!reaches_share(filter_.count_possible(words), longer)) return false;
        // Sequences that share 60 % of their words in order share some pairs of neighbours.
        if (sketch && sketch_ && agreement(*sketch, *sketch_) < 4) return false;
        if (!positions_) positions_ = std::make_unique<Positions>(words_);
        return reaches_share(positions_->common_with(words), longer);
    }

private:
    Stretch words_;
    WordFilter filter_;
    std::unique_ptr<Positions> positions_;  // once they are asked for
    std::unique_ptr<Sketch> sketch_;        // of a long one
};

class Clustering {
public:
    Clustering(std::span<const Stretch> sequences, const text::Lexicon& lexicon)
        : sequences_(sequences), lexicon_(lexicon), cluster_of_(sequences.size()) {}

    void place(std::size_t at) {
        const Stretch words = sequences_[at];
        std::optional<Sketch> sketch;
        if (words.size() >= sketch_from) sketch = sketch_of(words, lexicon_);
        for (std::size_t leader = 0; leader < leaders_.size(); ++leader) {
            if (leaders_[leader].resembles(words, sketch)) return join(at, leader);
        }
        join(at, clusters_.size());
        if (leaders_.size() < leaders_max && leaders_.size() + 1 == clusters_.size()) {
            leaders_.emplace_back(words, sketch);
        }
    }

    void place_with(std::size_t at, std::size_t parent) { join(at, cluster_of_[parent]); }

    std::vector<Cluster> finish() { return std::move(clusters_); }

private:
    void join(std::size_t at, std::size_t cluster) {
        if (cluster == clusters_.size()) clusters_.emplace_back();
        clusters_[cluster].push_back(at);
        cluster_of_[at] = cluster;
    }

    std::span<const Stretch> sequences_;
    const text::Lexicon& lexicon_;
    boost::container::small_vector<std::size_t, 16> cluster_of_;
    boost::container::small_vector<Leader, 8> leaders_;  // of the first clusters
    std::vector<Cluster> clusters_;
};

}  // namespace

std::vector<Cluster> clusters_of(std::span<const Stretch> sequences,
                                 std::span<const std::optional<std::size_t>> amends,
                                 const text::Lexicon& lexicon) {
    Clustering clustering(sequences, lexicon);
    if (amends.empty()) {
        for (std::size_t at = 0; at < sequences.size(); ++at) clustering.place(at);
        return clustering.finish();
    }
    std::vector<bool> placed(sequences.size());
    for (std::size_t at = 0; at < sequences.size(); ++at) {
        if (amends[at]) continue;
        clustering.place(at);
        placed[at] = true;
    }
    // An amendment may amend an amendment: each round places those whose parent has a place.
    for (bool progress = true; progress;) {
        progress = false;
        for (std::size_t at = 0; at < sequences.size(); ++at) {
            if (placed[at] || !placed[*amends[at]]) continue;
            clustering.place_with(at, *amends[at]);
            placed[at] = progress = true;
        }
    }
    for (std::size_t at = 0; at < sequences.size(); ++at) {
        if (!placed[at]) clustering.place(at);  // a ring of amendments
    }
    return clustering.finish();
}

std::size_t common_length(Stretch a, Stretch b) { return Positions(a).common_with(b); }

}  // namespace travaux::consolidation
