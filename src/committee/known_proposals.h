// What new proposals on a text are checked against, kept so that one more costs the same however
// many there are.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "committee/library.h"
#include "committee/state.h"
#include "consolidation/soundness.h"

namespace travaux::committee {

/// A published text and all that was ever proposed on it.
struct KnownOnText {
    std::string id;
    const TextWithProvenance* text = nullptr;
    consolidation::ProposalSet carried;  ///< what was carried over to it
    consolidation::Soundness sound;
    std::string last;  ///< the latest proposal of the state that was looked at
};

/// Follows one state as it grows. Not for several threads at a time.
class KnownProposals {
public:
    /// Returns what is known on a text of a state, which is the state of the last call or a later
    /// one. Errors: `text.unknown`, those of the library.
    [[nodiscard]] Result<const KnownOnText*> on(const State& state, const Library& library,
                                                const std::string& text);

    /// Forgets everything: the next state is no later one.
    void forget() { texts_.clear(); }

private:
    std::map<std::string, std::unique_ptr<KnownOnText>> texts_;
};

/// Returns a proposal as it is on a text: as submitted, or as it was carried over. Errors:
/// `proposal.unknown`, those of the library.
[[nodiscard]] Result<consolidation::Proposal> proposal_on(const State& state,
                                                          const Library& library,
                                                          const KnownOnText& known,
                                                          const std::string& id);

}  // namespace travaux::committee
