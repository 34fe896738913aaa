// The forms of a session's life: it is planned, gets other dates, has calls before it, and its
// tasks are done.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_sink.h"
#include "site/duty_station.h"
#include "site/forms.h"
#include "site/session_parts.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::Session;
using committee::SessionKind;

std::string day_field(const Visit& visit, const std::string& name, std::string_view words,
                      const std::optional<committee::Moment>& moment, bool is_required = false) {
    return "<div><label for=\"" + name + "\">" + visit.say(words) + "</label><input id=\"" + name +
           "\" name=\"" + name + "\" type=\"date\" value=\"" +
           (moment ? moment->local.date.text() : std::string()) + "\"" +
           (is_required ? " required" : "") + "></div>\n";
}

std::string date_fields(const Visit& visit, const committee::SessionDates& dates) {
    return line("words", "words", visit.say("site.plan_said"), dates.words) +
           chooser("standing", "standing", visit.say("site.standing"),
                   options_of(visit, "dates_standing.", dates.standing)) +
           day_field(visit, "opens", "site.first_day", dates.opens) +
           day_field(visit, "closes", "site.last_day", dates.closes) +
           station_chooser(visit, "station", dates);
}

// The dates that a form gives in the place of others, as fields of an act.
Result<json::object> dates_in(const http::Request& form, const committee::SessionDates& others) {
    TRY_ASSIGN(const Seat seat, seat_in(form, others));
    json::object fields{{"words", form.parameter("words")},
                        {"standing", form.parameter("standing")},
                        {"place", seat.place}};
    for (const auto& [field, hour] :
         {std::pair{"opens", opening_hour}, std::pair{"closes", closing_hour}}) {
        TRY_ASSIGN(const auto day, day_in(form, field));
        if (day) fields[field] = moment_at(*day, hour, seat.zone);
    }
    return fields;
}

// The dates of the session that a request names, none where it names no session.
committee::SessionDates dates_asked(const Visit& visit) {
    const auto& sessions = visit.state().sessions;
    const auto found = sessions.find(visit.asked.places.at("session"));
    return found == sessions.end() ? committee::SessionDates{} : found->second.dates();
}

std::string dates_form(const Visit& visit, const std::string& id, const Session& session) {
    if (!may(visit, "session.fix_dates", id)) return {};
    const std::string words = visit.say("do_act.session.fix_dates");
    return folded(words, form_to(visit, "/sessions/" + id + "/dates", {},
                                 date_fields(visit, session.dates()) +
                                     line("dates-reason", "reason", visit.say("site.reason")),
                                 words));
}

std::string call_form(const Visit& visit, const std::string& id, const Session& session) {
    if (!may(visit, "call.open", id)) return {};
    const std::string words = visit.say("do_act.call.open");
    return folded(words, form_to(visit, "/sessions/" + id + "/calls", {},
                                 line("subject", "subject", visit.say("site.call_subject")) +
                                     day_field(visit, "deadline", "site.call_deadline", {}, true) +
                                     station_chooser(visit, "call-station", session.dates()) +
                                     line("reminders", "reminders",
                                          visit.say("site.call_reminders"), "7, 1", false),
                                 words));
}

std::string close_call_forms(const Visit& visit, const std::string& session) {
    std::string out;
    for (const auto& [id, call] : visit.state().calls) {
        if (call.session != session || call.closed_ms || !may(visit, "call.close", id)) continue;
        out += "<div class=\"row\"><p>" + formats::isolated(visit.said_of(call.subject)) + "</p>" +
               act_form(visit, "call.close", {{"call", id}}, {},
                        visit.say("do_act.call.close") + "<span class=\"vh\"> " + id + "</span>") +
               "</div>\n";
    }
    return out;
}

std::string task_form(const Visit& visit, const std::string& id, const Session& session) {
    if (session.tasks_done.size() == session.tasks.size() || !may(visit, "task.complete", id)) {
        return {};
    }
    std::string options;
    for (std::uint32_t at = 1; at <= session.tasks.size(); ++at) {
        if (std::ranges::find(session.tasks_done, at) != session.tasks_done.end()) continue;
        options += option(std::to_string(at), html(visit.said_of(session.tasks[at - 1])));
    }
    const std::string words = visit.say("do_act.task.complete");
    return folded(words,
                  act_form(visit, "task.complete", {{"session", id}},
                           chooser("task", "task", visit.say("site.task"), options) +
                               chooser("task-meeting", "meeting", visit.say("site.meeting"),
                                       meeting_options(visit)) +
                               line("task-authority", "authority", visit.say("site.authority")),
                           words));
}

