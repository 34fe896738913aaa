// What decisions share: their basis, and the check that a text is the one negotiated.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/act.h"
#include "committee/decisions.h"

namespace travaux::committee {

/// The capacities that enter decisions.
[[nodiscard]] std::vector<Right> those_who_enter_decisions();

/// Checks where something was decided. Errors: `meeting.unknown`, `meeting.informal`.
[[nodiscard]] Result<Basis> checked_basis(const State& state, const std::string& meeting,
                                          const std::string& authority);

/// Returns the proposal, where it is open on the text that is negotiated. Errors:
/// `proposal.not_on_record`, `proposal.not_open`.
[[nodiscard]] Result<const Proposal*> open_proposal(const State& state, const std::string& id);

/// Returns the id of the text on which a proposal is decided: the one negotiated of its subject.
[[nodiscard]] std::string negotiated_text_of(const State& state, const Proposal& proposal);

/// Declares an act that gives a provision a standing.
[[nodiscard]] Act declare_standing(std::string_view name, std::string_view sentence,
                                   ProvisionStanding standing);

}  // namespace travaux::committee
