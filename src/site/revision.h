// A proposal that is revised: its parts to write on, and another's words in their place.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>

#include "host/kept_committee.h"
#include "http/message.h"

namespace travaux::site {

/// Returns a proposal on a text. Error: `proposal.unknown`.
[[nodiscard]] Result<const consolidation::Proposal*> proposal_on(const host::ConsolidatedText& text,
                                                                 const std::string& id);

/// Returns the parts of the proposal that a query asks to revise (`revise`), as
/// docs/proposal-lines.md writes them. Where it says so (`words_of`, `at`, `field`), the words of
/// another proposal stand in the place of its own there. Errors: `proposal.unknown`,
/// `request.parameter_value` where the other asks for no words there.
[[nodiscard]] Result<boost::json::array> parts_to_revise(const host::ConsolidatedText& text,
                                                         const http::Request& query);

}  // namespace travaux::site
