// The statement of programme budget implications: what the sessions take and cost, planned and
// held, from the rates on record (rule 153 of the rules of procedure of the General Assembly).
// SPDX-License-Identifier: MIT
#include "committee/act.h"
#include "lang/money.h"
#include "paperwork/writer.h"

namespace travaux::paperwork {
namespace {

using committee::Quantities;

/// What all sessions take: those held as they were, the others as planned.
struct Sums {
    Quantities planned;
    Quantities held;
    std::size_t sessions_held = 0;
};

Sums sums_of(const Source& source) {
    std::vector<Quantities> planned;
    std::vector<Quantities> held;
    for (const committee::SessionCosts& one : source.costs) {
        planned.push_back(one.planned);
        if (one.held) held.push_back(*one.held);
    }
    return {committee::sum(planned), committee::sum(held), held.size()};
}

std::string number(const Sayer& sayer, std::int64_t value) {
    return lang::number_in_words(value, sayer.language());
}

/// Writes figures, and what they cost where there are rates.
class Figures {
public:
    explicit Figures(const Sayer& sayer) : sayer_(sayer) {
        const auto& all = sayer.state().rates;
        if (!all.empty()) rates_ = &all.back().what;
    }

    [[nodiscard]] const committee::Rates* rates() const { return rates_; }

    [[nodiscard]] std::string money(const Quantities& quantities) const {
        return lang::money_in_words(committee::cost_of(quantities, *rates_), rates_->currency,
                                    sayer_.language());
    }

    [[nodiscard]] std::vector<std::string> row(const std::string& head, const std::string& state,
                                               const Quantities& quantities) const {
        std::vector<std::string> cells = {head, state, number(sayer_, quantities.meetings),
                                          number(sayer_, quantities.words),
                                          number(sayer_, quantities.pages)};
        if (rates_ != nullptr) cells.push_back(money(quantities));
        return cells;
    }

private:
    const Sayer& sayer_;
    const committee::Rates* rates_ = nullptr;
};

formats::DocumentTable table_of(const Source& source, const Sayer& sayer, const Figures& figures) {
    formats::DocumentTable table;
    table.caption = sayer.say("paperwork.budget_by_session");
    table.columns = {sayer.say("site.session"), sayer.say("site.status"),
                     sayer.say("resource.meetings"), sayer.say("resource.words"),
                     sayer.say("resource.pages")};
    table.shares = {13, 9, 11, 12, 11};
    if (figures.rates() != nullptr) {
        table.columns.push_back(sayer.say("resource.cost"));
        table.shares.push_back(17);
    }
    const std::string planned = sayer.say("paperwork.budget_planned");
    const std::string held = sayer.say("paperwork.budget_held");
    for (const committee::SessionCosts& one : source.costs) {
        const std::string title = sayer.name(source.state.sessions.at(one.session).title);
        table.rows.push_back(figures.row(title, planned, one.planned));
        if (one.held) table.rows.push_back(figures.row(title, held, *one.held));
    }
    return table;
}

void say_prices(Writer& writer, const Sayer& sayer, const Figures& figures, const Sums& sums) {
    const committee::Rates* const rates = figures.rates();
    if (rates == nullptr) {
        writer.numbered(sayer.say("paperwork.budget_no_rates"));
        return;
    }
    writer.numbered(sayer.say("paperwork.budget_cost", figures.money(sums.planned)));
    if (sums.sessions_held > 0) {
        writer.numbered(sayer.count("paperwork.budget_cost_held", sums.sessions_held,
                                    figures.money(sums.held)));
    }
    writer.numbered(
        sayer.say("paperwork.budget_rates", sayer.day(rates->as_of), sayer.name(rates->source)));
}

}  // namespace

Result<formats::OfficialDocument> write_budget(const Source& source, const Sayer& sayer,
                                               const Sitting& /*sitting*/,
                                               formats::OfficialDocument begun) {
    if (source.costs.empty()) return committee::refuse("paper.no_session");
    const committee::Mandate& mandate = *source.state.mandate;
    const Figures figures(sayer);
    const Sums sums = sums_of(source);
    Writer writer(sayer, std::move(begun));
    writer.numbered(sayer.say("paperwork.budget_rule"));
    writer.numbered(sayer.say("paperwork.founded", mandate.resolution,
                              sayer.day(mandate.adopted_on), sayer.name(mandate.title)));
    writer.numbered(sayer.count(
        "paperwork.budget_takes", source.costs.size(), std::to_string(sums.planned.meetings),
        number(sayer, sums.planned.words), number(sayer, sums.planned.pages)));
    say_prices(writer, sayer, figures, sums);
    writer.table(table_of(source, sayer, figures));
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
