// The bodies of a committee, read: whoever keeps them hands this in.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "committee/common.h"
#include "consolidation/proposal.h"
#include "text/draft.h"
#include "text/provenance.h"

namespace travaux::committee {

/// A text with the account of its words.
struct TextWithProvenance {
    text::Draft draft;
    text::Provenance provenance;
};

class KnownProposals;

/// Reads bodies. A port: the core knows neither the store nor the formats.
class Library {
public:
    Library() = default;
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    virtual ~Library() = default;

    /// Returns the content of a body. Errors: `body.*`.
    [[nodiscard]] virtual Result<std::string> content(const BodyReference& body) const = 0;

    /// Returns a text, which lives as long as the library. Errors: `body.*`, and those of reading.
    [[nodiscard]] virtual Result<const TextWithProvenance*> text(
        const std::vector<NamedBody>& files) const = 0;

    /// Returns the words of a file, after a look at its bytes shows that it is what its media type
    /// says; nothing where words cannot be read out of its form. Errors: `body.*`,
    /// `document.not_its_form`.
    [[nodiscard]] virtual Result<std::optional<std::string>> words_of_file(
        const BodyReference& body) const = 0;

    /// Returns what a body proposes on a draft, without id and sponsors.
    [[nodiscard]] virtual Result<consolidation::Proposal> proposal(
        const BodyReference& body, const text::Draft& draft) const = 0;

    /// Returns the proposals that were carried over to a draft.
    [[nodiscard]] virtual Result<consolidation::ProposalSet> carried_over(
        const BodyReference& body, const text::Draft& draft) const = 0;

    /// Returns what new proposals are checked against, which follows the state that acts are
    /// decided on.
    [[nodiscard]] virtual KnownProposals& known() const = 0;
};

}  // namespace travaux::committee
