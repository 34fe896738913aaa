// Which words may stand in a stretch: a bound that is soon computed.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "text/word.h"

namespace travaux::consolidation {

/// One bit for the words of a stretch that share it. Which bit a word has decides nothing but
/// whether words are compared at all.
class WordFilter {
public:
    explicit WordFilter(std::span<const text::Word> words) {
        for (const text::Word word : words) bits_ |= bit_of(word);
    }

    /// Returns how many of some words may stand in the stretch: no fewer than do.
    [[nodiscard]] std::size_t count_possible(std::span<const text::Word> words) const {
        std::size_t count = 0;
        for (const text::Word word : words) count += (bit_of(word) & bits_) != 0 ? 1U : 0U;
        return count;
    }

private:
    static std::uint64_t bit_of(text::Word word) {
        return std::uint64_t{1} << (word * 0x9E3779B1U >> 26U);
    }

    std::uint64_t bits_ = 0;
};

}  // namespace travaux::consolidation
