// decision.reverse: the exact inverse of a decision. Both stay on record.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string decision;
    std::string meeting;
    std::string authority;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (decision, meeting, authority, reason))

// What went into a text that was published since is changed by proposals on that text.
Result<Events> decide_reverse(const State& state, const Fields& act, const Context& /*context*/) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    const Decision* decision = find(state.decisions, act.decision);
    if (decision == nullptr) {
        return refuse("decision.unknown", {act.decision}, ErrorCode::not_found);
    }
    if (decision->is_reversed()) return refuse("decision.reversed_already", {act.decision});
    const std::string& by = state.texts.at(decision->text).superseded_by;
    if (!by.empty() && decision->kind == DecisionKind::adopt_proposal) {
        return refuse("decision.published", {act.decision, by});
    }
    return Events{DecisionReversed{act.decision, basis, act.reason}};
}

}  // namespace

Act decision_reverse() {
    return declare<Fields>(
        {
            .name = "decision.reverse",
            .sentence = "Enters that a decision is taken back.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {"decision"},
            .fields = {{"decision", "The id of the decision."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided."},
                       {"reason", "Why."}},
        },
        decide_reverse);
}

}  // namespace travaux::committee
