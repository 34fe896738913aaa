// Shares of a whole as a bar, and the pictures that are made of them: each stands in a table whose
// numbers say the same.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "committee/calls.h"
#include "site/visit.h"

namespace travaux::site {

/// A part of a bar.
struct Share {
    std::string style;  ///< its class in the style sheet
    std::uint64_t count = 0;
};

/// Returns a bar as wide as its cell, its parts in the direction of the page's language; nothing
/// where all counts are 0. It is hidden from screen readers.
[[nodiscard]] std::string bar_of(const Visit& visit, std::span<const Share> shares);

/// Returns who answered a call, group by group, with those who are members at its deadline; nothing
/// where there are no members.
[[nodiscard]] std::string answers_by_group(const Visit& visit, const committee::Call& call);

/// Returns how far the text was from agreement when each session closed; nothing where none was
/// held on a text. Errors: those of the view.
[[nodiscard]] Result<std::string> progress_of_sessions(const Visit& visit);

}  // namespace travaux::site
