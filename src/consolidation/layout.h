// From a set of targets to nested brackets: the annotated tree of one provision.
//
// The layout is a function of the base and the set of targets, never of an earlier layout. Words
// that no target touches stand outside all brackets; every target, and the base, can be read back.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "consolidation/alignment.h"
#include "text/word.h"

namespace travaux::consolidation {

/// A target by its place in the list that was laid out.
using Witness = std::uint32_t;

/// The witnesses of one node: few, as a rule.
using Witnesses = boost::container::small_vector<Witness, 2>;

enum class NodeKind : std::uint8_t {
    words,          ///< words that stand in every reading that reaches them
    place,          ///< one disputed place; its children are a deletion, then insertions
    deletion,       ///< base words that the witnesses leave out
    insertion,      ///< words that only the witnesses have
    bracket_open,   ///< somebody asks for brackets from here; `witnesses` has the position of the
    bracket_close,  ///< mark in `Row::marks`; both stand in every reading and have no words
};

/// A node of the annotated tree, which is stored in preorder: the children of node i are the nodes
/// after it, before `subtree_end`.
struct Node {
    NodeKind kind = NodeKind::words;
    std::uint32_t subtree_end = 0;
    std::span<const text::Word> words;  ///< of a `words` node; points into base or a target
    Witnesses witnesses;                ///< of a deletion or an insertion, sorted
};

using Tree = std::vector<Node>;

/// One text laid against the base: witness i is the variant at position i.
struct Variant {
    std::span<const text::Word> words;
    std::span<const Hunk> changes;  ///< from the base
    std::optional<Witness>
        amends;  ///< the variant whose words this one amends; it shows inside them
};

/// Base words [begin, end) that somebody wants in brackets.
struct Bracket {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t mark = 0;  ///< what the nodes carry as their witness
};

struct Standing;

struct LayoutInput {
    std::span<const text::Word> base;
    std::span<const Variant> variants;
    std::span<const Bracket> brackets;
    const text::Lexicon& lexicon;
    std::span<const Standing> grouping{};  ///< of each variant; empty where the words decide
};

/// Returns the annotated tree of a base and its variants. The tree points into both.
[[nodiscard]] Tree layout(const LayoutInput& input);

/// Returns the annotated tree of a base and its targets. REQUIRES: targets are distinct, differ
/// from the base, and outlive the tree, as does the base; all words are of `lexicon`.
[[nodiscard]] Tree layout(std::span<const text::Word> base, std::span<const text::Words> targets,
                          const text::Lexicon& lexicon);

/// Returns what one witness wants, read back out of the brackets (law 5).
[[nodiscard]] text::Words reading_of(const Tree& tree, Witness witness);

/// Returns the base, read back out of the brackets (law 4).
[[nodiscard]] text::Words base_of(const Tree& tree);

}  // namespace travaux::consolidation
