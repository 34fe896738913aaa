// Proposals as JSON lines, as `docs/proposal-lines.md` lays down.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "consolidation/proposal.h"
#include "text/draft.h"

namespace travaux::formats {

/// One file of JSON lines.
struct LinesFile {
    std::string name;  ///< as errors name it
    std::string bytes;
};

/// Whether a set is checked against the draft, or by whoever joins it with others.
enum class Checking : std::uint8_t { now, later };

/// Reads files of JSON lines into one set; labels are resolved against the draft. Errors:
/// `proposal.*` and `label.*`, each with file name and line number first.
[[nodiscard]] Result<consolidation::ProposalSet> read_proposal_lines(
    const text::Draft& draft, const std::vector<LinesFile>& files,
    Checking checking = Checking::now);

/// Returns a set as JSON lines that read back equal, sorted; provisions stand by permanent id.
[[nodiscard]] std::string write_proposal_lines(const consolidation::ProposalSet& set);

/// Returns the parts of a proposal as they stand in its line.
[[nodiscard]] boost::json::array parts_as_json(const std::vector<consolidation::Part>& parts);

}  // namespace travaux::formats
