// delegation.accredit: who represents a member from then on.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string member;
    std::optional<ActorId> head;
    std::vector<ActorId> delegates;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (member, head, delegates))

Result<Events> decide_accredit(const State& state, const Fields& act, const Context& context) {
    TRY_OK(sitting_member(state, context, act.member));
    if (!act.head && act.delegates.empty()) return refuse("delegation.empty", {act.member});
    std::vector<ActorId> delegates = act.delegates;
    std::ranges::sort(delegates);
    if (std::ranges::adjacent_find(delegates) != delegates.end()) {
        return refuse("delegation.twice", {act.member});
    }
    const std::size_t size = delegates.size() + (act.head ? 1U : 0U);
    if (state.modalities && size > state.modalities->delegation_size_max.value_or(size)) {
        return refuse("delegation.too_large",
                      {act.member, std::to_string(*state.modalities->delegation_size_max),
                       source_of(*state.modalities, Setting::delegation_size_max)});
    }
    // A person speaks for one member at a time.
    for (const auto& [code, other] : state.members) {
        if (code == act.member) continue;
        const auto sits_there = [&member = other](const ActorId& person) {
            return member.head == person || member.delegates.contains(person);
        };
        if ((act.head && sits_there(*act.head)) || std::ranges::any_of(delegates, sits_there)) {
            return refuse("delegation.elsewhere", {code});
        }
    }
    return Events{DelegationAccredited{act.member, act.head, delegates}};
}

}  // namespace

Act delegation_accredit() {
    return declare<Fields>(
        {
            .name = "delegation.accredit",
            .sentence = "Enters the representatives of a member, in the place of those before.",
            .who = {{Capacity::secretariat}, {Capacity::head, Whose::own}},
            .on = "member",
            .reads = {"member"},
            .fields = {{"member", "The code of the member."},
                       {"head", "The head of delegation."},
                       {"delegates", "The other representatives."}},
        },
        decide_accredit);
}

}  // namespace travaux::committee
