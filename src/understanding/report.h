// What was understood of a file, for people to confirm.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "understanding/proposal_file.h"

namespace travaux::understanding {

/// Returns the report in English, a line for each change and each doubt, with its place in the file
/// and in the draft.
[[nodiscard]] std::string report_on(const text::Draft& draft, const ProposalFile& file);

/// Returns a line that says whom a file is taken to come from, and how much of it is doubtful.
[[nodiscard]] std::string notice_of(const ProposalFile& file);

}  // namespace travaux::understanding
