// provision.reopen: what was agreed is open again, by a decision with its reason.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string provision;
    std::string meeting;
    std::string authority;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (provision, meeting, authority, reason))

Result<Events> decide_reopen(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_OK(check_provisions(state, context, {act.provision}));
    const std::string text = basis_of(state, Subject::convention);
    TRY_ASSIGN(const TextWithProvenance* read, context.library.text(state.texts.at(text).files));
    const auto at = text::find(read->draft, ProvisionId{*parse_id(act.provision)});
    VERIFY(at);
    if (standing_of(state, read->draft, *at) == ProvisionStanding::open) {
        return refuse("provision.standing_same", {act.provision, "open"});
    }
    return Events{ProvisionStandingSet{next_id('D', state.decisions), text, act.provision,
                                       ProvisionStanding::open, basis, act.reason}};
}

}  // namespace

Act provision_reopen() {
    return declare<Fields>(
        {
            .name = "provision.reopen",
            .sentence = "Enters that a provision is open again.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {"provision"},
            .fields = {{"provision", "The permanent id of the provision."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided."},
                       {"reason", "Why."}},
        },
        decide_reopen);
}

}  // namespace travaux::committee
