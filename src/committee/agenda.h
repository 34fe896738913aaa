// The agenda of a session and the organization of its work: what is proposed, what the committee
// adopted, and which meeting takes up which items.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"
#include "committee/meetings.h"

namespace travaux::committee {

struct State;

/// One item; its number is its place in the agenda, from 1.
struct AgendaItem {
    static constexpr std::string_view type_name = "item of an agenda";

    std::string title;
    std::vector<std::string> subitems;  ///< their titles; (a) is the first
    std::optional<std::string> annotation;
    std::vector<std::string> documents;  ///< their symbols, as they are written

    bool operator==(const AgendaItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (title, subitems, annotation, documents))

/// The halves of a working day: from 10 to 13 and from 15 to 18 o'clock, as conference services
/// provide meetings.
enum class MeetingPart : std::uint8_t { morning, afternoon };
BOOST_DESCRIBE_ENUM(MeetingPart, morning, afternoon)

/// A meeting that is to be held, with the items that it takes up.
struct PlannedMeeting {
    static constexpr std::string_view type_name = "planned meeting";

    Date day;
    MeetingPart part = MeetingPart::morning;
    std::vector<std::uint32_t> items;  ///< by their numbers
    std::optional<std::string> note;

    bool operator==(const PlannedMeeting&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedMeeting, (), (day, part, items, note))

/// The agenda of one session: provisional until the committee adopts it.
struct Agenda {
    std::vector<AgendaItem> items;
    std::optional<Basis> adopted;
    std::int64_t adopted_ms = 0;
    std::vector<PlannedMeeting> meetings;  ///< in the order of their times

    bool operator==(const Agenda&) const = default;
};

/// The whole agenda as it is proposed from then on.
struct AgendaProposed {
    static constexpr std::string_view name = "agenda.proposed";

    std::string session;
    std::vector<AgendaItem> items;

    [[nodiscard]] const std::string& object() const { return session; }
    bool operator==(const AgendaProposed&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaProposed, (), (session, items))

struct AgendaAdopted {
    static constexpr std::string_view name = "agenda.adopted";

    std::string session;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return session; }
    bool operator==(const AgendaAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaAdopted, (), (session, basis))

/// The whole organization of work as it is from then on.
struct WorkOrganized {
    static constexpr std::string_view name = "work.organized";

    std::string session;
    std::vector<PlannedMeeting> meetings;

    [[nodiscard]] const std::string& object() const { return session; }
    bool operator==(const WorkOrganized&) const = default;
};
BOOST_DESCRIBE_STRUCT(WorkOrganized, (), (session, meetings))

void apply(State& state, const AgendaProposed& event, const Entered& when);
void apply(State& state, const AgendaAdopted& event, const Entered& when);
void apply(State& state, const WorkOrganized& event, const Entered& when);

}  // namespace travaux::committee
