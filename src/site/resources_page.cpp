// What the sessions take and cost: as planned, beside what the record has of those held.
// SPDX-License-Identifier: MIT
#include "committee/costs.h"
#include "formats/html_sink.h"
#include "host/counted_sessions.h"
#include "lang/money.h"
#include "site/forms.h"
#include "site/pages.h"
#include "site/plan_forms.h"
#include "site/resources.h"

namespace travaux::site {
namespace {

using committee::Quantities;

/// The table: two rows of figures for each session, one where it was not held.
class ResourcesTable {
public:
    ResourcesTable(const Visit& visit, const std::vector<committee::SessionCosts>& costs)
        : visit_(visit), costs_(costs) {}

    [[nodiscard]] std::string print() const {
        std::string rows;
        for (const committee::SessionCosts& one : costs_) {
            rows += row(
                formats::isolated(visit_.said_of(visit_.state().sessions.at(one.session).title)),
                one);
        }
        rows += row(visit_.say("site.resources_all"), committee::sum(costs_));
        std::vector<std::string> columns = {visit_.say("site.session")};
        for (const char* const words : {"meetings", "interpretation", "words", "pages"}) {
            columns.push_back(visit_.say("resource." + std::string(words)));
        }
        if (has_rates()) {
            for (const char* const words : {"staff", "trips", "cost"}) {
                columns.push_back(visit_.say("resource." + std::string(words)));
            }
        }
        return table(visit_.say("site.resources_by_session"), columns, rows);
    }

private:
    [[nodiscard]] bool has_rates() const { return !visit_.state().rates.empty(); }

    [[nodiscard]] std::string money(std::int64_t cost) const {
        const committee::Rates& rates = visit_.state().rates.back().what;
        return html(lang::money_in_words(cost, rates.currency, visit_.in.language));
    }

    [[nodiscard]] std::string number(std::int64_t value) const {
        return html(lang::number_in_words(value, visit_.in.language));
    }

    static std::string cell(const std::string& planned, const std::string& held) {
        return "<td class=\"nums\"><span class=\"nb\">" + planned + "</span>" +
               (held.empty() ? std::string{} : " / <b class=\"nb\">" + held + "</b>") + "</td>";
    }

    [[nodiscard]] std::string row(const std::string& head,
                                  const committee::SessionCosts& of) const {
        std::vector<std::int64_t Quantities::*> fields = {&Quantities::meetings,
                                                          &Quantities::interpretation,
                                                          &Quantities::words, &Quantities::pages};
        if (has_rates()) {
            fields.push_back(&Quantities::staff_days);
            fields.push_back(&Quantities::trips);
        }
        std::string out = "<tr><th scope=\"row\">" + head + "</th>";
        for (const auto field : fields) {
            out += cell(number(of.planned.*field),
                        of.held ? number((*of.held).*field) : std::string{});
        }
        if (has_rates()) {
            out += cell(money(of.planned_cost), of.held ? money(of.held_cost) : std::string{});
        }
        return out + "</tr>\n";
    }

    const Visit& visit_;
    const std::vector<committee::SessionCosts>& costs_;
};

}  // namespace

Result<std::string> resources_section(const Visit& visit, Counted which) {
    TRY_ASSIGN(const auto sessions,
               host::counted_sessions(visit.state(), visit.committee.committee().library()));
    auto costs = committee::costs_of(visit.state(), sessions);
    if (which == Counted::to_come) {
        std::erase_if(costs,
                      [](const committee::SessionCosts& one) { return one.held.has_value(); });
    }
    if (costs.empty()) return std::string();
    return section_head(visit.say("site.resources_by_session")) +
           ResourcesTable(visit, costs).print();
}

Result<SitePage> resources_page(const Visit& visit) {
    TRY_ASSIGN(const std::string section, resources_section(visit, Counted::all));
    return SitePage{visit.in.words("site.resources"),
                    "<div class=\"wrap\">" +
                        title_block({}, visit.say("site.resources"),
                                    "<p>" + visit.say("site.resources_intro") + "</p>\n") +
                        done_note(visit) +
                        (section.empty() ? "<p class=\"none-yet\">" +
                                               visit.say("site.nothing_planned") + "</p>\n"
                                         : section) +
                        rates_section(visit) + "</div>\n",
                    Section::calendar,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
