// Readings that nearly agree: whose words differ so little that their sponsors may want to merge
// them. What a difference means is for them to say; nothing is merged here.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "consolidation/consolidated.h"

namespace travaux::consolidation {

/// One of two that nearly agree; its words are those of the consolidated text.
struct NearReading {
    std::span<const text::Word> words;
    ProposalList proposals;  ///< that want them and have sponsors; sorted
};

/// Two readings of one field whose words nearly agree.
struct NearReadings {
    std::size_t row = 0;  ///< among the rows
    text::Field field = text::Field::text;
    NearReading first;
    NearReading second;
    std::uint32_t differing = 0;  ///< words of the longer one that the other has not
};

/// How many readings of a field are compared with each other.
inline constexpr std::size_t near_readings_max = 64;

/// Words that two readings may have differing: one in ten of the longer, or two where it is short.
inline constexpr std::size_t near_words_in = 10;
inline constexpr std::size_t near_words_least = 2;

/// Returns the pairs in the headings and texts of all rows that nearly agree and share at least
/// 60 % of their words, those that differ least first within a field; where a proposal is given,
/// those that it is in. The same for all languages where `working` is in the draft's working
/// language.
[[nodiscard]] std::vector<NearReadings> near_readings(
    const Consolidated& working, std::optional<ProposalIndex> of = std::nullopt);

}  // namespace travaux::consolidation
