// What the sessions take and cost: as planned, beside what the record has of those held.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_sink.h"
#include "host/committee_costs.h"
#include "host/committee_plan.h"
#include "lang/money.h"
#include "planning/report.h"
#include "site/forms.h"
#include "site/pages.h"
#include "site/plan_forms.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using host::Quantities;

/// When the last meeting of a session was closed, or opened; 0 where none was.
std::int64_t end_of(const committee::State& state, const std::string& session) {
    std::int64_t end = 0;
    for (const auto& [id, meeting] : state.meetings) {
        if (meeting.session != session) continue;
        end = std::max(end, meeting.closed_ms.value_or(meeting.opened_ms));
    }
    return end;
}

// Texts that came out from the end of the session before until the end of a session are its papers.
Result<std::int64_t> words_between(const Visit& visit, std::int64_t after_ms,
                                   std::int64_t until_ms) {
    std::int64_t words = 0;
    for (const auto& [id, text] : visit.state().texts) {
        if (text.published_ms <= after_ms || text.published_ms > until_ms) continue;
        TRY_ASSIGN(const std::int64_t count, words_of_text(visit, id));
        words += count;
    }
    return words;
}

// The words of what is registered for a session, in its original language.
std::int64_t words_registered(const committee::State& state, const std::string& session) {
    std::int64_t words = 0;
    for (const auto& [id, one] : state.documents) {
        if (one.session != session) continue;
        const auto original =
            std::ranges::find(one.versions, one.original, &committee::DocumentVersion::language);
        if (original != one.versions.end()) words += original->words.value_or(0);
    }
    return words;
}

Result<std::vector<host::CountedSession>> counted(const Visit& visit) {
    const committee::State& state = visit.state();
    const host::CommitteePlan found = host::plan_of(state, {});
    std::vector<host::CountedSession> sessions;
    if (found.plan.sessions.empty()) return sessions;
    const planning::PlanReport report = planning::report_on(found.plan);
    const planning::Calendars calendars = planning::calendars_for(found.plan);
    const std::string basis = committee::basis_of(state, committee::Subject::convention);
    std::int64_t words = 0;
    if (!basis.empty()) {
        TRY_ASSIGN(words, words_of_text(visit, basis));
    }
    std::int64_t before_ms = 0;
    for (const planning::WantedSession& wanted : found.plan.sessions) {
        host::CountedSession one{wanted.id, {wanted.window.first, wanted.window.last}, 0, words, 0};
        if (!report.scheduling.schedules.empty()) {
            const auto& days = report.scheduling.schedules.front().sessions;
            const auto at = std::ranges::find(days, wanted.id, &planning::ScheduledSession::id);
            if (at != days.end()) one.days = {at->opens, at->closes};
        }
        one.meetings = planning::meetings_of(calendars.at(wanted.places.front()), one.days.first,
                                             one.days.last);
        if (const std::int64_t end_ms = end_of(state, wanted.id); end_ms > 0) {
            TRY_ASSIGN(one.words_published, words_between(visit, before_ms, end_ms));
            one.words_published += words_registered(state, wanted.id);
            before_ms = end_ms;
        }
        sessions.push_back(std::move(one));
    }
    return sessions;
}

/// The table: two rows of figures for each session, one where it was not held.
class ResourcesTable {
public:
    ResourcesTable(const Visit& visit, const std::vector<host::SessionCosts>& costs)
        : visit_(visit), costs_(costs) {}

    [[nodiscard]] std::string print() const {
        std::string rows;
        std::vector<Quantities> planned;
        std::vector<Quantities> held;
        for (const host::SessionCosts& one : costs_) {
            rows += row(formats::isolated(visit_.state().sessions.at(one.session).title),
                        one.planned, one.held);
            planned.push_back(one.planned);
            if (one.held) held.push_back(*one.held);
        }
        rows += row(visit_.say("site.resources_all"), host::sum(planned),
                    held.empty() ? std::nullopt : std::optional(host::sum(held)));
        std::vector<std::string> columns = {visit_.say("site.session")};
        for (const char* const words : {"meetings", "interpretation", "words", "pages"}) {
            columns.push_back(visit_.say("site.resources_" + std::string(words)));
        }
        if (has_rates()) {
            for (const char* const words : {"staff", "trips", "cost"}) {
                columns.push_back(visit_.say("site.resources_" + std::string(words)));
            }
        }
        return table(visit_.say("site.resources_by_session"), columns, rows);
    }

private:
    [[nodiscard]] bool has_rates() const { return !visit_.state().rates.empty(); }

    [[nodiscard]] std::string money(const Quantities& quantities) const {
        const committee::Rates& rates = visit_.state().rates.back().what;
        return html(lang::money_in_words(host::cost_of(quantities, rates), rates.currency,
                                         visit_.in.language));
    }

    [[nodiscard]] std::string number(std::int64_t value) const {
        return html(lang::number_in_words(value, visit_.in.language));
    }

    static std::string cell(const std::string& planned, const std::string& held) {
        return "<td class=\"nums\"><span class=\"nb\">" + planned + "</span>" +
               (held.empty() ? std::string{} : " / <b class=\"nb\">" + held + "</b>") + "</td>";
    }

    [[nodiscard]] std::string row(const std::string& head, const Quantities& planned,
                                  const std::optional<Quantities>& held) const {
        std::vector<std::int64_t Quantities::*> fields = {&Quantities::meetings,
                                                          &Quantities::interpretation,
                                                          &Quantities::words, &Quantities::pages};
        if (has_rates()) {
            fields.push_back(&Quantities::staff_days);
            fields.push_back(&Quantities::trips);
        }
        std::string out = "<tr><th scope=\"row\">" + head + "</th>";
        for (const auto field : fields) {
            out += cell(number(planned.*field), held ? number((*held).*field) : std::string{});
        }
        if (has_rates()) out += cell(money(planned), held ? money(*held) : std::string{});
        return out + "</tr>\n";
    }

    const Visit& visit_;
    const std::vector<host::SessionCosts>& costs_;
};

}  // namespace

Result<SitePage> resources_page(const Visit& visit) {
    TRY_ASSIGN(const auto sessions, counted(visit));
    const auto costs = host::costs_of(visit.state(), sessions);
    const std::string nothing =
        "<p class=\"none-yet\">" + visit.say("site.nothing_planned") + "</p>\n";
    return SitePage{visit.in.words("site.resources"),
                    "<div class=\"wrap\">" +
                        title_block({}, visit.say("site.resources"),
                                    "<p>" + visit.say("site.resources_intro") + "</p>\n") +
                        done_note(visit) +
                        (costs.empty() ? nothing
                                       : section_head(visit.say("site.resources_by_session")) +
                                             ResourcesTable(visit, costs).print()) +
                        rates_section(visit) + "</div>\n",
                    Section::calendar,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
