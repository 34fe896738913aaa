// Which text of a draft is which text of the draft before, where they carry no ids.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "text/word.h"

namespace travaux::consolidation {

/// A text without a partner.
inline constexpr std::uint32_t no_partner = 0xFFFFFFFFU;

/// The texts of a draft, equal ones under equal numbers.
using TextNumbers = std::span<const std::uint32_t>;

/// Returns for each text of `later` the position of an equal one in `former`, or `no_partner`; each
/// is given once. Texts that stand once find each other first, then those with equal neighbours,
/// then the others in order.
[[nodiscard]] std::vector<std::uint32_t> equal_texts(TextNumbers former, TextNumbers later);

/// A text and its position in its draft.
struct PlacedText {
    std::uint32_t at = 0;
    std::span<const text::Word> words;
};

/// Two texts that are alike: positions in the lists given.
struct Likeness {
    std::uint32_t former = 0;
    std::uint32_t later = 0;
    std::uint32_t shared = 0;  ///< pairs of neighbouring words that both have

    bool operator==(const Likeness&) const = default;
};

/// Returns the likenesses between texts, the strongest first; a few for each later one.
[[nodiscard]] std::vector<Likeness> likenesses(const std::vector<PlacedText>& former,
                                               const std::vector<PlacedText>& later);

/// Returns where in the longer text the shorter one has its like: [begin, end) with room around it.
/// The whole of it where the lengths do not differ much.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> window(std::span<const text::Word> longer,
                                                             std::span<const text::Word> shorter);

}  // namespace travaux::consolidation
