// instrument.enter: an instrument or effort that the mandate says to take into account.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string title;
    InstrumentKind kind = InstrumentKind::treaty;
    std::string reference;
    std::vector<std::string> provisions;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (title, kind, reference, provisions))

Result<Events> decide_enter(const State& state, const Fields& act, const Context& context) {
    TRY_OK(check_provisions(state, context, act.provisions));
    for (const auto& [id, instrument] : state.instruments) {
        if (instrument.reference == act.reference)
            return refuse("instrument.entered_already", {id});
    }
    return Events{InstrumentEntered{next_id('I', state.instruments), act.title, act.kind,
                                    act.reference, act.provisions}};
}

}  // namespace

Act instrument_enter() {
    return declare<Fields>(
        {
            .name = "instrument.enter",
            .sentence = "Enters an instrument or an effort in the library.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields = {{"title", "What it is called."},
                       {"kind", "What it is."},
                       {"reference", "Where it is found, such as a treaty series or a symbol."},
                       {"provisions", "The permanent ids of the provisions that it bears on."}},
        },
        decide_enter);
}

}  // namespace travaux::committee
