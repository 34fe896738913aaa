// SPDX-License-Identifier: MIT
#include "record/merkle.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/result.h"

namespace travaux::record {
namespace {

constexpr unsigned row_height = 8;  // levels between two rows that are kept
constexpr std::size_t row_width = std::size_t{1} << row_height;

// The largest power of two below `count`, where RFC 6962 parts a tree. REQUIRES: count >= 2.
std::uint64_t split(std::uint64_t count) { return std::bit_floor(count - 1); }

// Hashes neighbours in pairs until one is left. REQUIRES: a power of two of them.
Sha256 fold(std::vector<Sha256> hashes) {
    for (; hashes.size() > 1; hashes.resize(hashes.size() / 2)) {
        for (std::size_t i = 0; i < hashes.size() / 2; ++i) {
            hashes[i] = inner_hash(hashes[2 * i], hashes[2 * i + 1]);
        }
    }
    return hashes.front();
}

}  // namespace

Sha256 leaf_hash(std::string_view entry) {
    std::string bytes(1, '\0');
    bytes += entry;
    return sha256(bytes);
}

Sha256 inner_hash(const Sha256& left, const Sha256& right) {
    std::array<char, 1 + 2 * sizeof(Sha256)> bytes{'\1'};
    std::ranges::copy(right, std::ranges::copy(left, bytes.begin() + 1).out);
    return sha256({bytes.data(), bytes.size()});
}

void Tree::append(const Sha256& leaf) {
    Sha256 hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == rows_.size()) rows_.emplace_back();
        rows_[level].push_back(hash);
        if (rows_[level].size() % row_width != 0) return;
        hash = fold({rows_[level].end() - row_width, rows_[level].end()});
    }
}

std::span<const Sha256> Tree::row(std::size_t level) const {
    if (level >= rows_.size()) return {};
    return rows_[level];
}

// The hash of 2^height entries from `begin`, which is a multiple of that.
Sha256 Tree::full_subtree(std::uint64_t begin, unsigned height) const {
    const std::vector<Sha256>& row = rows_[height / row_height];
    const std::uint64_t first = begin >> (height / row_height * row_height);
    const std::uint64_t count = std::uint64_t{1} << (height % row_height);
    const auto from = row.begin() + static_cast<std::ptrdiff_t>(first);
    return fold({from, from + static_cast<std::ptrdiff_t>(count)});
}

// The hash of a subtree whose right edge may be ragged: it is cut into full ones, which are joined
// from the right.
Sha256 Tree::range(std::uint64_t begin, std::uint64_t end) const {
    std::vector<Sha256> full;
    while (begin < end) {
        const std::uint64_t count = std::bit_floor(end - begin);
        full.push_back(full_subtree(begin, static_cast<unsigned>(std::countr_zero(count))));
        begin += count;
    }
    Sha256 hash = full.back();
    for (auto left = full.rbegin() + 1; left != full.rend(); ++left) {
        hash = inner_hash(*left, hash);
    }
    return hash;
}

Sha256 Tree::root(std::uint64_t size) const {
    VERIFY(size <= this->size());
    return size == 0 ? sha256("") : range(0, size);
}

// RFC 6962, 2.1.1: PATH(m, D[n]), from the root downwards.
Proof Tree::inclusion_proof(std::uint64_t index, std::uint64_t size) const {
    VERIFY(index < size && size <= this->size());
    Proof proof;
    std::uint64_t begin = 0;
    std::uint64_t end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + split(end - begin);
        if (index < middle) {
            proof.push_back(range(middle, end));
            end = middle;
        } else {
            proof.push_back(range(begin, middle));
            begin = middle;
        }
    }
    std::ranges::reverse(proof);
    return proof;
}

// RFC 6962, 2.1.2: PROOF(m, D[n]), from the root downwards. The smaller tree's own root is left out
// of the proof as long as the walk has not turned right.
Proof Tree::consistency_proof(std::uint64_t from, std::uint64_t to) const {
    VERIFY(from <= to && to <= size());
    Proof proof;
    if (from == 0 || from == to) return proof;
    std::uint64_t begin = 0;
    std::uint64_t end = to;
    while (end != from) {
        const std::uint64_t middle = begin + split(end - begin);
        if (from <= middle) {
            proof.push_back(range(middle, end));
            end = middle;
        } else {
            proof.push_back(range(begin, middle));
            begin = middle;
        }
    }
    if (begin != 0) proof.push_back(range(begin, end));
    std::ranges::reverse(proof);
    return proof;
}

// RFC 9162, 2.1.3.2.
bool is_included(const Sha256& leaf, std::uint64_t index, const TreeHead& head,
                 std::span<const Sha256> proof) {
    if (index >= head.size) return false;
    std::uint64_t node = index;
    std::uint64_t last = head.size - 1;
    Sha256 hash = leaf;
    for (const Sha256& other : proof) {
        if (last == 0) return false;
        if ((node & 1U) != 0 || node == last) {
            hash = inner_hash(other, hash);
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = inner_hash(hash, other);
        }
        node >>= 1U;
        last >>= 1U;
    }
    return last == 0 && hash == head.root;
}

// RFC 9162, 2.1.4.2.
bool is_consistent(const TreeHead& earlier, const TreeHead& later, std::span<const Sha256> proof) {
    if (earlier.size > later.size) return false;
    if (earlier.size == later.size) return proof.empty() && earlier.root == later.root;
    if (earlier.size == 0) return proof.empty() && earlier.root == sha256("");
    std::uint64_t node = earlier.size - 1;
    std::uint64_t last = later.size - 1;
    for (; (node & 1U) != 0; node >>= 1U) last >>= 1U;
    const bool starts_with_root = std::has_single_bit(earlier.size);
    if (!starts_with_root && proof.empty()) return false;
    Sha256 of_earlier = starts_with_root ? earlier.root : proof.front();
    Sha256 of_later = of_earlier;
    for (const Sha256& other : starts_with_root ? proof : proof.subspan(1)) {
        if (last == 0) return false;
        if ((node & 1U) != 0 || node == last) {
            of_earlier = inner_hash(other, of_earlier);
            of_later = inner_hash(other, of_later);
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1U;
                last >>= 1U;
            }
        } else {
            of_later = inner_hash(of_later, other);
        }
        node >>= 1U;
        last >>= 1U;
    }
    return last == 0 && of_earlier == earlier.root && of_later == later.root;
}

}  // namespace travaux::record
