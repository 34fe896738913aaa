// The report of a session: its opening and its meetings, who took part, what it had before it, what
// it decided.
//
// The parts are those of the reports of committees of the General Assembly. What the record does
// not know stands in brackets or is left out.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/described.h"
#include "lang/messages.h"
#include "paperwork/decisions_in_words.h"
#include "paperwork/writer.h"

namespace travaux::paperwork {
namespace {

using committee::Formality;
using committee::MemberStatus;
using committee::State;

class ReportWriter {
public:
    ReportWriter(const Source& source, const Sayer& sayer, const Sitting& sitting, Writer& writer)
        : source_(source), sayer_(sayer), sitting_(sitting), writer_(writer) {}

    Result<void> write() {
        introduction();
        organization();
        TRY_OK(consideration());
        writer_.section(sayer_.say("paperwork.adoption_of_report"));
        writer_.numbered(sayer_.say("paperwork.report_adopted"));
        writer_.annex(lang::capitalized(sayer_.annex(1), sayer_.language()),
                      sayer_.say("paper_kind.list_of_participants"));
        add_participants(writer_, sayer_, sitting_);
        writer_.annex(lang::capitalized(sayer_.annex(2), sayer_.language()),
                      sayer_.say("paperwork.list_of_documents"));
        documents();
        return {};
    }

private:
    [[nodiscard]] const State& state() const { return source_.state; }

    void introduction() {
        const committee::Mandate& mandate = *state().mandate;
        writer_.section(sayer_.say("paperwork.introduction"));
        writer_.numbered(sayer_.say("paperwork.founded", mandate.resolution,
                                    sayer_.day(mandate.adopted_on),
                                    sayer_.name(mandate.parent_organ)));
        writer_.numbered(sayer_.say("paperwork.purpose", sayer_.name(mandate.purpose)));
    }

    void organization() {
        writer_.section(sayer_.say("paperwork.organization"));
        writer_.part(sayer_.say("paperwork.opening"));
        duration();
        writer_.part(sayer_.say("paperwork.attendance"));
        attendance();
        writer_.part(sayer_.say("paperwork.officers"));
        writer_.numbered(sayer_.say("paperwork.officers_are"));
        add_officers(writer_, sayer_, sitting_);
        writer_.part(sayer_.say("paperwork.agenda_and_work"));
        agenda();
        writer_.part(sayer_.say("paperwork.documentation"));
        writer_.numbered(sayer_.say("paperwork.documents_are", sayer_.annex(2)));
    }

    void duration() {
        const committee::SessionDates& dates = sitting_.session->dates();
        const std::string place = dates.place ? sayer_.name(*dates.place) : "";
        if (!dates.opens) {
            writer_.numbered(sayer_.say("paperwork.days_not_known", sayer_.name(dates.words)));
        } else if (place.empty()) {
            writer_.numbered(sayer_.say("paperwork.held", sayer_.days(*sitting_.session)));
        } else {
            writer_.numbered(
                sayer_.say("paperwork.held_at", place, sayer_.days(*sitting_.session)));
        }
        std::size_t formal = 0;
        std::size_t informal = 0;
        for (const auto& [id, meeting] : state().meetings) {
            if (meeting.session != sitting_.id) continue;
            ++(meeting.formality == Formality::formal ? formal : informal);
        }
        std::string sentence = sayer_.count("paperwork.formal_meetings", formal);
        if (informal > 0) {
            sentence =
                sayer_.together(sentence, sayer_.count("paperwork.informal_meetings", informal));
        }
        writer_.numbered(std::move(sentence));
    }

    void attendance() {
        const auto count = [&](MemberStatus status) {
            return accredited(state(), sitting_, status).size();
        };
        std::string words =
            sayer_.count("paperwork.states_attended", count(MemberStatus::member_state));
        const std::size_t observers = count(MemberStatus::observer);
        const std::size_t stakeholders = count(MemberStatus::stakeholder);
        if (observers > 0) {
            words = sayer_.together(words, sayer_.count("paperwork.observers_attended", observers));
        }
        if (stakeholders > 0) {
            words = sayer_.together(words,
                                    sayer_.count("paperwork.stakeholders_attended", stakeholders));
        }
        writer_.numbered(
            sayer_.together(words, sayer_.say("paperwork.list_is_in", sayer_.annex(1))));
    }

