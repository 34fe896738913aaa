// Groups of members that speak together, such as regional and political ones.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "committee/common.h"

namespace travaux::committee {

struct State;

struct Group {
    std::string name;
    std::set<std::string> members;

    bool operator==(const Group&) const = default;
};

/// The whole group as it is from then on.
struct GroupDeclared {
    static constexpr std::string_view name = "group.declared";

    std::string group;
    std::string group_name;
    std::vector<std::string> members;

    [[nodiscard]] const std::string& object() const { return group; }
    bool operator==(const GroupDeclared&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupDeclared, (), (group, group_name, members))

/// A member of a group says that the group's proposal is not its own.
struct ProposalDissociated {
    static constexpr std::string_view name = "proposal.dissociated";

    std::string proposal;
    std::string member;
    std::optional<std::string> consent;

    [[nodiscard]] const std::string& object() const { return proposal; }
    bool operator==(const ProposalDissociated&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalDissociated, (), (proposal, member, consent))

void apply(State& state, const GroupDeclared& event, const Entered& when);
void apply(State& state, const ProposalDissociated& event, const Entered& when);

}  // namespace travaux::committee
