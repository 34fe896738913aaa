// The agenda with its annotations, and the organization of work: which meeting takes up what.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/act.h"
#include "committee/described.h"
#include "lang/messages.h"
#include "paperwork/writer.h"

namespace travaux::paperwork {
namespace {

using committee::Agenda;
using committee::MeetingPart;
using committee::PlannedMeeting;

Result<const Agenda*> agenda_of(const committee::State& state, const std::string& session) {
    const Agenda* agenda = committee::find(state.agendas, session);
    if (agenda == nullptr || agenda->items.empty()) {
        return committee::refuse("paper.no_agenda", {session}, ErrorCode::not_found);
    }
    return agenda;
}

std::string number_of(const Sayer& sayer, std::size_t item) {
    return sayer.say("paperwork.number", std::to_string(item + 1));
}

// The items of the meetings in one half of a day, a line each, with what is noted.
std::string items_of(const Sayer& sayer, const Agenda& agenda, const Date& day, MeetingPart part) {
    std::string lines;
    for (const PlannedMeeting& one : agenda.meetings) {
        if (one.day != day || one.part != part) continue;
        for (const std::uint32_t item : one.items) {
            lines += (lines.empty() ? "" : "\n") + number_of(sayer, item - 1) + " " +
                     sayer.name(agenda.items[item - 1].title);
        }
        if (one.note) lines += (lines.empty() ? "" : "\n") + sayer.name(*one.note);
    }
    return lines;
}

void annotate(Writer& writer, const Sayer& sayer, const Agenda& agenda) {
    const auto has_more = [](const committee::AgendaItem& item) {
        return item.annotation || !item.documents.empty();
    };
    if (std::ranges::none_of(agenda.items, has_more)) return;
    writer.add(formats::SectionHeading{1, {}, sayer.say("paperwork.annotations")});
    for (std::size_t at = 0; at < agenda.items.size(); ++at) {
        const committee::AgendaItem& item = agenda.items[at];
        if (!has_more(item)) continue;
        writer.add(formats::SectionHeading{2, number_of(sayer, at), sayer.name(item.title)});
        if (item.annotation) writer.plain(sayer.name(*item.annotation));
        if (item.documents.empty()) continue;
        writer.plain(sayer.say("paperwork.documentation"));
        for (const std::string& symbol : item.documents) {
            writer.point({}, sayer.both(symbol, title_of_symbol(sayer, symbol)));
        }
    }
}

}  // namespace

std::string title_of_symbol(const Sayer& sayer, const std::string& symbol) {
    const std::string id = committee::holder_of(sayer.state(), symbol);
    if (const auto* document = committee::find(sayer.state().documents, id)) {
        return sayer.name(document->title);
    }
    if (const auto* text = committee::find(sayer.state().texts, id)) {
        return sayer.say("paperwork.text_title",
                         sayer.say("text_kind." + std::string(committee::name_of(text->kind))),
                         sayer.say("subject." + std::string(committee::name_of(text->subject))));
    }
    return sayer.say("paperwork.not_issued");
}

void add_items(Writer& writer, const Sayer& sayer, const Agenda& agenda) {
    for (std::size_t at = 0; at < agenda.items.size(); ++at) {
        writer.point(number_of(sayer, at), sayer.name(agenda.items[at].title));
        std::size_t number = 0;
        for (const std::string& title : agenda.items[at].subitems) {
            writer.subpoint(sayer.label("paperwork.subitem_labels", ++number), sayer.name(title));
        }
    }
}

Result<formats::OfficialDocument> write_agenda(const Source& source, const Sayer& sayer,
                                               const Sitting& sitting,
                                               formats::OfficialDocument begun) {
    TRY_ASSIGN(const Agenda* const agenda, agenda_of(source.state, sitting.id));
    if (agenda->adopted) begun.title = sayer.say("paperwork.agenda");
    Writer writer(sayer, std::move(begun));
    if (agenda->adopted) {
        writer.plain(sayer.say("paperwork.agenda_adopted_at",
                               meeting_in_words(sayer, agenda->adopted->meeting),
                               sayer.name(agenda->adopted->authority)));
    }
    add_items(writer, sayer, *agenda);
    annotate(writer, sayer, *agenda);
    return std::move(writer).finish();
}

Result<formats::OfficialDocument> write_work(const Source& source, const Sayer& sayer,
                                             const Sitting& sitting,
                                             formats::OfficialDocument begun) {
    TRY_ASSIGN(const Agenda* const agenda, agenda_of(source.state, sitting.id));
    Writer writer(sayer, std::move(begun));
    writer.plain(sayer.say("paperwork.work_is"));
    formats::DocumentTable table{sayer.say("paper_kind.organization_of_work"),
                                 {sayer.say("paperwork.day"), sayer.say("paperwork.morning"),
                                  sayer.say("paperwork.afternoon")},
                                 {4, 5, 5},
                                 {}};
    std::vector<Date> days;
    for (const PlannedMeeting& one : agenda->meetings) {
        if (days.empty() || days.back() != one.day) days.push_back(one.day);
    }
    for (const Date& day : days) {
        table.rows.push_back({sayer.weekday(day),
                              items_of(sayer, *agenda, day, MeetingPart::morning),
                              items_of(sayer, *agenda, day, MeetingPart::afternoon)});
    }
    writer.table(std::move(table));
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
