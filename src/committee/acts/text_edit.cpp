// text.edit: the Secretariat changes words by name; they stand in the next draft.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"
#include "committee/acts/deciding.h"
#include "committee/negotiation.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string provision;
    std::string language;
    std::string words;
    std::string replacement;
    std::string reason;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (),
                      (provision, language, words, replacement, reason, meeting, authority))

Result<Events> decide_edit(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_OK(check_provisions(state, context, {act.provision}));
    const std::string text = basis_of(state, Subject::convention);
    const Edit edit{text,       act.provision, act.language, act.words, act.replacement,
                    act.reason, basis};
    TRY_ASSIGN(const TextWithProvenance* read, context.library.text(state.texts.at(text).files));
    TRY_OK(with_edit(next_id('E', state.edits), edit, read->draft));
    const auto at = text::find(read->draft, ProvisionId{*parse_id(act.provision)});
    VERIFY(at);
    const ProvisionStanding standing = standing_of(state, read->draft, *at);
    if (standing != ProvisionStanding::open && standing != ProvisionStanding::bracketed) {
        return refuse("provision.is_agreed", {act.provision, std::string(name_of(standing))});
    }
    return Events{TextEdited{next_id('E', state.edits), text, act.provision, act.language,
                             act.words, act.replacement, act.reason, basis}};
}

}  // namespace

Act text_edit() {
    return declare<Fields>(
        {
            .name = "text.edit",
            .sentence = "Changes words by name, for the next draft.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"provision"},
            .fields =
                {
                    {"provision", "The permanent id of the provision."},
                    {"language", "The language whose words change."},
                    {"words", "The words that stand there once."},
                    {"replacement", "The words that come in their place."},
                    {"reason", "Why."},
                    {"meeting", "The meeting in which it was announced, or out_of_session."},
                    {"authority", "On whose authority, such as the Chair."},
                },
        },
        decide_edit);
}

}  // namespace travaux::committee
