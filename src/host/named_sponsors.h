// Sponsors as a language names them.
// SPDX-License-Identifier: MIT
#pragma once

#include "consolidation/proposal.h"
#include "text/language.h"

namespace travaux::host {

/// Returns proposals whose sponsors, named in English, are named as a language names them.
[[nodiscard]] consolidation::ProposalSet with_names_in(text::Language language,
                                                       consolidation::ProposalSet set);

}  // namespace travaux::host
