// Meetings and officers, as lists.
// SPDX-License-Identifier: MIT
#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct ShownMeeting {
    std::string id;
    std::optional<std::string> session;
    std::uint32_t number = 0;
    Formality formality = Formality::formal;
    ActorId chair;
    std::string place;
    MeetingStanding standing = MeetingStanding::open;
};
BOOST_DESCRIBE_STRUCT(ShownMeeting, (), (id, session, number, formality, chair, place, standing))

Result<std::vector<ShownMeeting>> show_meetings(const State& state, const NoFields& /*fields*/,
                                                const Context& /*context*/) {
    std::vector<ShownMeeting> shown;
    for (const auto& [id, meeting] : state.meetings) {
        shown.push_back({id, unless_empty(meeting.session), meeting.number, meeting.formality,
                         meeting.chair, meeting.place, meeting.standing});
    }
    return shown;
}

struct ShownOfficer {
    std::string id;
    ActorId person;
    std::string member;
    Office office = Office::chair;
    std::string meeting;
    std::string authority;
    YesNo serves = YesNo::yes;
};
BOOST_DESCRIBE_STRUCT(ShownOfficer, (), (id, person, member, office, meeting, authority, serves))

Result<std::vector<ShownOfficer>> show_officers(const State& state, const NoFields& /*fields*/,
                                                const Context& /*context*/) {
    std::vector<ShownOfficer> shown;
    for (const auto& [id, officer] : state.officers) {
        shown.push_back({id, officer.person, officer.member, officer.office, officer.basis.meeting,
                         officer.basis.authority, officer.until_ms ? YesNo::no : YesNo::yes});
    }
    return shown;
}

}  // namespace

View meetings_view() {
    return declare_view(of_everybody("meetings", "The meetings."), show_meetings);
}

View officers_view() {
    return declare_view(of_everybody("officers", "The officers, with what chose them."),
                        show_officers);
}

}  // namespace travaux::committee
