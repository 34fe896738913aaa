// The parts of a proposal as they are typed on a page, as docs/proposal-lines.md writes them.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <boost/json.hpp>
#include <optional>

#include "host/kept_committee.h"
#include "http/message.h"

namespace travaux::site {

/// What one may ask for on the page, by the names that parts have.
inline constexpr std::array<std::string_view, 11> kinds_of_change = {
    "text",    "insert",  "delete", "move",    "split",       "join",
    "retitle", "bracket", "note",   "reserve", "replace_term"};

/// What is typed for one part.
struct SaidPart {
    std::string kind = "text";
    std::string provision;  ///< permanent id
    std::string words;
    std::string number;
    std::string
        other;  ///< the provision behind which it moves; the term that is replaced; a heading
};

/// Reads it from a form or a query. Error: `request.parameter_value` for a kind that there is not.
[[nodiscard]] Result<SaidPart> said_part(const http::Request& request);

/// Returns it as parts; none where it asks for nothing, such as words that stay as they are. Words
/// for a provision, or for a new one, may go on behind a blank line: what stands there is inserted
/// behind it, with the numbers that its lines begin with.
[[nodiscard]] boost::json::array parts_of(const SaidPart& said, const host::ConsolidatedText& text);

/// Returns the words of a provision, or its heading, with what changes in them as HTML; empty where
/// nothing does.
[[nodiscard]] std::string tracked_words(const SaidPart& said, const host::ConsolidatedText& text);

/// Returns what was typed for a part, so that it may be typed on; nothing for a part that was not
/// written on the page by itself.
[[nodiscard]] std::optional<SaidPart> said_of(const boost::json::value& part,
                                              const host::ConsolidatedText& text);

/// Returns what a proposal with some parts says of a text, checked. Errors: those of reading
/// proposals.
[[nodiscard]] Result<consolidation::Proposal> proposal_of(const boost::json::array& parts,
                                                          const host::ConsolidatedText& text);

}  // namespace travaux::site
