// The order in which what is proposed for a provision may be put to the vote: a suggestion.
//
// GA rule 130 (A/520): amendments are put before the proposal they amend, the one furthest removed
// in substance first; where adopting one necessarily implies the rejection of another, the latter
// is not put. What is furthest in substance is for people to say: the distance here counts words.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "consolidation/consolidated.h"

namespace travaux::consolidation {

/// What an option would change.
enum class VotingSubject : std::uint8_t { deletion, number, heading, text, join, move, insertion };

/// Returns the spelling on the wire, `deletion`.
[[nodiscard]] std::string_view name_of(VotingSubject subject);

/// One thing that can be put to the vote.
struct VotingOption {
    VotingSubject subject = VotingSubject::text;
    ProposalList proposals;              ///< sorted
    std::uint32_t distance = 0;          ///< from the draft: the weight of words that come or go
    std::vector<std::uint32_t> rejects;  ///< positions of options that its adoption rejects
    ProposalList moots;                  ///< of a deletion: what is asked of what it holds; sorted
};

/// The options of one row in their order. The draft's own words come after them, unspoken.
struct VotingOrder {
    std::vector<VotingOption> options;
};

/// How many options of a row are compared with each other.
inline constexpr std::size_t compared_options_max = 256;

/// Returns an order for each row; empty where fewer than two options stand against each other. It
/// is the same for all languages. REQUIRES: `working` is in the draft's working language.
[[nodiscard]] std::vector<VotingOrder> voting_orders(const text::Draft& draft,
                                                     const Consolidated& working);

/// Returns the distance between two texts of one language: what the words of its changes weigh,
/// those that leave and those that come.
[[nodiscard]] std::uint32_t distance_of(std::string_view from, std::string_view to,
                                        text::Language language);

}  // namespace travaux::consolidation
