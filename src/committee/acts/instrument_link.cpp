// instrument.link: an instrument bears on more provisions.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string instrument;
    std::vector<std::string> provisions;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (instrument, provisions))

Result<Events> decide_link(const State& state, const Fields& act, const Context& context) {
    const Instrument* instrument = find(state.instruments, act.instrument);
    if (instrument == nullptr) {
        return refuse("instrument.unknown", {act.instrument}, ErrorCode::not_found);
    }
    TRY_OK(check_provisions(state, context, act.provisions));
    const bool is_known = std::ranges::all_of(act.provisions, [&](const std::string& provision) {
        return instrument->provisions.contains(provision);
    });
    if (is_known) return refuse("instrument.linked_already", {act.instrument});
    return Events{InstrumentLinked{act.instrument, act.provisions}};
}

}  // namespace

Act instrument_link() {
    return declare<Fields>(
        {
            .name = "instrument.link",
            .sentence = "Links an instrument of the library to provisions.",
            .who = {{Capacity::secretariat}},
            .on = "instrument",
            .reads = {"instrument"},
            .fields = {{"instrument", "The id of the instrument."},
                       {"provisions", "The permanent ids of the provisions."}},
        },
        decide_link);
}

}  // namespace travaux::committee
