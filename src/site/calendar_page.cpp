// The sessions, with their meetings and the calls before them.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lang/dates.h"
#include "site/history.h"
#include "site/pages.h"

namespace travaux::site {
namespace {

std::string dates_of(const Visit& visit, const committee::SessionDates& dates) {
    const auto language = visit.in.language;
    std::string words = html(dates.words);
    if (dates.opens && dates.closes) {
        words = html(lang::date_in_words(dates.opens->local.date, language)) + " \xE2\x80\x93 " +
                html(lang::date_in_words(dates.closes->local.date, language));
    }
    return words + ", " +
           visit.say("dates_standing." + std::string(committee::name_of(dates.standing)));
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

std::string meetings(const Visit& visit, const std::string& session) {
    std::vector<std::string> items;
    for (const auto& [id, one] : visit.state().meetings) {
        if (one.session != session) continue;
        items.push_back("<span class=\"nb\">" +
                        visit.say("site.meeting_number", std::to_string(one.number)) + "</span> (" +
                        visit.day(one.opened_ms) + ", " + html(one.place) + ")");
    }
    return items.empty() ? std::string{}
                         : "<p class=\"small dim\">" + listed(items, visit.in.language) + "</p>\n";
}

// The dates that a session had before, with why they changed.
std::string changes(const Visit& visit, const committee::Session& session) {
    if (session.history.size() < 2) return {};
    std::string items;
    for (std::size_t at = session.history.size() - 1; at-- > 0;) {
        const committee::DatedEntry& one = session.history[at];
        const auto& reason = session.history[at + 1].reason;
        items += "<li><del>" + dates_of(visit, one.dates) + "</del>" +
                 (reason ? " " + html(*reason) : std::string{}) + "</li>\n";
    }
    return "<details><summary>" +
           visit.say("site.dates_before", std::to_string(session.history.size() - 1)) +
           "</summary><ul class=\"hist\">" + items + "</ul></details>\n";
}

std::string session_item(const Visit& visit, const std::string& id,
                         const committee::Session& session) {
    const committee::SessionDates& dates = session.dates();
    return "<li id=\"" + html(id) + "\"><h3>" + html(session.title) + "</h3><p class=\"nums\">" +
           dates_of(visit, dates) + (dates.place ? ", " + html(*dates.place) : std::string{}) +
           "</p>\n" + tasks(visit, session) + meetings(visit, id) + changes(visit, session) +
           "</li>\n";
}

std::string call_item(const Visit& visit, const std::string& id, const committee::Call& call) {
    std::vector<std::string> answered;
    for (const auto& [code, time_ms] : call.answered) answered.push_back(visit.name_of(code));
    const char* standing = call.closed_ms                       ? "call_standing.closed"
                           : visit.now_ms > call.deadline.at_ms ? "call_standing.past_deadline"
                                                                : "call_standing.open";
    return "<li id=\"" + html(id) + "\"><h3>" + html(call.subject) + "</h3><p class=\"nums\">" +
           visit.say("site.due", lang::time_in_words(call.deadline.local, visit.in.language)) +
           " (<bdi>" + html(call.deadline.zone) + "</bdi>), " + visit.say(standing) +
           "</p>\n<p class=\"small dim\">" +
           visit.say("site.answered", std::to_string(answered.size())) +
           (answered.empty() ? std::string{} : " " + listed(answered, visit.in.language)) +
           "</p></li>\n";
}

}  // namespace

Result<SitePage> calendar_page(const Visit& visit) {
    std::string sessions;
    for (const auto& [id, one] : visit.state().sessions) sessions += session_item(visit, id, one);
    std::string calls;
    for (const auto& [id, one] : visit.state().calls) calls.insert(0, call_item(visit, id, one));
    const std::string nothing =
        "<p class=\"none-yet\">" + visit.say("site.nothing_planned") + "</p>\n";
    std::string body =
        "<div class=\"wrap\">" + title_block({}, visit.say("site.calendar")) +
        section_head(visit.say("site.sessions")) +
        (sessions.empty() ? nothing : "<ol class=\"list\">\n" + sessions + "</ol>\n") +
        (calls.empty() ? std::string{}
                       : section_head(visit.say("site.calls")) + "<ol class=\"list\">\n" + calls +
                             "</ol>\n") +
        "</div></div>\n";
    return SitePage{
        visit.in.words("site.calendar"), std::move(body), Section::calendar, {}, 200, true};
}

}  // namespace travaux::site
