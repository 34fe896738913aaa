// Meetings in simple form, officers, and on whose word things are decided.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// What stands for a meeting where something was decided outside of any.
inline constexpr std::string_view out_of_session = "out_of_session";

/// Where something was decided and by whom.
struct Basis {
    static constexpr std::string_view type_name = "basis";

    std::string meeting;    ///< its id, or `out_of_session`
    std::string authority;  ///< "the Committee, by consensus"

    bool operator==(const Basis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Basis, (), (meeting, authority))

enum class Formality : std::uint8_t { formal, informal };
BOOST_DESCRIBE_ENUM(Formality, formal, informal)

enum class MeetingStanding : std::uint8_t { open, suspended, closed };
BOOST_DESCRIBE_ENUM(MeetingStanding, open, suspended, closed)

struct Meeting {
    std::string session;  ///< empty between sessions
    std::uint32_t number = 0;
    Formality formality = Formality::formal;
    ActorId chair;
    std::string place;
    MeetingStanding standing = MeetingStanding::open;
    std::int64_t opened_ms = 0;
    std::optional<std::int64_t> closed_ms;

    bool operator==(const Meeting&) const = default;
};

struct MeetingOpened {
    static constexpr std::string_view name = "meeting.opened";

    std::string id;
    std::optional<std::string> session;
    std::uint32_t number = 0;
    Formality formality = Formality::formal;
    ActorId chair;
    std::string place;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const MeetingOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingOpened, (), (id, session, number, formality, chair, place))

struct MeetingSuspended {
    static constexpr std::string_view name = "meeting.suspended";

    std::string meeting;

    [[nodiscard]] const std::string& object() const { return meeting; }
    bool operator==(const MeetingSuspended&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingSuspended, (), (meeting))

struct MeetingResumed {
    static constexpr std::string_view name = "meeting.resumed";

    std::string meeting;

    [[nodiscard]] const std::string& object() const { return meeting; }
    bool operator==(const MeetingResumed&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingResumed, (), (meeting))

struct MeetingClosed {
    static constexpr std::string_view name = "meeting.closed";

    std::string meeting;

    [[nodiscard]] const std::string& object() const { return meeting; }
    bool operator==(const MeetingClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingClosed, (), (meeting))

enum class Office : std::uint8_t { chair, vice_chair, rapporteur };
BOOST_DESCRIBE_ENUM(Office, chair, vice_chair, rapporteur)

struct Officer {
    ActorId person;
    std::string member;
    Office office = Office::chair;
    Basis basis;
    std::int64_t since_ms = 0;
    std::optional<std::int64_t> until_ms;

    bool operator==(const Officer&) const = default;
};

struct OfficerEntered {
    static constexpr std::string_view name = "officer.entered";

    std::string id;
    ActorId person;
    std::string member;
    Office office = Office::chair;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const OfficerEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfficerEntered, (), (id, person, member, office, basis))

struct OfficerLeft {
    static constexpr std::string_view name = "officer.left";

    std::string officer;
    std::string reason;

    [[nodiscard]] const std::string& object() const { return officer; }
    bool operator==(const OfficerLeft&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfficerLeft, (), (officer, reason))

void apply(State& state, const MeetingOpened& event, const Entered& when);
void apply(State& state, const MeetingSuspended& event, const Entered& when);
void apply(State& state, const MeetingResumed& event, const Entered& when);
void apply(State& state, const MeetingClosed& event, const Entered& when);
void apply(State& state, const OfficerEntered& event, const Entered& when);
void apply(State& state, const OfficerLeft& event, const Entered& when);

}  // namespace travaux::committee
