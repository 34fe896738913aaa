// The sessions on their time line, with their meetings and the calls before them, and the plan as
// it stood on any day.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "host/committee_plan.h"
#include "lang/dates.h"
#include "site/bars.h"
#include "site/history.h"
#include "site/pages.h"
#include "site/session_parts.h"
#include "site/time_line.h"

namespace travaux::site {
namespace {

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
    return "<li id=\"" + html(id) + "\"><h3>" +
           link(visit.to("/sessions/" + html(id)), html(visit.said_of(session.title))) +
           "</h3><p class=\"nums\">" + dates_of(visit, dates) + "</p>\n" + tasks(visit, session) +
           meetings(visit, id) + changes(visit, session) + "</li>\n";
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
           "</p>\n" + answers_by_group(visit, call) + "</li>\n";
}

std::vector<OnTimeLine> on_time_line(const Visit& visit) {
    using Shape = OnTimeLine::Shape;
    const host::CommitteePlan windows = host::plan_of(visit.state(), {});
    std::vector<OnTimeLine> all;
    for (const auto& [id, session] : visit.state().sessions) {
        const committee::SessionDates* shown = &session.dates();
        const bool is_off = shown->standing == committee::DatesStanding::postponed;
        for (const committee::DatedEntry& one : session.history) {
            if (is_off && one.dates.opens && one.dates.closes) shown = &one.dates;
        }
        if (!shown->opens || !shown->closes) {
            const auto& wanted = windows.plan.sessions;
            const auto found = std::ranges::find(wanted, id, &planning::WantedSession::id);
            if (is_off || found == wanted.end()) continue;
            all.push_back({visit.said_of(session.title), found->window.first, found->window.last,
                           Shape::window, id});
            continue;
        }
        const bool is_sure = session.dates().standing != committee::DatesStanding::tentative;
        all.push_back({visit.said_of(session.title), shown->opens->local.date,
                       shown->closes->local.date,
                       is_off    ? Shape::called_off
                       : is_sure ? Shape::confirmed
                                 : Shape::tentative,
                       is_off || windows.held.contains(id) ? std::string{} : id});
    }
    for (const auto& [id, call] : visit.state().calls) {
        const Date day = call.deadline.local.date;
        all.push_back({call.subject, day, day, Shape::awaited});
    }
    for (const auto& [id, text] : visit.state().texts) {
        const Date day = date_of(text.published_ms);
        all.push_back({text.symbol.empty() ? id : text.symbol, day, day, Shape::published});
    }
    return all;
}

// The line, with the ways to draw it larger and smaller.
std::string picture(const Visit& visit, std::size_t step) {
    const std::string line = time_line(visit, on_time_line(visit), step);
    if (line.empty()) return {};
    std::string ways;
    const auto way = [&](std::size_t to, std::string_view words) {
        ways += link(visit.to("/calendar?size=" + std::to_string(to)), visit.say(words)) + " ";
    };
    if (step > 0) way(step - 1, "site.smaller");
    if (step + 1 < time_line_steps) way(step + 1, "site.larger");
    ways += link(visit.to("/calendar/line.svg?size=" + std::to_string(step)),
                 visit.say("site.time_line_file")) +
            " " +
            link(visit.to("/calendar/line.pdf?size=" + std::to_string(step)),
                 visit.say("site.time_line_pdf"));
    return section_head(visit.say("site.time_line")) + line + "<p class=\"row small\">" + ways +
           "</p>\n";
}

// The dates of a session as they stood once an instant was past; nothing where it was not planned.
const committee::SessionDates* dates_at(const committee::Session& session, std::int64_t time_ms) {
    const committee::SessionDates* held = nullptr;
    for (const committee::DatedEntry& one : session.history) {
        if (one.since_ms <= time_ms) held = &one.dates;
    }
    return held;
}

std::string compared(const Visit& visit, const Date& on) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    const std::int64_t until_ms = (on.days() + 1) * day_ms - 1;
    std::string rows;
    for (const auto& [id, session] : visit.state().sessions) {
        const committee::SessionDates* const then = dates_at(session, until_ms);
        const bool is_same = then != nullptr && *then == session.dates();
        rows += "<tr><th scope=\"row\">" +
                link("#" + html(id), html(visit.said_of(session.title))) + "</th><td>" +
                (then == nullptr ? visit.say("site.plan_none") : dates_of(visit, *then)) +
                "</td><td>" +
                (is_same ? visit.say("site.plan_same") : dates_of(visit, session.dates())) +
                "</td></tr>\n";
    }
    return table(visit.say("site.plan_of"),
                 {visit.say("site.session"),
                  visit.say("site.plan_then", lang::date_in_words(on, visit.in.language)),
                  visit.say("site.plan_now")},
                 rows);
}

