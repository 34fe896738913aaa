// Readings that nearly agree, with their difference, for their sponsors to merge.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "host/kept_committee.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the section: of each provision the pairs of readings that nearly agree, in the working
/// language, who stands behind each, what differs, and for who may revise one the way to the words
/// of the other; with `proposal` those of its readings alone. Empty where there are none. Nothing
/// is merged by it. Errors: those of `Site::text`.
[[nodiscard]] Result<std::string> near_section(const Visit& visit, const std::string& text_id,
                                               const std::string& proposal = {});

/// Returns the proposals of a delegation on the text that is negotiated whose readings nearly agree
/// with others, by id. Errors: those of `Site::text`.
[[nodiscard]] Result<std::vector<std::string>> near_proposals(const Visit& visit,
                                                              const std::string& member);

}  // namespace travaux::site
