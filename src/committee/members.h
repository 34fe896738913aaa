// Members and their delegations: who sits in the committee, and who may speak for whom.
//
// Persons stand by opaque ids; their names are kept beside the record and can be erased.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// A stakeholder is an organization that takes part as far as the modalities say.
enum class MemberStatus : std::uint8_t { member_state, observer, stakeholder };
BOOST_DESCRIBE_ENUM(MemberStatus, member_state, observer, stakeholder)

/// The groups in which States stand for election.
enum class RegionalGroup : std::uint8_t {
    african,
    asia_pacific,
    eastern_european,
    latin_american_and_caribbean,
    western_european_and_others,
};
BOOST_DESCRIBE_ENUM(RegionalGroup, african, asia_pacific, eastern_european,
                    latin_american_and_caribbean, western_european_and_others)

/// A delegation as it stood from an entry on.
struct DelegationEntry {
    std::uint64_t entry = 0;
    std::int64_t since_ms = 0;
    std::optional<ActorId> head;
    std::vector<ActorId> delegates;

    bool operator==(const DelegationEntry&) const = default;
};

struct Member {
    std::string code;  ///< three letters for a State, `GHA`
    std::string name;
    MemberStatus status = MemberStatus::member_state;
    std::optional<RegionalGroup> group;
    std::optional<Date> from;   ///< none: from the beginning
    std::optional<Date> until;  ///< the first day on which it is no member any more
    std::optional<ActorId> head;
    std::set<ActorId> delegates;
    std::vector<DelegationEntry> delegations;  ///< oldest first

    bool operator==(const Member&) const = default;
};

struct MemberAdmitted {
    static constexpr std::string_view name = "member.admitted";

    std::string member;
    std::string member_name;
    MemberStatus status = MemberStatus::member_state;
    std::optional<RegionalGroup> group;
    std::optional<Date> from;

    [[nodiscard]] const std::string& object() const { return member; }
    bool operator==(const MemberAdmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MemberAdmitted, (), (member, member_name, status, group, from))

struct MembershipEnded {
    static constexpr std::string_view name = "membership.ended";

    std::string member;
    Date until;

    [[nodiscard]] const std::string& object() const { return member; }
    bool operator==(const MembershipEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(MembershipEnded, (), (member, until))

/// The whole delegation as it is from then on.
struct DelegationAccredited {
    static constexpr std::string_view name = "delegation.accredited";

    std::string member;
    std::optional<ActorId> head;
    std::vector<ActorId> delegates;

    [[nodiscard]] const std::string& object() const { return member; }
    bool operator==(const DelegationAccredited&) const = default;
};
BOOST_DESCRIBE_STRUCT(DelegationAccredited, (), (member, head, delegates))

void apply(State& state, const MemberAdmitted& event, const Entered& when);
void apply(State& state, const MembershipEnded& event, const Entered& when);
void apply(State& state, const DelegationAccredited& event, const Entered& when);

/// Whether a member sits on a day.
[[nodiscard]] bool sits_on(const Member& member, const Date& day);

}  // namespace travaux::committee
