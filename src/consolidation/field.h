// One field of a provision with everything proposed for it, laid out on demand.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "consolidation/consolidated.h"

namespace travaux::consolidation {

/// What one part wants a field to say.
struct Wish {
    std::string_view key;    ///< decides what is one reading: the words in the working language, or
                             ///< the submitted ones where there are none
    std::string_view words;  ///< in the printed language; the submitted ones while that is pending
    bool is_pending = false;
};

/// Orders proposals by their ids, whatever their positions.
using ProposalOrder = std::function<bool(ProposalIndex, ProposalIndex)>;

/// Returns the proposal that a proposal amends, if any.
using AmendedProposal = std::function<std::optional<ProposalIndex>(ProposalIndex)>;

/// Inserts a proposal into a list that is sorted by `order`, once.
void insert_sorted(std::vector<ProposalIndex>& proposals, ProposalIndex proposal,
                   const ProposalOrder& order);

/// The views that are added must outlive the field.
class Field {
public:
    Field(std::string_view base, text::Lexicon& lexicon);

    /// Adds a proposal's wish; wishes with equal keys are one target.
    void add(const Wish& wish, ProposalIndex proposal, const ProposalOrder& order);

    /// Takes a proposal's wish back. Returns false where there was none.
    bool remove(ProposalIndex proposal);

    /// Computes the tree anew.
    void lay_out(std::span<const Bracket> brackets, const AmendedProposal& amended);

    [[nodiscard]] const AnnotatedText& annotated() const { return annotated_; }
    [[nodiscard]] const text::Lexicon& lexicon() const { return lexicon_; }

    /// Hands the annotated text over.
    [[nodiscard]] AnnotatedText take() && { return std::move(annotated_); }

private:
    [[nodiscard]] text::Words words_of(std::string_view text) const;
    [[nodiscard]] std::optional<Witness> target_of(ProposalIndex proposal) const;
    [[nodiscard]] std::vector<std::optional<Witness>> amended_targets(
        const AmendedProposal& amended) const;

    std::string_view base_;
    std::reference_wrapper<text::Lexicon> lexicon_;
    std::vector<std::uint32_t>
        starts_;  // of the base words, in bytes; empty if blanks are irregular
    AnnotatedText annotated_;
    std::vector<std::string_view> keys_;      // of the targets, ascending
    std::vector<std::vector<Hunk>> changes_;  // from the base to each target
};

}  // namespace travaux::consolidation
