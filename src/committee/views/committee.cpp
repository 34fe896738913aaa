// What a committee is: its mandate, its members, and which acts are open to whom.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct ShownCommittee {
    std::string title;
    std::string resolution;
    Date adopted_on;
    std::optional<Vote> vote;
    std::string purpose;
    std::string parent_organ;
    std::uint64_t member_states = 0;
    std::uint64_t observers = 0;
    std::optional<std::uint64_t> stakeholders;
    std::optional<std::string> duty_station;
    std::optional<std::string> zone;
};
BOOST_DESCRIBE_STRUCT(ShownCommittee, (),
                      (title, resolution, adopted_on, vote, purpose, parent_organ, member_states,
                       observers, stakeholders, duty_station, zone))

Result<ShownCommittee> show_committee(const State& state, const NoFields& /*fields*/,
                                      const Context& context) {
    if (!state.mandate) return refuse("committee.not_founded");
    const Mandate& mandate = *state.mandate;
    ShownCommittee shown{mandate.title,
                         mandate.resolution,
                         mandate.adopted_on,
                         mandate.vote,
                         mandate.purpose,
                         mandate.parent_organ,
                         0,
                         0,
                         {},
                         {},
                         {}};
    if (state.duty_station) {
        shown.duty_station = state.duty_station->place;
        shown.zone = state.duty_station->zone;
    }
    for (const auto& [code, member] : state.members) {
        if (!sits_on(member, today(state, context))) continue;
        if (member.status == MemberStatus::member_state) ++shown.member_states;
        if (member.status == MemberStatus::observer) ++shown.observers;
        if (member.status == MemberStatus::stakeholder) {
            shown.stakeholders = shown.stakeholders.value_or(0) + 1;
        }
    }
    return shown;
}

struct MembersFields {
    std::optional<RegionalGroup> group;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(MembersFields, (), (group, on))

struct ShownMember {
    std::string member;
    std::string name;
    MemberStatus status = MemberStatus::member_state;
    std::optional<RegionalGroup> group;
    std::optional<Date> from;
    std::optional<Date> until;
    std::uint64_t representatives = 0;
};
BOOST_DESCRIBE_STRUCT(ShownMember, (), (member, name, status, group, from, until, representatives))

Result<std::vector<ShownMember>> show_members(const State& state, const MembersFields& fields,
                                              const Context& context) {
    std::vector<ShownMember> shown;
    for (const auto& [code, member] : state.members) {
        const Date day = fields.on.value_or(today(state, context));
        if (!sits_on(member, day) || (fields.group && member.group != fields.group)) continue;
        shown.push_back({code, member.name, member.status, member.group, member.from, member.until,
                         member.delegates.size() + (member.head ? 1U : 0U)});
    }
    return shown;
}

struct AllowedActsFields {
    std::optional<std::string> object;
};
BOOST_DESCRIBE_STRUCT(AllowedActsFields, (), (object))

struct ShownAct {
    std::string act;
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(ShownAct, (), (act, answer))

// Whether an act is on things of a kind, or depends on one.
bool concerns(const Declaration& act, std::string_view kind) {
    return act.on == kind || std::ranges::find(act.reads, kind) != act.reads.end();
}

// Without an object: the acts whose rights need none. With one: those that concern its kind.
Result<std::vector<ShownAct>> show_allowed_acts(const State& state, const AllowedActsFields& fields,
                                                const Context& context) {
    std::vector<ShownAct> shown;
    const std::string object = fields.object.value_or("");
    for (const Act& act : acts()) {
        const bool is_asked = object.empty() ? act.declaration.on.empty()
                                             : concerns(act.declaration, kind_of(state, object));
        if (!is_asked) continue;
        const auto allowed = may(state, act, context.caller, object);
        shown.push_back(
            {std::string(act.declaration.name), allowed ? "allowed" : allowed.error().id});
    }
    return shown;
}

}  // namespace

View committee_view() {
    return declare_view(of_everybody("committee", "The committee and its mandate."),
                        show_committee);
}

View members_view() {
    return declare_view(of_everybody("members", "The members and observers that sit on a day.",
                                     {{"group", "Those of one regional group."},
                                      {"on", "The day; today without it."}}),
                        show_members);
}

View allowed_acts_view() {
    return declare_view(
        of_everybody("allowed_acts",
                     "The acts that are open to the caller, and why the others are not.",
                     {{"object", "The id of what is to be acted on."}}),
        show_allowed_acts);
}

}  // namespace travaux::committee
