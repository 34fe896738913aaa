// group.declare: members that speak together.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string group;
    std::string name;
    std::vector<std::string> members;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (group, name, members))

Result<Events> decide_declare(const State& state, const Fields& act, const Context& context) {
    const bool is_code = std::ranges::all_of(
        act.group, [](char sign) { return (sign >= 'a' && sign <= 'z') || sign == '_'; });
    if (!is_code) return refuse("group.code", {act.group});
    if (act.members.size() < 2) return refuse("group.too_small", {act.group});
    for (const std::string& member : act.members) TRY_OK(sitting_member(state, context, member));
    std::vector<std::string> members = act.members;
    std::ranges::sort(members);
    members.erase(std::ranges::unique(members).begin(), members.end());
    return Events{GroupDeclared{act.group, act.name, std::move(members)}};
}

}  // namespace

Act group_declare() {
    return declare<Fields>(
        {
            .name = "group.declare",
            .sentence = "Enters the members of a group, in the place of those before.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"group"},
            .fields = {{"group", "The code of the group, in small letters and low lines."},
                       {"name", "What the group is called."},
                       {"members", "The codes of its members."}},
        },
        decide_declare);
}

}  // namespace travaux::committee
