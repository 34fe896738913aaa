// The suggested order of voting on a provision, as printings show it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "formats/printing.h"

namespace travaux::formats {

/// One option in the order of voting.
struct VotingLine {
    std::string label;    ///< "Option 2", "Delete"
    std::string by;       ///< sponsors, empty where unnamed
    std::string rejects;  ///< "Option 2, Delete, P21": what its adoption rejects
};

/// Returns the lines of a row, the draft's own words last; none where there is nothing to order.
[[nodiscard]] std::vector<VotingLine> voting_lines_of(
    const consolidation::Consolidated& consolidated, std::size_t row, const Printing& printing);

}  // namespace travaux::formats
