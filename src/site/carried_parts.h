// What was typed on a text that another follows meanwhile, made on the later one.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "host/kept_committee.h"

namespace travaux::site {

/// A part that does not stand on the later text, for whoever typed it to look at.
struct LeftPart {
    std::vector<std::string> words;  ///< what it asks for, on the earlier text
    bool is_met = false;             ///< the later text says so already
    std::optional<Error> refused{};  ///< why; neither: the words that it changes are others now
};

struct CarriedParts {
    boost::json::array parts;
    std::vector<LeftPart> left;
};

/// Returns parts that were made on a text as they stand on a later one of the same language:
/// changed words keep their change among words that differ elsewhere, a provision is split where it
/// has the same words, and all else stays as it is.
/// Every part is either carried over or left.
[[nodiscard]] CarriedParts carried_over(const boost::json::array& parts,
                                        const host::ConsolidatedText& from,
                                        const host::ConsolidatedText& to);

}  // namespace travaux::site