    void agenda() {
        const auto* agenda = committee::find(state().agendas, sitting_.id);
        if (agenda == nullptr || agenda->items.empty()) {
            return writer_.numbered(sayer_.say("paperwork.no_agenda"));
        }
        writer_.numbered(agenda->adopted
                             ? sayer_.say("paperwork.agenda_adopted",
                                          meeting_in_words(sayer_, agenda->adopted->meeting))
                             : sayer_.say("paperwork.agenda_provisional"));
        add_items(writer_, sayer_, *agenda);
    }

    Result<void> consideration() {
        writer_.section(sayer_.say("paperwork.consideration"));
        writer_.part(sayer_.say("paperwork.proposals"));
        proposals();
        writer_.part(sayer_.say("paperwork.decisions"));
        TRY_OK(decisions());
        writer_.part(sayer_.say("paperwork.texts"));
        texts();
        return {};
    }

    void proposals() {
        formats::DocumentTable table{
            sayer_.say("paperwork.proposals"),
            {sayer_.say("paperwork.proposal"), sayer_.say("paperwork.sponsors"),
             sayer_.say("paperwork.on_text"), sayer_.say("paperwork.received")},
            {2, 5, 3, 3},
            {}};
        for (const auto& [id, proposal] : state().proposals) {
            if (!sitting_.has(proposal.submitted_ms)) continue;
            table.rows.push_back({id, sponsors_in_words(sayer_, proposal),
                                  text_in_words(state(), proposal.text),
                                  sayer_.day(proposal.submitted_ms)});
        }
        writer_.numbered(sayer_.count("paperwork.proposals_received", table.rows.size()));
        writer_.table(std::move(table));
    }

    Result<void> decisions() {
        TRY_ASSIGN(auto rows, decision_rows(source_, sayer_, sitting_));
        writer_.numbered(sayer_.count("paperwork.decisions_taken", rows.size()));
        writer_.table({sayer_.say("paperwork.decisions"),
                       {sayer_.say("paperwork.decision"), sayer_.say("paperwork.taken_at"),
                        sayer_.say("paperwork.on_authority")},
                       {5, 4, 4},
                       std::move(rows)});
        return {};
    }

    // Published for the session or in it, and agreed in it.
    void texts() {
        bool is_any = false;
        for (const auto& [id, text] : state().texts) {
            const auto* meeting =
                text.agreed ? committee::find(state().meetings, text.agreed->meeting) : nullptr;
            const bool is_agreed_here = meeting != nullptr && meeting->session == sitting_.id;
            if (!sitting_.has(text.published_ms) && !is_agreed_here) continue;
            is_any = true;
            std::string words =
                sayer_.say("paperwork.text_published", text_in_words(state(), id),
                           title_of_text(sayer_, text), sayer_.day(text.published_ms));
            if (is_agreed_here) {
                words = sayer_.together(words,
                                        sayer_.say("paperwork.text_agreed",
                                                   meeting_in_words(sayer_, text.agreed->meeting),
                                                   sayer_.name(text.agreed->authority)));
            }
            writer_.numbered(std::move(words));
        }
        if (!is_any) writer_.numbered(sayer_.say("paperwork.no_texts"));
    }

    // What was registered for the session, and the texts that were on the table in it.
    void documents() {
        formats::DocumentTable table{sayer_.say("paperwork.list_of_documents"),
                                     {sayer_.say("site.symbol"), sayer_.say("paperwork.title")},
                                     {1, 2},
                                     {}};
        for (const auto& [symbol, id] : committee::symbols_in_use(state())) {
            if (!is_before_session(id)) continue;
            table.rows.push_back({symbol.text(), title_of_symbol(sayer_, symbol.text())});
        }
        if (table.rows.empty()) writer_.plain(sayer_.say("paperwork.no_documents"));
        writer_.table(std::move(table));
    }

    [[nodiscard]] bool is_before_session(const std::string& id) const {
        if (const auto* document = committee::find(state().documents, id)) {
            return document->session == sitting_.id && document->released;
        }
        const auto& text = state().texts.at(id);
        if (text.published_ms > sitting_.until_ms) return false;
        const auto* next = committee::find(state().texts, text.superseded_by);
        return next == nullptr || next->published_ms > sitting_.opens_ms;
    }

    const Source& source_;
    const Sayer& sayer_;
    const Sitting& sitting_;
    Writer& writer_;
};

}  // namespace

Result<formats::OfficialDocument> write_report(const Source& source, const Sayer& sayer,
                                               const Sitting& sitting,
                                               formats::OfficialDocument begun) {
    begun.subtitle = {sayer.name(sitting.session->title)};
    Writer writer(sayer, std::move(begun));
    TRY_OK(ReportWriter(source, sayer, sitting, writer).write());
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
