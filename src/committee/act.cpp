// SPDX-License-Identifier: MIT
#include "committee/act.h"

#include <algorithm>

#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

// What a field of an act names; empty where it is absent or no text.
std::string text_of(const boost::json::object& fields, std::string_view field) {
    const auto* value = fields.if_contains(field);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string{};
}

}  // namespace

std::vector<FieldOfAct> with_sentences(std::vector<FieldOfAct> fields,
                                       const Declaration& declaration) {
    VERIFY(fields.size() == declaration.fields.size());
    for (std::size_t at = 0; at < fields.size(); ++at) {
        VERIFY(fields[at].name == declaration.fields[at].field);
        fields[at].sentence = declaration.fields[at].sentence;
    }
    const auto is_field = [&](std::string_view name) {
        return std::ranges::find(fields, name, &FieldOfAct::name) != fields.end();
    };
    VERIFY(declaration.on.empty() || is_field(declaration.on));
    VERIFY(std::ranges::all_of(declaration.reads, is_field));
    return fields;
}

const Act* find_act(std::string_view name) {
    const auto found = std::ranges::find(
        acts(), name, [](const Act& act) -> std::string_view { return act.declaration.name; });
    return found == acts().end() ? nullptr : &*found;
}

Result<void> may(const State& state, const Act& act, const Caller& caller,
                 const std::string& object) {
    TRY_OK(check_rights(state, caller, act.declaration.who, object));
    if (act.declaration.acting == Acting::every_member || caller.delegation.empty()) return {};
    return check_is_state(state, caller.delegation);
}

Result<void> may(const State& state, const Act& act, const Caller& caller,
                 const boost::json::object& fields) {
    return may(state, act, caller, text_of(fields, act.declaration.on));
}

Result<void> check_is_state(const State& state, const std::string& member) {
    const Member* found = find(state.members, member);
    if (found == nullptr || found->status == MemberStatus::member_state) return {};
    return refuse("proposal.observer", {member});
}

Result<Events> decide(const State& state, const Act& act, const boost::json::object& fields,
                      const Context& context) {
    TRY_OK(may(state, act, context.caller, fields));
    const bool founds = act.declaration.name == "committee.found";
    if (!founds && !state.mandate) return refuse("committee.not_founded");
    return act.decide(state, fields, context);
}

Result<void> check_unchanged(const State& state, const Act& act, const boost::json::object& fields,
                             std::uint64_t seen) {
    for (const std::string_view field : act.declaration.reads) {
        const std::string object = text_of(fields, field);
        const auto changed = state.changed.find(object);
        if (changed != state.changed.end() && changed->second >= seen) {
            return refuse("act.stale", {object, std::to_string(changed->second)},
                          ErrorCode::conflict);
        }
    }
    return {};
}

Date today(const State& state, const Context& context) {
    if (context.zones == nullptr || !state.duty_station) return date_of(context.time_ms);
    const auto ahead = context.zones->minutes_ahead(state.duty_station->zone, context.time_ms);
    return date_of(context.time_ms + std::int64_t{60'000} * ahead.value_or(0));
}

std::unexpected<Error> refuse(std::string_view id, std::vector<std::string> args, ErrorCode code) {
    return std::unexpected(Error{code, std::string(id), std::move(args)});
}

}  // namespace travaux::committee
