// plan.set_rates: what sessions cost, with the date and the source of the prices.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

bool is_currency(const std::string& code) {
    return code.size() == 3 &&
           std::ranges::all_of(code, [](char sign) { return sign >= 'A' && sign <= 'Z'; });
}

Result<void> check_prices(const Rates& rates) {
    constexpr std::uint64_t most = 100'000'000'000;
    for (const auto& price : {rates.meeting, rates.interpretation, rates.translation, rates.page,
                              rates.staff_day, rates.trip}) {
        if (price.value_or(0) > most) return refuse("plan.price", {std::to_string(*price)});
    }
    constexpr std::uint32_t many = 10'000;
    for (const auto& persons : {rates.staff, rates.trips}) {
        if (persons.value_or(0) > many) return refuse("plan.price", {std::to_string(*persons)});
    }
    return {};
}

Result<Events> decide_rates(const State& /*state*/, const Rates& act, const Context& /*context*/) {
    if (!is_currency(act.currency)) return refuse("plan.currency", {act.currency});
    TRY_OK(check_prices(act));
    return Events{RatesSet{act}};
}

}  // namespace

Act plan_set_rates() {
    return declare<Rates>(
        {
            .name = "plan.set_rates",
            .sentence = "Sets what sessions cost, in the smallest unit of a currency; the rates "
                        "before stay on record.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields =
                {
                    {"source", "Where the prices come from."},
                    {"currency", "Three letters, such as USD."},
                    {"as_of", "The day on which the prices held."},
                    {"meeting", "A meeting of three hours, without interpretation."},
                    {"interpretation", "Interpretation of a meeting in all languages."},
                    {"translation", "1,000 words into one language."},
                    {"page", "A page in one language."},
                    {"staff_day", "A day of one person."},
                    {"trip", "One person to a session and back."},
                    {"staff", "How many persons work at a session."},
                    {"trips", "How many persons travel to a session."},
                },
        },
        decide_rates);
}

}  // namespace travaux::committee
