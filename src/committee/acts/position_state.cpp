// position.state: a member supports, opposes or reserves its position, and changes no word.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    Position position = Position::support;
    std::optional<std::string> proposal;
    std::optional<std::string> provision;
    std::optional<BodyReference> statement;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (position, proposal, provision, statement, member, consent))

Result<Events> decide_state(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    if (act.proposal.has_value() == act.provision.has_value()) return refuse("position.on_what");
    if (act.proposal) TRY_OK(known_proposal(state, *act.proposal));
    if (act.provision) TRY_OK(check_provisions(state, context, {*act.provision}));
    return Events{PositionStated{next_id('N', state.positions), by.member, act.proposal,
                                 act.provision, act.position, act.statement, by.consent}};
}

}  // namespace

Act position_state() {
    return declare<Fields>(
        {
            .name = "position.state",
            .sentence = "States a position on a proposal or a provision; the last one holds.",
            .who = {{Capacity::delegate}, {Capacity::head}, {Capacity::secretariat}},
            .on = {},
            .reads = {"proposal", "provision"},
            .fields = {{"position", "Whether the member supports, opposes or reserves."},
                       {"proposal", "The proposal that it is about,"},
                       {"provision", "or the provision, by its permanent id."},
                       {"statement", "What the member says."},
                       {"member", "The member for which the Secretariat acts."},
                       {"consent", "How that member said so."}},
        },
        decide_state);
}

}  // namespace travaux::committee
