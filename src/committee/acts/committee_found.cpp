// committee.found: a mandate makes a committee.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string resolution;
    Date adopted_on;
    std::optional<Vote> vote;
    std::string title;
    std::string purpose;
    std::string parent_organ;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (resolution, adopted_on, vote, title, purpose, parent_organ))

Result<Events> decide_found(const State& state, const Fields& act, const Context& context) {
    if (state.mandate) return refuse("committee.founded_already", {state.mandate->resolution});
    if (today(state, context) < act.adopted_on) {
        return refuse("committee.mandate_not_yet", {act.adopted_on.text()});
    }
    return Events{CommitteeFounded{act.resolution, act.adopted_on, act.vote, act.title, act.purpose,
                                   act.parent_organ}};
}

}  // namespace

Act committee_found() {
    return declare<Fields>(
        {
            .name = "committee.found",
            .sentence = "Founds the committee by its mandate.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields =
                {
                    {"resolution", "The symbol of the resolution, such as A/RES/74/247."},
                    {"adopted_on", "The day on which the resolution was adopted."},
                    {"vote", "The recorded vote; absent where there was none."},
                    {"title", "The full title of the committee."},
                    {"purpose", "What the committee is to do."},
                    {"parent_organ", "The organ that made it and to which it reports."},
                },
        },
        decide_found);
}

}  // namespace travaux::committee
