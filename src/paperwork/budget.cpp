// The statement of programme budget implications: what the sessions take and cost, planned and
// held, from the rates on record (rule 153 of the rules of procedure of the General Assembly).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/act.h"
#include "lang/money.h"
#include "paperwork/writer.h"

namespace travaux::paperwork {
namespace {

using committee::Quantities;

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

    [[nodiscard]] std::string money(std::int64_t cost) const {
        return lang::money_in_words(cost, rates_->currency, sayer_.language());
    }

    [[nodiscard]] std::vector<std::string> row(const std::string& head, const std::string& state,
                                               const Quantities& quantities,
                                               std::int64_t cost) const {
        std::vector<std::string> cells = {head, state, number(sayer_, quantities.meetings),
                                          number(sayer_, quantities.words),
                                          number(sayer_, quantities.pages)};
        if (rates_ != nullptr) cells.push_back(money(cost));
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
        table.rows.push_back(figures.row(title, planned, one.planned, one.planned_cost));
        if (one.held) table.rows.push_back(figures.row(title, held, *one.held, one.held_cost));
    }
    return table;
}

void say_prices(Writer& writer, const Sayer& sayer, const Figures& figures, const Source& source) {
    const committee::Rates* const rates = figures.rates();
    if (rates == nullptr) {
        writer.numbered(sayer.say("paperwork.budget_no_rates"));
        return;
    }
    const committee::SessionCosts all = committee::sum(source.costs);
    writer.numbered(sayer.say("paperwork.budget_cost", figures.money(all.planned_cost)));
    const auto held = std::ranges::count_if(
        source.costs, [](const committee::SessionCosts& one) { return one.held.has_value(); });
    if (held > 0) {
        writer.numbered(sayer.count("paperwork.budget_cost_held", static_cast<std::size_t>(held),
                                    figures.money(all.held_cost)));
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
    const Quantities planned = committee::sum(source.costs).planned;
    Writer writer(sayer, std::move(begun));
    writer.numbered(sayer.say("paperwork.budget_rule"));
    writer.numbered(sayer.say("paperwork.founded", mandate.resolution,
                              sayer.day(mandate.adopted_on), sayer.name(mandate.title)));
    writer.numbered(sayer.count("paperwork.budget_takes", source.costs.size(),
                                std::to_string(planned.meetings), number(sayer, planned.words),
                                number(sayer, planned.pages)));
    say_prices(writer, sayer, figures, source);
    writer.table(table_of(source, sayer, figures));
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
