// committee.seat: where the committee has its seat, and by whose clocks it counts its days.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string place;
    std::string zone;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (place, zone))

Result<Events> decide_seat(const State& state, const Fields& act, const Context& context) {
    const bool is_known = context.zones == nullptr ||
                          context.zones->minutes_ahead(act.zone, context.time_ms).has_value();
    if (!is_known) return refuse("committee.zone_unknown", {act.zone});
    if (state.duty_station == DutyStation{act.place, act.zone}) {
        return refuse("committee.seated_already", {act.place});
    }
    return Events{CommitteeSeated{act.place, act.zone}};
}

}  // namespace

Act committee_seat() {
    return declare<Fields>(
        {
            .name = "committee.seat",
            .sentence = "Enters the duty station of the committee, where its days are counted.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields = {{"place", "The place, such as Vienna."},
                       {"zone", "Its time zone, such as Europe/Vienna."}},
        },
        decide_seat);
}

}  // namespace travaux::committee
