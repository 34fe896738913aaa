// Words that vanished from drafts without ids, and how to find them again.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "consolidation/chain_table.h"
#include "consolidation/lineage.h"
#include "text/word.h"

namespace travaux::consolidation {

/// What is known of one word: the draft that brought it, and how sure that is.
struct Trace {
    std::uint32_t draft = 0;
    Certainty certainty = Certainty::introduced;

    bool operator==(const Trace&) const = default;
};

/// A word that vanished.
struct BuriedWord {
    text::Word word = 0;
    Trace trace;
    std::uint32_t removed_by = 0;
    bool is_back = false;  ///< it stands in a later text
};

/// Buried words in a row.
struct Grave {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

class Graveyard {
public:
    /// Buries a word that stood right after the one buried before it.
    void bury(const BuriedWord& word) { words_.push_back(word); }

    /// Says that the next word does not follow on the last one.
    void cut();

    /// Makes what was buried findable.
    void index();

    /// Returns the longest run of buried words that `words` begins with, the latest of equals;
    /// nothing where it is shorter than `found_words_min`.
    [[nodiscard]] std::optional<Grave> find(std::span<const text::Word> words) const;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    [[nodiscard]] const BuriedWord& at(std::uint32_t place) const { return words_[place]; }

    /// Says that a word stands in a text again.
    void take_back(std::uint32_t place) { words_[place].is_back = true; }

private:
    std::vector<BuriedWord> words_;
    std::uint32_t indexed_ = 0;
    ChainTable places_;
};

}  // namespace travaux::consolidation
