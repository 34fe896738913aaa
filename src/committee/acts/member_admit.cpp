// member.admit: States and observers take their seats.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Seat {
    static constexpr std::string_view type_name = "seat";

    std::string code;
    std::string name;
    MemberStatus status = MemberStatus::member_state;
    std::optional<RegionalGroup> group;
    std::optional<Date> from;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (code, name, status, group, from))

struct Fields {
    std::vector<Seat> seats;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (seats))

// Codes have two to eight capital letters and digits; three letters for a State.
bool is_code(const std::string& code) {
    return code.size() >= 2 && code.size() <= 8 && std::ranges::all_of(code, [](char sign) {
               return (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
           });
}

Result<void> check_seat(const State& state, const Seat& seat) {
    // The ids of other things are one capital letter and digits.
    const bool is_like_an_id = seat.code.find_first_not_of("0123456789", 1) == std::string::npos;
    if (!is_code(seat.code) || is_like_an_id) return refuse("member.code", {seat.code});
    const Member* member = find(state.members, seat.code);
    if (member != nullptr && !member->until) return refuse("member.admitted_already", {seat.code});
    if (seat.status != MemberStatus::member_state && seat.group) {
        return refuse("member.observer_group", {seat.code});
    }
    return {};
}

Result<Events> decide_admit(const State& state, const Fields& act, const Context& /*context*/) {
    if (act.seats.empty()) return refuse("member.none");
    Events events;
    std::set<std::string> codes;
    for (const Seat& seat : act.seats) {
        TRY_OK(check_seat(state, seat));
        if (!codes.insert(seat.code).second) return refuse("member.admitted_already", {seat.code});
        events.emplace_back(
            MemberAdmitted{seat.code, seat.name, seat.status, seat.group, seat.from});
    }
    return events;
}

}  // namespace

Act member_admit() {
    return declare<Fields>(
        {
            .name = "member.admit",
            .sentence = "Enters members and observers in the list of the committee.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields = {{"seats",
                        "Each with its code, name, status, regional group and first day."}},
        },
        decide_admit);
}

}  // namespace travaux::committee
