// The mandate: what founds a committee.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// The result of a recorded vote.
struct Vote {
    static constexpr std::string_view type_name = "vote";

    std::uint32_t in_favour = 0;
    std::uint32_t against = 0;
    std::uint32_t abstaining = 0;

    bool operator==(const Vote&) const = default;
};
BOOST_DESCRIBE_STRUCT(Vote, (), (in_favour, against, abstaining))

struct Mandate {
    std::string resolution;  ///< its symbol, `A/RES/74/247`
    Date adopted_on;
    std::optional<Vote> vote;  ///< none: without a vote
    std::string title;
    std::string purpose;
    std::string parent_organ;

    bool operator==(const Mandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mandate, (), (resolution, adopted_on, vote, title, purpose, parent_organ))

struct CommitteeFounded {
    static constexpr std::string_view name = "committee.founded";

    std::string resolution;
    Date adopted_on;
    std::optional<Vote> vote;
    std::string title;
    std::string purpose;
    std::string parent_organ;

    [[nodiscard]] static std::string object() { return "committee"; }
    bool operator==(const CommitteeFounded&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitteeFounded, (),
                      (resolution, adopted_on, vote, title, purpose, parent_organ))

void apply(State& state, const CommitteeFounded& event, const Entered& when);

}  // namespace travaux::committee
