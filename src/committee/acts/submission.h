// Submitting a proposal, and submitting one in the place of another.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/acts/checks.h"

namespace travaux::committee {

/// What comes in, whoever brings it.
struct Submission {
    std::string text;
    BodyReference parts;
    std::optional<BodyReference> reason;
    std::optional<std::string> amends;
    std::optional<std::string> group;
    std::optional<std::string> revises;
    std::optional<BodyReference> file;
};

/// Decides a submission by a speaker. It is never refused for coming late. Errors: `proposal.*`,
/// `text.*`, `group.*`, those of the library.
[[nodiscard]] Result<Events> submit(const State& state, const Submission& submission,
                                    const Speaker& by, const Context& context);

}  // namespace travaux::committee
