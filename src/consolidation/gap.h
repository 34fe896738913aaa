// A gap of the tree with the provisions proposed for it.
//
// Equal insertions are one with several proposers. Insertions of one shape that are much alike
// stand as the first of them, with the others' differences inside its words.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "consolidation/field.h"

namespace travaux::consolidation {

/// A provision with its fields.
struct ProvisionRow {
    bool is_changed = false;  ///< since it was last laid out
    text::ProvisionKind kind = text::ProvisionKind::paragraph;
    std::uint32_t depth = 0;  ///< of an insertion: within it
    Field text;               ///< most proposals come here: what they touch stands together
    Field number;
    Field heading;
    std::vector<ProvisionId> ids{};  ///< its own first, then those of insertions shown inside it
    ProposalList proposed_by{};      ///< of an insertion; sorted
    std::vector<Mark> marks{};       ///< as last laid out
    ProvisionId next_sibling{};      ///< in the draft; none for the last and for insertions

    [[nodiscard]] Field& field(text::Field name) {
        if (name == text::Field::number) return number;
        return name == text::Field::heading ? heading : text;
    }
};

/// The words of an insertion as one proposal has them.
struct InsertionForms {
    const InsertPart* submitted = nullptr;
    const InsertPart* printed = nullptr;           ///< null while that translation is pending
    const InsertPart* working = nullptr;           ///< null while that translation is pending
    text::Language language = text::Language::en;  ///< of the submitted words
};

/// One insertion with everybody who proposes it.
struct Insertion {
    std::vector<ProvisionId> ids;       ///< of its provisions, in preorder
    ProposalList proposals;             ///< sorted
    std::vector<InsertionForms> forms;  ///< of each proposal

    void add(ProposalIndex proposal, const InsertionForms& words, const ProposalOrder& order);
    void remove(ProposalIndex proposal);

    /// Returns the words that speak for all: in each language those of the first proposal that
    /// has some.
    [[nodiscard]] InsertionForms words() const;
};

struct Gap {
    std::map<ProvisionId, Insertion> insertions;                   ///< by the root's id
    std::map<ProvisionId, ProposalList> destinations;              ///< provisions to move here
    std::vector<std::vector<std::unique_ptr<ProvisionRow>>> rows;  ///< as last laid out
    bool is_changed = false;                                       ///< since then
};

/// Returns the rows of a gap's insertions, one list for each cluster. Words in the working language
/// decide on clusters and order; what has none yet comes last, each on its own. Fields stand
/// without what others propose for them.
[[nodiscard]] std::vector<std::vector<std::unique_ptr<ProvisionRow>>> rows_of(
    const Gap& gap, text::Lexicon& lexicon, const ProposalOrder& order);

}  // namespace travaux::consolidation
