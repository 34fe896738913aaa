// SPDX-License-Identifier: MIT
#include "record/merkle.h"

#include <doctest/doctest.h>

using namespace travaux;
using namespace travaux::record;

namespace {

using Entries = std::span<const std::string>;

std::uint64_t split_of(std::size_t count) {
    std::uint64_t power = 1;
    while (2 * power < count) power *= 2;
    return power;
}

// MTH, PATH and SUBPROOF as RFC 6962 section 2.1 defines them, word for word.
Sha256 naive_root(Entries entries) {
    if (entries.empty()) return sha256("");
    if (entries.size() == 1) return leaf_hash(entries[0]);
    const std::uint64_t k = split_of(entries.size());
    return inner_hash(naive_root(entries.first(k)), naive_root(entries.subspan(k)));
}

Proof naive_path(std::uint64_t index, Entries entries) {
    if (entries.size() == 1) return {};
    const std::uint64_t k = split_of(entries.size());
    Proof path =
        index < k ? naive_path(index, entries.first(k)) : naive_path(index - k, entries.subspan(k));
    path.push_back(naive_root(index < k ? entries.subspan(k) : entries.first(k)));
    return path;
}

Proof naive_subproof(std::uint64_t from, Entries entries, bool is_complete) {
    if (from == entries.size()) return is_complete ? Proof{} : Proof{naive_root(entries)};
    const std::uint64_t k = split_of(entries.size());
    Proof proof = from <= k ? naive_subproof(from, entries.first(k), is_complete)
                            : naive_subproof(from - k, entries.subspan(k), false);
    proof.push_back(naive_root(from <= k ? entries.subspan(k) : entries.first(k)));
    return proof;
}

std::vector<std::string> some_entries(std::size_t count) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < count; ++i) entries.push_back("entry " + std::to_string(i));
    return entries;
}

Tree tree_of(Entries entries) {
    Tree tree;
    for (const std::string& entry : entries) tree.append(leaf_hash(entry));
    return tree;
}

}  // namespace

TEST_CASE("the tree hashes leaves and inner nodes as RFC 6962 says") {
    CHECK(hex(Tree().root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(leaf_hash("")) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    // The inputs with which implementations of RFC 6962 test each other, and their roots.
    const std::vector<std::string> entries = {
        "",
        std::string(1, '\0'),
        "\x10",
        "\x20\x21",
        "\x30\x31",
        "\x40\x41\x42\x43",
        "\x50\x51\x52\x53\x54\x55\x56\x57",
        "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    const Tree tree = tree_of(entries);
    CHECK(hex(tree.root(2)) == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    CHECK(hex(tree.root(3)) == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    CHECK(hex(tree.root(7)) == "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    CHECK(hex(tree.root(8)) == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST_CASE("roots and proofs of all sizes are those of the recursive definition") {
    const std::vector<std::string> all = some_entries(300);
    const Tree tree = tree_of(all);
    for (std::size_t size = 0; size <= all.size(); ++size) {
        INFO("size " << size);
        const Entries entries = Entries(all).first(size);
        CHECK(tree.root(size) == naive_root(entries));
        const std::size_t step = size < 70 ? 1 : 41;
        for (std::size_t i = 0; i < size; i += step) {
            REQUIRE(tree.inclusion_proof(i, size) == naive_path(i, entries));
        }
        for (std::size_t from = 1; from <= size; from += step) {
            REQUIRE(tree.consistency_proof(from, size) == naive_subproof(from, entries, true));
        }
    }
}

TEST_CASE("an inclusion proof convinces for its entry, place and tree, and for no other") {
    const std::vector<std::string> all = some_entries(270);
    const Tree tree = tree_of(all);
    for (std::uint64_t size = 1; size <= all.size(); size += size < 70 ? 1 : 23) {
        const TreeHead head{size, tree.root(size)};
        for (std::uint64_t index = 0; index < size; ++index) {
            INFO("entry " << index << " of " << size);
            const Sha256 leaf = leaf_hash(all[index]);
            Proof proof = tree.inclusion_proof(index, size);
            REQUIRE(is_included(leaf, index, head, proof));
            CHECK_FALSE(is_included(leaf_hash("another"), index, head, proof));
            CHECK_FALSE(is_included(leaf, index + 1, head, proof));
            CHECK_FALSE(is_included(leaf, index, {size, leaf}, proof) != (size == 1));
            proof.push_back(leaf);
            CHECK_FALSE(is_included(leaf, index, head, proof));
            proof.pop_back();
            if (proof.empty()) continue;
            proof.back()[0] ^= 1U;
            CHECK_FALSE(is_included(leaf, index, head, proof));
            proof.pop_back();
            CHECK_FALSE(is_included(leaf, index, head, proof));
        }
    }
}

TEST_CASE("a consistency proof convinces where a tree continues another, and nowhere else") {
    const std::vector<std::string> all = some_entries(270);
    const Tree tree = tree_of(all);
    for (std::uint64_t to = 1; to <= all.size(); to += to < 70 ? 1 : 23) {
        const TreeHead later{to, tree.root(to)};
        for (std::uint64_t from = 0; from <= to; ++from) {
            INFO("from " << from << " to " << to);
            const TreeHead earlier{from, tree.root(from)};
            Proof proof = tree.consistency_proof(from, to);
            REQUIRE(is_consistent(earlier, later, proof));
            CHECK_FALSE(is_consistent({from, leaf_hash("other")}, later, proof));
            if (from != to) CHECK_FALSE(is_consistent(later, earlier, proof));
            if (from != 0) CHECK_FALSE(is_consistent(earlier, {to, leaf_hash("other")}, proof));
            proof.push_back(later.root);
            CHECK_FALSE(is_consistent(earlier, later, proof));
            proof.pop_back();
            if (proof.empty()) continue;
            proof.front()[5] ^= 4U;
            CHECK_FALSE(is_consistent(earlier, later, proof));
        }
    }
}
