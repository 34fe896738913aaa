// One session: what it is to achieve, its agenda, the organization of its work, and its documents.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_sink.h"
#include "lang/dates.h"
#include "lang/messages.h"
#include "site/document_parts.h"
#include "site/forms.h"
#include "site/pages.h"
#include "site/session_parts.h"

namespace travaux::site {
namespace {

using committee::Agenda;
using committee::AgendaItem;
using committee::MeetingPart;

// A symbol that the registry or a published text has leads there.
std::string symbol_of_item(const Visit& visit, const std::string& symbol) {
    for (const auto& [id, document] : visit.state().documents) {
        if (document.symbol.text() == symbol) return symbol_link(visit, symbol, id);
    }
    for (const auto& [id, text] : visit.state().texts) {
        if (text.symbol == symbol) return symbol_link(visit, symbol, id);
    }
    return "<bdi>" + html(symbol) + "</bdi>";
}

std::string item_of(const Visit& visit, const AgendaItem& item) {
    std::vector<std::string> documents;
    for (const std::string& symbol : item.documents) {
        documents.push_back(symbol_of_item(visit, symbol));
    }
    std::string out = "<li>" + formats::isolated(visit.said_of(item.title));
    std::string parts;
    std::size_t number = 0;
    for (const std::string& title : item.subitems) {
        parts += "<li>" + lang::label(visit.in.language, "paperwork.subitem_labels", ++number) +
                 " " + formats::isolated(visit.said_of(title)) + "</li>\n";
    }
    if (!parts.empty()) out += "\n<ol>\n" + parts + "</ol>\n";
    if (item.annotation) {
        out +=
            "<p class=\"small dim\">" + formats::isolated(visit.said_of(*item.annotation)) + "</p>";
    }
    if (!documents.empty()) {
        out += "<p class=\"small\">" + listed(documents, visit.in.language) + "</p>";
    }
    return out + "</li>\n";
}

std::string agenda_section(const Visit& visit, const Agenda& agenda) {
    std::string items;
    for (const AgendaItem& one : agenda.items) items += item_of(visit, one);
    const std::string standing =
        agenda.adopted
            ? visit.say("site.agenda_adopted",
                        lang::date_in_words(date_of(agenda.adopted_ms), visit.in.language),
                        visit.said_of(agenda.adopted->authority))
            : visit.say("site.agenda_provisional");
    return section_head(visit.say("paperwork.agenda"), "agenda") +
           (items.empty() ? "<p class=\"none-yet\">" + visit.say("paperwork.no_agenda") + "</p>\n"
                          : "<p>" + standing + "</p>\n<ol class=\"agenda\">\n" + items + "</ol>\n");
}

std::string half_day(const Visit& visit, const Agenda& agenda, const Date& day, MeetingPart part) {
    std::string out;
    for (const committee::PlannedMeeting& one : agenda.meetings) {
        if (one.day != day || one.part != part) continue;
        for (const std::uint32_t item : one.items) {
            out += std::to_string(item) + ". " +
                   formats::isolated(visit.said_of(agenda.items[item - 1].title)) + "<br>";
        }
        if (one.note)
            out += "<span class=\"dim\">" + formats::isolated(visit.said_of(*one.note)) + "</span>";
    }
    return "<td>" + out + "</td>";
}

std::string work_section(const Visit& visit, const Agenda& agenda) {
    if (agenda.meetings.empty()) return {};
    std::string rows;
    std::optional<Date> before;
    for (const committee::PlannedMeeting& one : agenda.meetings) {
        if (before == one.day) continue;
        before = one.day;
        rows += "<tr><th scope=\"row\">" +
                html(lang::weekday_in_words(one.day, visit.in.language)) + "</th>" +
                half_day(visit, agenda, one.day, MeetingPart::morning) +
                half_day(visit, agenda, one.day, MeetingPart::afternoon) + "</tr>\n";
    }
    const std::string words = visit.say("usual.organization_of_work");
    return section_head(words, "work") +
           table(words,
                 {visit.say("paperwork.day"), visit.say("paperwork.morning"),
                  visit.say("paperwork.afternoon")},
                 rows);
}

// What the registry has for the session, and what is written from the record.
std::string documents_section(const Visit& visit, const std::string& session, bool has_agenda) {
    std::string items;
    for (const auto& [id, document] : visit.state().documents) {
        if (document.session != session) continue;
        items += "<li>" + symbol_link(visit, document.symbol.text(), id) + " " +
                 formats::isolated(document.title) + "</li>\n";
    }
    const auto written = [&](std::string_view kind) {
        items += "<li>" +
                 link(visit.to("/written_documents/" + std::string(kind) + "?session=" + session),
                      visit.say("paper_kind." + std::string(kind))) +
                 "</li>\n";
    };
    if (has_agenda) written("provisional_agenda");
    if (has_agenda) written("organization_of_work");
    written("list_of_participants");
    written("session_report");
    return section_head(visit.say("site.documents"), "documents") + "<ul class=\"list\">\n" +
           items + "</ul>\n";
}

}  // namespace

Result<SitePage> session_page(const Visit& visit) {
    const std::string& id = visit.asked.places.at("session");
    const auto* session = committee::find(visit.state().sessions, id);
    if (session == nullptr) {
        return http::refuse_request("session.unknown", {id}, ErrorCode::not_found);
    }
    const Agenda* found = committee::find(visit.state().agendas, id);
    const Agenda agenda = found == nullptr ? Agenda{} : *found;
    return SitePage{visit.said_of(session->title),
                    "<div class=\"wrap\">" +
                        title_block({link(visit.to("/calendar#" + id), visit.say("site.calendar"))},
                                    html(visit.said_of(session->title)),
                                    "<p class=\"nums\">" + dates_of(visit, session->dates()) +
                                        "</p>\n" + tasks(visit, *session)) +
                        done_note(visit) + session_forms(visit, id, *session) +
                        agenda_section(visit, agenda) + work_section(visit, agenda) +
                        agenda_forms(visit, id) +
                        documents_section(visit, id, !agenda.items.empty()) + "</div>\n",
                    Section::calendar,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
