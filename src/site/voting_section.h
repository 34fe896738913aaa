// The order in which rival readings may be put to the vote, as the desk suggests it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "host/kept_committee.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the section: for each provision on which options stand against each other, their order
/// with sponsors, what the adoption of each implies to be rejected, and the way to decide on it;
/// nothing where none do. A suggestion, after rule 130 of the rules of procedure of the General
/// Assembly (A/520).
[[nodiscard]] std::string voting_section(const Visit& visit, const host::ConsolidatedText& text);

}  // namespace travaux::site
