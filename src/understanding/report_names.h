// How what stands in a report is spelt for programs, in messages as on the wire.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "understanding/proposal_file.h"

namespace travaux::understanding {

[[nodiscard]] std::string_view name_of(Confidence confidence);
[[nodiscard]] std::string_view name_of(DoubtKind kind);
[[nodiscard]] std::string_view name_of(SponsorSource source);

/// Returns the parts of a proposal as docs/proposal-lines.md lays down, in their order.
[[nodiscard]] boost::json::array parts_as_json(const ProposalFile& file);

/// Returns the sentence that says who sends a file, and where that was found.
[[nodiscard]] std::string sponsors_line(const ProposalFile& file, text::Language language);

}  // namespace travaux::understanding
