// SPDX-License-Identifier: MIT
#include "site/session_parts.h"

#include <algorithm>
#include <set>

#include "lang/dates.h"

namespace travaux::site {

std::string dates_of(const Visit& visit, const committee::SessionDates& dates) {
    const auto language = visit.in.language;
    std::string words = html(dates.words);
    if (dates.opens && dates.closes) {
        words = html(lang::date_in_words(dates.opens->local.date, language)) + " \xE2\x80\x93 " +
                html(lang::date_in_words(dates.closes->local.date, language));
    }
    std::vector<std::string> said = {
        words, visit.say("dates_standing." + std::string(committee::name_of(dates.standing)))};
    if (dates.place) said.push_back("<bdi>" + html(visit.said_of(*dates.place)) + "</bdi>");
    return listed(said, language);
}

const committee::Session* next_session(const committee::State& state, std::int64_t now_ms) {
    std::set<std::string> held;
    for (const auto& [id, meeting] : state.meetings) held.insert(meeting.session);
    const committee::Session* next = nullptr;
    for (const auto& [id, session] : state.sessions) {
        const auto& closes = session.dates().closes;
        const bool is_over = closes && closes->at_ms < now_ms;
        if (held.contains(id)) next = is_over ? nullptr : &session;
        if (!held.contains(id) && next == nullptr) next = &session;
    }
    return next;
}

std::string tasks(const Visit& visit, const committee::Session& session) {
    std::string items;
    for (std::uint32_t at = 0; at < session.tasks.size(); ++at) {
        const bool is_done =
            std::ranges::find(session.tasks_done, at + 1) != session.tasks_done.end();
        items += "<li>" +
                 std::string(is_done ? "<span class=\"seal\">\xE2\x9C\x93 " +
                                           visit.say("site.done") + "</span> "
                                     : "") +
                 html(session.tasks[at]) + "</li>\n";
    }
    return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

}  // namespace travaux::site
