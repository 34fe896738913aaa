// The Merkle tree over the entries of a record, RFC 6962 section 2.1 (RFC 9162 hashes alike).
//
// The hash of a tree commits to every entry and its place. An inclusion proof shows that an entry
// stands in a tree, a consistency proof that a tree continues a smaller one; both are checked with
// the root hashes alone.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace travaux::record {

/// Returns the hash of an entry as a leaf of the tree.
[[nodiscard]] Sha256 leaf_hash(std::string_view entry);

/// Returns the hash of two neighbouring subtrees.
[[nodiscard]] Sha256 inner_hash(const Sha256& left, const Sha256& right);

/// The hashes of a proof, from the leaves upwards.
using Proof = std::vector<Sha256>;

/// A tree that grows at its right. It keeps the leaves and one row of hashes for every eighth
/// level, which are the rows that its tiles are cut from.
class Tree {
public:
    [[nodiscard]] std::uint64_t size() const { return rows_.empty() ? 0 : rows_[0].size(); }

    /// Adds the hash of the next entry.
    void append(const Sha256& leaf);

    /// Returns the root hash of the first `size` entries. REQUIRES: size <= this size.
    [[nodiscard]] Sha256 root(std::uint64_t size) const;
    [[nodiscard]] Sha256 root() const { return root(size()); }

    /// Proves that entry `index` stands in the tree of `size`. REQUIRES: index < size <= this size.
    [[nodiscard]] Proof inclusion_proof(std::uint64_t index, std::uint64_t size) const;

    /// Proves that the tree of size `to` continues that of `from`. REQUIRES: from <= to <= this
    /// size.
    [[nodiscard]] Proof consistency_proof(std::uint64_t from, std::uint64_t to) const;

    /// Returns the row of hashes of all full subtrees of 256^level entries.
    [[nodiscard]] std::span<const Sha256> row(std::size_t level) const;

private:
    [[nodiscard]] Sha256 full_subtree(std::uint64_t begin, unsigned height) const;
    [[nodiscard]] Sha256 range(std::uint64_t begin, std::uint64_t end) const;

    std::vector<std::vector<Sha256>> rows_;
};

/// A tree as far as its size and its root hash tell.
struct TreeHead {
    std::uint64_t size = 0;
    Sha256 root{};

    bool operator==(const TreeHead&) const = default;
};

/// Whether `proof` shows that `leaf` stands at `index` of the tree `head`.
[[nodiscard]] bool is_included(const Sha256& leaf, std::uint64_t index, const TreeHead& head,
                               std::span<const Sha256> proof);

/// Whether `proof` shows that `later` continues `earlier`.
[[nodiscard]] bool is_consistent(const TreeHead& earlier, const TreeHead& later,
                                 std::span<const Sha256> proof);

}  // namespace travaux::record
