// What proposals must fulfil before they are consolidated, kept so that one more proposal is
// checked by itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <string>
#include <string_view>

#include "base/quick_hash.h"
#include "base/result.h"
#include "consolidation/proposal.h"
#include "text/draft.h"

namespace travaux::consolidation {

/// A provision that proposals may name: of the draft or of an insertion.
struct KnownProvision {
    ProvisionId parent;  ///< none at the top
    const text::Provision* of_draft = nullptr;
    ProvisionId next;              ///< the sibling after it in the draft
    std::string_view inserted_by;  ///< a proposal that inserts it; empty for one of the draft
};

/// The provisions of a draft and of what was proposed on it, and which proposals there are.
class Soundness {
public:
    /// The draft outlives it.
    explicit Soundness(const text::Draft& draft);

    /// Takes a proposal in: others may name what it inserts, and amend it. Nothing is checked.
    void know(const Proposal& proposal);

    /// Checks a proposal, known or not, against the draft and all that are known. Errors:
    /// `proposal.*` with its id first.
    [[nodiscard]] Result<void> check(const Proposal& proposal) const;

    /// Returns a provision, or null.
    [[nodiscard]] const KnownProvision* find(const ProvisionId& id) const;

private:
    friend class ProposalCheck;

    boost::unordered_flat_map<ProvisionId, KnownProvision, IdHash> provisions_;
    std::map<std::string, std::string> amends_;  // by id: the proposal that it amends, or empty
};

}  // namespace travaux::consolidation
