// text.agree: the committee agrees a text as a whole: its outline, its modalities, the draft.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"
#include "committee/negotiation.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string text;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (text, meeting, authority))

// What was decided on a text stands in the one after it, so that one is agreed.
Result<void> check_nothing_decided(const State& state, const std::string& text) {
    for (const auto& [id, decision] : state.decisions) {
        if (adopts(decision, text)) return refuse("text.decisions_pending", {text, id});
    }
    for (const auto& [id, edit] : state.edits) {
        if (edit.text == text) return refuse("text.decisions_pending", {text, id});
    }
    return {};
}

// What still stands in brackets is not agreed.
Result<Events> decide_agree(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    const PublishedText* text = find(state.texts, act.text);
    if (text == nullptr) return refuse("text.unknown", {act.text}, ErrorCode::not_found);
    if (basis_of(state, text->subject) != act.text)
        return refuse("text.not_negotiated", {act.text});
    if (text->agreed) return refuse("text.agreed_already", {act.text});
    TRY_ASSIGN(const Negotiation on,
               negotiation_on(state, context.library, act.text, SponsorsAs::codes));
    for (const auto& [id, proposal] : on.set.submitted) {
        if (has_open_parts(status_of(state, state.proposals.at(id)))) {
            return refuse("text.proposals_open", {act.text, id});
        }
    }
    TRY_OK(check_nothing_decided(state, act.text));
    return Events{TextAgreed{act.text, basis}};
}

}  // namespace

Act text_agree() {
    return declare<Fields>(
        {
            .name = "text.agree",
            .sentence = "Enters that the committee agrees a text as a whole.",
            .who = those_who_enter_decisions(),
            .on = "text",
            .reads = {"text"},
            .fields = {{"text", "The text that is agreed."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided, such as the Committee by consensus."}},
        },
        decide_agree);
}

}  // namespace travaux::committee