// Those who may preside: officers and facilitators.
std::string chair_options(const Visit& visit) {
    std::string options;
    for (const auto& [id, one] : visit.state().officers) {
        if (one.until_ms) continue;
        options += option(hex(one.person.bytes),
                          visit.say("paperwork.office." + std::string(name_of(one.office))) + ", " +
                              visit.name_of(one.member));
    }
    for (const auto& [id, one] : visit.state().facilitators) {
        if (one.until_ms) continue;
        options += option(hex(one.person.bytes),
                          html(visit.said_of(one.title)) + ", " + visit.name_of(one.member));
    }
    return options;
}

// The session that is held or comes next stands first.
std::string session_options(const Visit& visit) {
    const Session* next = next_session(visit.state(), visit.now_ms);
    std::string options = option("", visit.say("site.out_of_session"));
    for (const auto& [id, one] : visit.state().sessions) {
        options += option(id, html(visit.said_of(one.title)), &one == next);
    }
    return options;
}

}  // namespace

std::string open_meeting_form(const Visit& visit) {
    if (!may(visit, "meeting.open", {})) return {};
    const std::string words = visit.say("do_act.meeting.open");
    return folded(
        words,
        act_form(visit, "meeting.open", {},
                 chooser("held-in", "session", visit.say("site.session"), session_options(visit)) +
                     chooser("formality", "formality", visit.say("site.kind"),
                             options_of(visit, "formality.", committee::Formality::formal)) +
                     chooser("chair", "chair", visit.say("site.presides"), chair_options(visit)) +
                     line("room", "place", visit.say("site.place")),
                 words));
}

std::string plan_session_form(const Visit& visit) {
    if (!may(visit, "session.plan", {})) return {};
    const std::string words = visit.say("do_act.session.plan");
    const std::string fields =
        line("title", "title", visit.say("site.document_title")) +
        chooser("kind", "kind", visit.say("site.kind"),
                options_of(visit, "session_kind.", SessionKind::negotiating)) +
        area("tasks", "tasks", visit.say("site.tasks"), {}) + date_fields(visit, {});
    return folded(words, form_to(visit, "/sessions", {}, fields, words));
}

std::string session_forms(const Visit& visit, const std::string& id, const Session& session) {
    return dates_form(visit, id, session) + call_form(visit, id, session) +
           close_call_forms(visit, id) + task_form(visit, id, session);
}

Result<http::Response> plan_session(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(json::object fields, dates_in(form, {}));
    fields["title"] = form.parameter("title");
    fields["kind"] = form.parameter("kind");
    fields["tasks"] = lines_of(form.parameter("tasks"));
    return do_act_of(visit, "session.plan", std::move(fields), form);
}

Result<http::Response> fix_session_dates(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(json::object fields, dates_in(form, dates_asked(visit)));
    fields["session"] = visit.asked.places.at("session");
    fields["reason"] = form.parameter("reason");
    return do_act_of(visit, "session.fix_dates", std::move(fields), form);
}

Result<http::Response> open_call(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(const Seat seat, seat_in(form, dates_asked(visit)));
    TRY_ASSIGN(const auto deadline, day_in(form, "deadline"));
    const auto reminders = numbers_in(std::string(form.parameter("reminders")));
    if (!deadline || !reminders) {
        const std::string field = deadline ? "reminders" : "deadline";
        return http::refuse_request("request.parameter_value",
                                    {field, std::string(form.parameter(field))});
    }
    return do_act_of(visit, "call.open",
                     {{"session", visit.asked.places.at("session")},
                      {"subject", form.parameter("subject")},
                      {"deadline", moment_at(*deadline, closing_hour, seat.zone)},
                      {"reminders", *reminders}},
                     form);
}

}  // namespace travaux::site
