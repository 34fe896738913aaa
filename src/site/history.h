// What happened to proposals and provisions, and what was said of them, as lists.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// What a history is of.
struct HistoryOf {
    const std::vector<std::string>& proposals;  ///< ids
    std::string provision;                      ///< permanent id; empty: of the proposals alone
    std::string text;                           ///< the published text that holds them
    std::string_view heading = "h4";            ///< the element of its headings
};

/// Returns who supports, opposes and reserves, under a heading; empty where nobody does.
[[nodiscard]] std::string positions_list(const Visit& visit, const HistoryOf& of);

/// Returns what happened, newest first, under a heading.
[[nodiscard]] std::string history_list(const Visit& visit, const HistoryOf& of);

/// Returns what a decision was: on which proposal, or how a provision then stood.
[[nodiscard]] std::string what_was_decided(const Visit& visit, const committee::Decision& decision);

/// Returns the day, the meeting and the authority of a decision.
[[nodiscard]] std::string decided_in_words(const Visit& visit, const committee::Decision& decision);

/// Returns a day and the session that it is in.
[[nodiscard]] std::string in_session(const Visit& visit, std::int64_t time_ms);

/// Returns who stands behind a proposal; its withdrawal where nobody does.
[[nodiscard]] std::string sponsors_of(const Visit& visit, const committee::Proposal& proposal);

/// Returns an id that leads to its proposal.
[[nodiscard]] std::string proposal_link(const Visit& visit, const std::string& id);

}  // namespace travaux::site
