// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/days.h"
#include "lang/dates.h"
#include "site/forms.h"
#include "site/session_parts.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::Agenda;
using committee::AgendaItem;
using committee::MeetingPart;
using committee::PlannedMeeting;

constexpr std::size_t items_more = 3;   // lines for further items
constexpr std::int64_t days_most = 31;  // of a session whose work is organized on a page

const std::string& session_of(const Visit& visit) { return visit.asked.places.at("session"); }

std::string joined(const std::vector<std::string>& all, std::string_view between) {
    std::string out;
    for (const std::string& one : all) out.append(out.empty() ? "" : between).append(one);
    return out;
}

std::string item_fields(const Visit& visit, std::size_t number, const AgendaItem& item) {
    const std::string at = std::to_string(number);
    return "<fieldset><legend>" + visit.say("paperwork.item", at) + "</legend>" +
           line("title-" + at, "title", visit.say("site.document_title"), item.title, false) +
           area("subitems-" + at, "subitems", visit.say("site.subitems"),
                joined(item.subitems, "\n")) +
           area("annotation-" + at, "annotation", visit.say("site.annotation"),
                item.annotation.value_or("")) +
           line("documents-" + at, "documents", visit.say("site.item_documents"),
                joined(item.documents, ", "), false) +
           "</fieldset>\n";
}

std::string propose_form(const Visit& visit, const std::string& session, const Agenda& agenda) {
    if (agenda.adopted || !may(visit, "agenda.propose", session)) return {};
    std::string fields = "<p>" + visit.say("site.agenda_hint") + "</p>\n";
    for (std::size_t at = 0; at < agenda.items.size() + items_more; ++at) {
        fields +=
            item_fields(visit, at + 1, at < agenda.items.size() ? agenda.items[at] : AgendaItem{});
    }
    const std::string words = visit.say("site.agenda_propose");
    return folded(words, form_to(visit, "/sessions/" + session + "/agenda", {}, fields, words));
}

std::string adopt_form(const Visit& visit, const std::string& session, const Agenda& agenda) {
    const bool is_proposed = !agenda.items.empty() && !agenda.adopted;
    if (!is_proposed || !may(visit, "agenda.adopt", session)) return {};
    const std::string words = visit.say("site.agenda_adopt");
    return folded(words,
                  act_form(visit, "agenda.adopt", {{"session", session}},
                           chooser("adopt-meeting", "meeting", visit.say("site.meeting"),
                                   meeting_options(visit)) +
                               line("adopt-authority", "authority", visit.say("site.authority")),
                           words));
}

std::string items_in_figures(const std::vector<std::uint32_t>& items) {
    std::vector<std::string> figures;
    for (const std::uint32_t item : items) figures.push_back(std::to_string(item));
    return joined(figures, ", ");
}

std::string half_day(const Visit& visit, const Agenda& agenda, const Date& day, MeetingPart part) {
    PlannedMeeting held;
    for (const PlannedMeeting& one : agenda.meetings) {
        if (one.day == day && one.part == part) held = one;
    }
    const std::string name = std::string(committee::name_of(part)) + "-" + day.text();
    return "<td>" +
           line(name, name, visit.say("site.work_items"), items_in_figures(held.items), false) +
           line("note-" + name, "note-" + name, visit.say("site.note"), held.note.value_or(""),
                false) +
           "</td>";
}

// From Monday to Friday.
bool is_weekday(const Date& day) { return weekday_of(day) < Weekday::saturday; }

std::string work_form(const Visit& visit, const std::string& session, const Agenda& agenda) {
    const committee::SessionDates& dates = visit.state().sessions.at(session).dates();
    const bool has_days = dates.opens && dates.closes;
    if (agenda.items.empty() || !has_days || !may(visit, "work.organize", session)) return {};
    const Date last =
        std::min(dates.closes->local.date, plus_days(dates.opens->local.date, days_most));
    std::string rows;
    for (Date day = dates.opens->local.date; day <= last; day = plus_days(day, 1)) {
        if (!is_weekday(day)) continue;
        rows += "<tr><th scope=\"row\">" + html(lang::weekday_in_words(day, visit.in.language)) +
                "</th>" + half_day(visit, agenda, day, MeetingPart::morning) +
                half_day(visit, agenda, day, MeetingPart::afternoon) + "</tr>\n";
    }
    const std::string words = visit.say("site.work_organize");
    const std::string fields = "<p>" + visit.say("site.work_hint") + "</p>\n" +
                               table(words,
                                     {visit.say("paperwork.day"), visit.say("paperwork.morning"),
                                      visit.say("paperwork.afternoon")},
                                     rows);
    return folded(words, form_to(visit, "/sessions/" + session + "/work", {}, fields, words));
}

// The items of a form: four fields for each, in their order. One without a title is none.
json::array items_of(const http::Request& form) {
    json::array items;
    json::object item;
    for (const auto& [name, value] : form.query) {
        const std::string_view words = trimmed(value);
        if (name == "title") item = {{"title", words}};
        if (name == "subitems") item["subitems"] = lines_of(words);
        if (name == "annotation" && !words.empty()) item["annotation"] = words;
        if (name != "documents") continue;
        item["documents"] = listed_in(std::string(words));
        if (item.contains("title") && !item["title"].as_string().empty()) items.push_back(item);
        item = {};
    }
    return items;
}

// The meetings of a form: of each half day its items and its note, where one of them is there.
Result<json::array> meetings_of(const http::Request& form) {
    json::array meetings;
    for (const MeetingPart part : committee::all_of<MeetingPart>()) {
        const std::string prefix = std::string(committee::name_of(part)) + "-";
        for (const auto& [name, value] : form.query) {
            if (!name.starts_with(prefix)) continue;
            const std::string note(trimmed(form.parameter("note-" + name)));
            const auto items = numbers_in(value);
            if (!items) return http::refuse_request("request.parameter_value", {name, value});
            if (items->empty() && note.empty()) continue;
            json::object meeting{{"day", name.substr(prefix.size())},
                                 {"part", committee::name_of(part)},
                                 {"items", *items}};
            if (!note.empty()) meeting["note"] = note;
            meetings.push_back(std::move(meeting));
        }
    }
    return meetings;
}

}  // namespace

std::string agenda_forms(const Visit& visit, const std::string& session) {
    const Agenda* found = committee::find(visit.state().agendas, session);
    const Agenda agenda = found == nullptr ? Agenda{} : *found;
    return adopt_form(visit, session, agenda) + propose_form(visit, session, agenda) +
           work_form(visit, session, agenda);
}

Result<http::Response> propose_agenda(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    return do_act_of(visit, "agenda.propose",
                     {{"session", session_of(visit)}, {"items", items_of(form)}}, form);
}

Result<http::Response> organize_work(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(const json::array meetings, meetings_of(form));
    return do_act_of(visit, "work.organize",
                     {{"session", session_of(visit)}, {"meetings", meetings}}, form);
}

}  // namespace travaux::site
