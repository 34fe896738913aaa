// SPDX-License-Identifier: MIT
#include "site/plan_forms.h"

#include "formats/html_sink.h"
#include "lang/dates.h"
#include "lang/money.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

using committee::PlanRules;
using committee::Rates;

/// A number that may be set: the field of the act, and what holds.
struct NumberSet {
    std::string field;
    std::optional<std::uint64_t> value;
};

std::vector<NumberSet> numbers_of(const PlanRules& rules) {
    return {{"interval_weeks", rules.interval_weeks},
            {"submit_weeks", rules.submit_weeks},
            {"issue_weeks", rules.issue_weeks},
            {"call_days", rules.call_days},
            {"drafting_days", rules.drafting_days},
            {"translated_words_per_day", rules.translated_words_per_day},
            {"revised_words_per_day", rules.revised_words_per_day},
            {"edited_words_per_day", rules.edited_words_per_day},
            {"rooms", rules.rooms},
            {"teams", rules.teams}};
}

std::vector<NumberSet> prices_of(const Rates& rates) {
    return {{"meeting", rates.meeting},         {"interpretation", rates.interpretation},
            {"translation", rates.translation}, {"page", rates.page},
            {"staff_day", rates.staff_day},     {"trip", rates.trip}};
}

std::vector<NumberSet> persons_of(const Rates& rates) {
    return {{"staff", rates.staff}, {"trips", rates.trips}};
}

std::string said(const NumberSet& one) {
    return one.value ? std::to_string(*one.value) : std::string{};
}

std::string lines_for(const Visit& visit, const std::string& prefix,
                      const std::vector<NumberSet>& numbers) {
    std::string fields;
    for (const NumberSet& one : numbers) {
        fields += line(prefix + "_" + one.field, one.field, visit.say(prefix + "." + one.field),
                       said(one), false);
    }
    return fields;
}

std::string row(const std::string& words, const std::string& value) {
    return "<dt>" + words + "</dt><dd>" + value + "</dd>\n";
}

std::string rules_form(const Visit& visit, const PlanRules& rules) {
    if (!may(visit, "plan.set_rules", {})) return {};
    std::string fields = line("rule_source", "source", visit.say("rate.source"), rules.source) +
                         lines_for(visit, "plan_rule", numbers_of(rules));
    // One line more than there are, for another.
    for (std::size_t at = 0; at <= rules.months_avoided.size(); ++at) {
        fields += line("rule_month_" + std::to_string(at), "months_avoided",
                       visit.say("plan_rule.months_avoided"),
                       at < rules.months_avoided.size() ? std::to_string(rules.months_avoided[at])
                                                        : std::string{},
                       false);
    }
    for (std::size_t at = 0; at <= rules.closed_days.size(); ++at) {
        fields += line(
            "rule_closed_" + std::to_string(at), "closed_days", visit.say("plan_rule.closed_days"),
            at < rules.closed_days.size() ? rules.closed_days[at].text() : std::string{}, false);
    }
    return folded(visit.say("site.plan_rules_set"),
                  act_form(visit, "plan.set_rules", {}, fields, visit.say("site.plan_rules_set")));
}

std::string rules_list(const Visit& visit, const PlanRules& rules) {
    std::string rows = row(visit.say("rate.source"), formats::isolated(rules.source));
    for (const NumberSet& one : numbers_of(rules)) {
        if (one.value) rows += row(visit.say("plan_rule." + one.field), said(one));
    }
    for (const std::uint32_t month : rules.months_avoided) {
        rows += row(visit.say("plan_rule.months_avoided"), std::to_string(month));
    }
    for (const committee::ClosedDays& one : rules.closed_days) {
        rows += row(html(lang::date_in_words(one.first, visit.in.language)) + " \xE2\x80\x93 " +
                        html(lang::date_in_words(one.last, visit.in.language)),
                    formats::isolated(one.reason));
    }
    return "<dl class=\"facts\">\n" + rows + "</dl>\n";
}

std::string rates_form(const Visit& visit, const Rates& rates) {
    if (!may(visit, "plan.set_rates", {})) return {};
    const std::string day = rates.currency.empty() ? std::string{} : rates.as_of.text();
    const std::string fields =
        line("rate_source", "source", visit.say("rate.source"), rates.source) +
        line("rate_currency", "currency", visit.say("rate.currency"), rates.currency) +
        line("rate_as_of", "as_of", visit.say("rate.as_of"), day) +
        lines_for(visit, "rate", prices_of(rates)) + lines_for(visit, "rate", persons_of(rates));
    return folded(visit.say("site.rates_set"),
                  "<p>" + visit.say("site.rates_unit") + "</p>\n" +
                      act_form(visit, "plan.set_rates", {}, fields, visit.say("site.rates_set")));
}

std::string rates_list(const Visit& visit, const Rates& rates) {
    std::string rows;
    for (const NumberSet& one : prices_of(rates)) {
        if (!one.value) continue;
        rows += row(visit.say("rate." + one.field),
                    html(lang::money_in_words(static_cast<std::int64_t>(*one.value), rates.currency,
                                              visit.in.language)));
    }
    for (const NumberSet& one : persons_of(rates)) {
        if (one.value) rows += row(visit.say("rate." + one.field), said(one));
    }
    return "<p>" +
           visit.say("site.rates_of", lang::date_in_words(rates.as_of, visit.in.language),
                     rates.source) +
           "</p>\n<dl class=\"facts\">\n" + rows + "</dl>\n";
}

}  // namespace

std::string rules_section(const Visit& visit) {
    const auto& all = visit.state().plan_rules;
    const PlanRules rules = all.empty() ? PlanRules{} : all.back().what;
    return section_head(visit.say("site.plan_rules"), "rules") +
           (all.empty() ? "<p>" + visit.say("site.plan_rules_none") + "</p>\n"
                        : rules_list(visit, rules)) +
           rules_form(visit, rules);
}

std::string rates_section(const Visit& visit) {
    const auto& all = visit.state().rates;
    const Rates rates = all.empty() ? Rates{} : all.back().what;
    return section_head(visit.say("site.rates"), "rates") +
           (all.empty() ? "<p>" + visit.say("site.rates_none") + "</p>\n"
                        : rates_list(visit, rates)) +
           rates_form(visit, rates);
}

}  // namespace travaux::site
