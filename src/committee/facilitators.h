// Facilitators: who brings delegations together on some provisions, as the Chair named them.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"
#include "committee/meetings.h"

namespace travaux::committee {

struct State;

struct Facilitator {
    ActorId person;
    std::string member;
    std::string title;                    ///< "Articles 4 to 7"
    std::vector<std::string> provisions;  ///< by their permanent ids, with all that they hold
    Basis basis;
    std::int64_t since_ms = 0;
    std::optional<std::int64_t> until_ms;

    bool operator==(const Facilitator&) const = default;
};

struct FacilitatorNamed {
    static constexpr std::string_view name = "facilitator.named";

    std::string id;
    ActorId person;
    std::string member;
    std::string title;
    std::vector<std::string> provisions;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const FacilitatorNamed&) const = default;
};
BOOST_DESCRIBE_STRUCT(FacilitatorNamed, (), (id, person, member, title, provisions, basis))

struct FacilitatorReleased {
    static constexpr std::string_view name = "facilitator.released";

    std::string facilitator;
    std::string reason;

    [[nodiscard]] const std::string& object() const { return facilitator; }
    bool operator==(const FacilitatorReleased&) const = default;
};
BOOST_DESCRIBE_STRUCT(FacilitatorReleased, (), (facilitator, reason))

void apply(State& state, const FacilitatorNamed& event, const Entered& when);
void apply(State& state, const FacilitatorReleased& event, const Entered& when);

}  // namespace travaux::committee