std::string plan_of_a_day(const Visit& visit, const std::optional<Date>& on) {
    return "<form class=\"row\" method=\"get\" action=\"" + visit.to("/calendar") +
           "#plan\"><input type=\"hidden\" name=\"language\" value=\"" +
           std::string(code_of(visit.in.language)) + "\"><label for=\"on\">" +
           visit.say("site.plan_of") +
           "</label> <input id=\"on\" name=\"on\" type=\"date\" required" +
           (on ? " value=\"" + on->text() + "\"" : std::string{}) + "> <button>" +
           visit.say("site.plan_show") + "</button></form>\n" +
           (on ? compared(visit, *on) : std::string{});
}

std::string subscription(const Visit& visit) {
    return "<p>" +
           link("/api/v1/committees/" + html(visit.committee.name()) +
                    "/calendar.ics?language=" + std::string(code_of(visit.in.language)),
                visit.say("site.subscribe")) +
           "</p>\n<p>" + link(visit.to("/plan"), visit.say("site.plan")) + "</p>\n";
}

// What of the calendar is asked for.
struct AskedCalendar {
    std::size_t size = 0;    ///< of the time line
    std::optional<Date> on;  ///< the day whose plan is compared with today's
};

Result<AskedCalendar> asked_calendar(const http::Request& request) {
    AskedCalendar asked;
    for (const auto& [name, value] : request.query) {
        const bool is_size = value.size() == 1 && value[0] >= '0' &&
                             value[0] < static_cast<char>('0' + time_line_steps);
        if (name == "size" && is_size) {
            asked.size = static_cast<std::size_t>(value[0] - '0');
        } else if (name == "on" && Date::parse(value)) {
            asked.on = Date::parse(value);
        } else if (name == "size" || name == "on") {
            return http::refuse_request("request.parameter_value", {name, value});
        }
    }
    return asked;
}

// A file to keep; refused where there is nothing in it.
Result<http::Response> saved(const Visit& visit, std::string_view media_type,
                             std::string_view ending, http::Bytes file) {
    if (file->empty()) {
        return http::refuse_request("request.path_unknown", {}, ErrorCode::not_found);
    }
    http::Response response;
    response.media_type = media_type;
    response.body = std::move(file);
    response.with("Content-Disposition", "attachment; filename=\"" + visit.committee.name() +
                                             "-calendar" + std::string(ending) + "\"");
    response.with("Cache-Control", "no-cache");
    return response;
}

}  // namespace

Result<SitePage> calendar_page(const Visit& visit) {
    TRY_ASSIGN(const AskedCalendar asked, asked_calendar(visit.asked.request));
    std::string sessions;
    for (const auto& [id, one] : visit.state().sessions) sessions += session_item(visit, id, one);
    std::string calls;
    for (const auto& [id, one] : visit.state().calls) calls.insert(0, call_item(visit, id, one));
    const std::string nothing =
        "<p class=\"none-yet\">" + visit.say("site.nothing_planned") + "</p>\n";
    std::string body =
        "<div class=\"wrap\">" + title_block({}, visit.say("site.calendar"), subscription(visit)) +
        picture(visit, asked.size) + section_head(visit.say("site.sessions")) +
        (sessions.empty() ? nothing : "<ol class=\"list\">\n" + sessions + "</ol>\n") +
        (calls.empty() ? std::string{}
                       : section_head(visit.say("site.calls"), "calls") + "<ol class=\"list\">\n" +
                             calls + "</ol>\n") +
        (sessions.empty() ? std::string{}
                          : section_head(visit.say("site.plan_earlier"), "plan") +
                                plan_of_a_day(visit, asked.on)) +
        "</div>\n";
    std::string query = asked.size > 0 ? "size=" + std::to_string(asked.size) : std::string{};
    if (asked.on) query += (query.empty() ? "on=" : "&on=") + asked.on->text();
    return SitePage{
        visit.in.words("site.calendar"), std::move(body), Section::calendar, query, 200, true};
}

Result<http::Response> calendar_line(const Visit& visit) {
    TRY_ASSIGN(const AskedCalendar asked, asked_calendar(visit.asked.request));
    return saved(visit, "image/svg+xml", ".svg",
                 http::share(time_line_file(visit, on_time_line(visit), asked.size)));
}

Result<http::Response> calendar_line_pdf(const Visit& visit) {
    TRY_ASSIGN(const AskedCalendar asked, asked_calendar(visit.asked.request));
    const std::string document = time_line_document(visit, on_time_line(visit), asked.size);
    auto* const conversions = visit.site.service().conversions;
    if (conversions == nullptr) return http::refuse_request("pdf.no_libreoffice");
    http::Bytes file = http::share(document);
    if (!file->empty()) {
        TRY_ASSIGN(file, conversions->pdf_of(document));
    }
    return saved(visit, "application/pdf", ".pdf", std::move(file));
}

}  // namespace travaux::site
