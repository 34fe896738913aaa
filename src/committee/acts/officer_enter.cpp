// officer.enter: who holds an office, with the decision that chose them.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    ActorId person;
    std::string member;
    Office office = Office::chair;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (person, member, office, meeting, authority))

Result<Events> decide_enter(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_OK(sitting_member(state, context, act.member));
    for (const auto& [id, officer] : state.officers) {
        if (officer.until_ms) continue;
        if (officer.person == act.person) return refuse("officer.serves", {id});
        // There is one Chair and one Rapporteur, and as many Vice-Chairs as were elected.
        if (officer.office == act.office && act.office != Office::vice_chair) {
            return refuse("officer.office_held", {id});
        }
    }
    return Events{
        OfficerEntered{next_id('O', state.officers), act.person, act.member, act.office, basis}};
}

}  // namespace

Act officer_enter() {
    return declare<Fields>(
        {
            .name = "officer.enter",
            .sentence = "Enters an officer with the decision that chose them.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields = {{"person", "The person."},
                       {"member", "The member from whose delegation they come."},
                       {"office", "Which office."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "How, such as election by acclamation."}},
        },
        decide_enter);
}

}  // namespace travaux::committee
