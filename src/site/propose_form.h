// A proposal that is being written, and the page that shows it.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/carried_parts.h"
#include "site/said_parts.h"
#include "site/visit.h"

namespace travaux::site {

/// The draft that a proposal is being written in.
struct OpenDraft {
    std::string id;
    std::string member;        ///< whose it is
    std::int64_t edition = 1;  ///< that was seen
};

/// A proposal that is being written.
struct Writing {
    const Visit& visit;
    const std::string& text_id;
    const host::ConsolidatedText& text;
    SaidPart said;
    boost::json::array parts;  ///< those that are ready
    std::string reason;
    std::string member;  ///< for which the Secretariat acts
    std::string consent;
    std::string revises{};  ///< the proposal in whose place it is to come
    std::optional<OpenDraft> draft{};
    std::string title{};  ///< of the draft
    std::optional<Error> error{};
    std::uint64_t seen = 0;  ///< entries of the page that was sent, where that is refused
    std::optional<boost::json::array> others{};   ///< parts of the draft as another changed it
    std::optional<std::vector<LeftPart>> left{};  ///< where it was begun on an earlier text

    /// Whether the draft is another delegation's.
    [[nodiscard]] bool is_guest() const {
        return draft && draft->member != visit.identity.caller.delegation;
    }
    /// All parts, with the one that is being written.
    [[nodiscard]] boost::json::array all() const;
    /// The text that is negotiated in the place of this one; empty where this one is.
    [[nodiscard]] std::string later_text() const;
    /// The provision that is changed; null where none is named.
    [[nodiscard]] const text::Provision* provision() const;
    /// What the address and the forms of the page say of what is written on: name and value.
    [[nodiscard]] std::optional<std::pair<std::string, std::string>> written_on() const;
    /// The address of the page for another kind of change.
    [[nodiscard]] std::string address(std::string_view kind) const;
};

/// Returns the page as HTML: where, what, in words, how it will stand, reasons, for whom.
[[nodiscard]] std::string print_writing(const Writing& writing);

}  // namespace travaux::site
