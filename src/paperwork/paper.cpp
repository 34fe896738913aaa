// SPDX-License-Identifier: MIT
#include "paperwork/paper.h"

#include <algorithm>
#include <limits>

#include "committee/act.h"
#include "committee/described.h"
#include "lang/messages.h"
#include "paperwork/writer.h"

namespace travaux::paperwork {
namespace {

using committee::Document;
using committee::Session;
using committee::State;
using committee::Symbol;
using formats::Masthead;

// A session belongs to the time after the one before it, by their days.
Sitting sitting_of(const State& state, const std::string& id) {
    Sitting sitting{id, &state.sessions.at(id), std::numeric_limits<std::int64_t>::min(), 0,
                    std::numeric_limits<std::int64_t>::max()};
    const committee::SessionDates& dates = sitting.session->dates();
    if (!dates.opens) return sitting;
    sitting.opens_ms = dates.opens->at_ms;
    if (dates.closes) sitting.until_ms = dates.closes->at_ms;
    for (const auto& [other, session] : state.sessions) {
        const auto& closes = session.dates().closes;
        if (other == id || !closes || closes->at_ms >= dates.opens->at_ms) continue;
        sitting.from_ms = std::max(sitting.from_ms, closes->at_ms);
    }
    return sitting;
}

// "General Assembly of the United Nations": the organ and what it is one of.
void name_organ(const Sayer& sayer, const std::string& organ, Masthead& head) {
    constexpr std::string_view of_organization = " of the United Nations";
    head.organ = sayer.name(organ);
    if (!organ.ends_with(of_organization)) return;
    head.organization = sayer.say("paperwork.united_nations");
    if (sayer.state().translations.contains(organ)) return;
    head.organ = sayer.name(organ.substr(0, organ.size() - of_organization.size()));
}

const Document* registered(const State& state, const std::string& symbol) {
    return committee::find(state.documents, committee::holder_of(state, symbol));
}

std::string language_in_words(const Sayer& sayer, text::Language language) {
    return sayer.say("language." + std::string(text::code_of(language)));
}

committee::DocumentDistribution distribution_of(const Document* document,
                                                const std::string& symbol) {
    if (document != nullptr) return document->distribution;
    const auto read = Symbol::parse(symbol);
    const bool is_limited = read && read->series == committee::Series::limited;
    return is_limited ? committee::DocumentDistribution::limited
                      : committee::DocumentDistribution::general;
}

// How a document is issued stands in French and in Spanish in their own words, in the other
// languages in English, as the organization's mastheads have it.
std::vector<std::string> issue_lines(const Source& source, const AskedPaper& asked) {
    const bool has_words =
        asked.language == text::Language::fr || asked.language == text::Language::es;
    const Sayer sayer(source, has_words ? asked.language : text::Language::en);
    const Document* document = registered(source.state, asked.symbol);
    std::vector<std::string> lines = {
        sayer.say("paperwork.distribution." +
                  std::string(committee::name_of(distribution_of(document, asked.symbol))))};
    if (asked.date) {
        lines.push_back(sayer.day(*asked.date));
    } else if (document != nullptr) {
        lines.push_back(sayer.day(document->entered_ms));
    }
    if (document == nullptr) return lines;
    if (document->original != asked.language) {
        lines.push_back(
            lang::capitalized(language_in_words(sayer, asked.language), sayer.language()));
    }
    lines.push_back(sayer.say("paperwork.original", language_in_words(sayer, document->original)));
    return lines;
}

Masthead masthead_of(const Source& source, const AskedPaper& asked, const Session& session) {
    const Sayer sayer(source, asked.language);
    const committee::Mandate& mandate = *sayer.state().mandate;
    Masthead head;
    name_organ(sayer, mandate.parent_organ, head);
    head.symbol = asked.symbol;
    head.issue = issue_lines(source, asked);
    head.body = sayer.name(mandate.title);
    head.sitting.push_back(sayer.name(session.title));
    const auto& place = session.dates().place;
    head.sitting.push_back(place ? sayer.both(sayer.name(*place), sayer.days(session))
                                 : sayer.days(session));
    const Document* document = registered(sayer.state(), asked.symbol);
    if (document != nullptr && !document->agenda_item.empty()) {
        head.sitting.push_back(sayer.say("paperwork.item", sayer.name(document->agenda_item)));
    }
    return head;
}

WritePaper* writer_of(PaperKind kind) {
    switch (kind) {
        case PaperKind::list_of_participants: return write_participants;
        case PaperKind::session_report: return write_report;
        case PaperKind::provisional_agenda: return write_agenda;
        case PaperKind::organization_of_work: return write_work;
        case PaperKind::compilation: return write_compilation;
        case PaperKind::budget_statement: return write_budget;
        case PaperKind::draft_resolution: break;
    }
    return write_resolution;
}

}  // namespace

std::string usual_session(const State& state) {
    std::string last;
    std::int64_t opened_ms = std::numeric_limits<std::int64_t>::min();
    for (const auto& [id, session] : state.sessions) {
        const auto& opens = session.dates().opens;
        const bool is_first = last.empty();
        if (!is_first && (!opens || opens->at_ms < opened_ms)) continue;
        last = id;
        if (opens) opened_ms = opens->at_ms;
    }
    return last;
}

std::vector<PaperKind> papers_of(const State& state, const std::string& session) {
    const auto* agenda = committee::find(state.agendas, session);
    const bool has_convention = !committee::basis_of(state, committee::Subject::convention).empty();
    std::vector<PaperKind> kinds;
    for (const PaperKind kind : committee::all_of<PaperKind>()) {
        const bool needs_items = kind == PaperKind::provisional_agenda;
        const bool needs_meetings = kind == PaperKind::organization_of_work;
        if (needs_items && (agenda == nullptr || agenda->items.empty())) continue;
        if (needs_meetings && (agenda == nullptr || agenda->meetings.empty())) continue;
        if (kind == PaperKind::draft_resolution && !has_convention) continue;
        kinds.push_back(kind);
    }
    return kinds;
}

Result<formats::OfficialDocument> write_paper(const Source& source, const AskedPaper& asked) {
    const State& state = source.state;
    if (!state.mandate) return committee::refuse("committee.not_founded");
    const std::string id = asked.session.empty() ? usual_session(state) : asked.session;
    if (id.empty()) return committee::refuse("paper.no_session");
    if (committee::find(state.sessions, id) == nullptr) {
        return committee::refuse("session.unknown", {id}, ErrorCode::not_found);
    }
    const Sayer sayer(source, asked.language);
    const Sitting sitting = sitting_of(state, id);
    formats::OfficialDocument begun;
    begun.language = asked.language;
    begun.masthead = masthead_of(source, asked, *sitting.session);
    begun.title = sayer.say("paper_kind." + std::string(committee::name_of(asked.kind)));
    return writer_of(asked.kind)(source, sayer, sitting, std::move(begun));
}

}  // namespace travaux::paperwork
