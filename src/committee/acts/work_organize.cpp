// work.organize: which meeting of a session is to take up which items of its agenda.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string session;
    std::vector<PlannedMeeting> meetings;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (session, meetings))

std::pair<Date, MeetingPart> time_of(const PlannedMeeting& meeting) {
    return {meeting.day, meeting.part};
}

// Where the dates of the session are known, its meetings stand in them.
Result<void> check_days(const SessionDates& dates, const std::vector<PlannedMeeting>& meetings) {
    for (const PlannedMeeting& one : meetings) {
        const bool is_before = dates.opens && one.day < dates.opens->local.date;
        const bool is_after = dates.closes && dates.closes->local.date < one.day;
        if (is_before || is_after) return refuse("work.day_outside", {one.day.text()});
    }
    const auto twice = std::ranges::adjacent_find(meetings, {}, time_of);
    if (twice != meetings.end()) return refuse("work.meeting_twice", {twice->day.text()});
    return {};
}

Result<Events> decide_organize(const State& state, const Fields& act, const Context& /*context*/) {
    const Session* session = find(state.sessions, act.session);
    if (session == nullptr) return refuse("session.unknown", {act.session}, ErrorCode::not_found);
    const Agenda* agenda = find(state.agendas, act.session);
    const std::size_t items = agenda == nullptr ? 0 : agenda->items.size();
    for (const PlannedMeeting& one : act.meetings) {
        for (const std::uint32_t item : one.items) {
            if (item == 0 || item > items) {
                return refuse("agenda.item_unknown", {act.session, std::to_string(item)},
                              ErrorCode::not_found);
            }
        }
    }
    auto meetings = act.meetings;
    std::ranges::sort(meetings, {}, time_of);
    TRY_OK(check_days(session->dates(), meetings));
    return Events{WorkOrganized{act.session, std::move(meetings)}};
}

}  // namespace

Act work_organize() {
    return declare<Fields>(
        {
            .name = "work.organize",
            .sentence = "Says which meeting of a session is to take up which items, as a whole.",
            .who = {{Capacity::secretariat}},
            .on = "session",
            .reads = {"session"},
            .fields = {{"session", "The id of the session."},
                       {"meetings",
                        "The meetings: each with its day, whether it is in the morning "
                        "or the afternoon, the numbers of its items and a note."}},
        },
        decide_organize);
}

}  // namespace travaux::committee
