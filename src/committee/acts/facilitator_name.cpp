// facilitator.name: who brings delegations together on some provisions. Each provision has one
// facilitator.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    ActorId person;
    std::string member;
    std::string title;
    std::vector<std::string> provisions;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (person, member, title, provisions, meeting, authority))

// Whether one of two provisions holds the other, or they are the same.
bool overlap(const text::Draft& draft, const std::string& first, const std::string& second) {
    const auto place = [&](const std::string& id) {
        return text::find(draft, ProvisionId{*parse_id(id)});
    };
    const auto one = place(first);
    const auto other = place(second);
    if (!one || !other) return first == second;
    const auto holds = [&](std::size_t outer, std::size_t inner) {
        return outer <= inner && inner < text::subtree_end(draft, outer);
    };
    return holds(*one, *other) || holds(*other, *one);
}

Result<Events> decide_name(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_OK(sitting_member(state, context, act.member));
    if (act.provisions.empty()) return refuse("facilitator.no_provisions");
    TRY_OK(check_provisions(state, context, act.provisions));
    const std::string basis_text = basis_of(state, Subject::convention);
    TRY_ASSIGN(const TextWithProvenance* text,
               context.library.text(state.texts.at(basis_text).files));
    for (const auto& [id, other] : state.facilitators) {
        if (other.until_ms) continue;
        for (const std::string& held : other.provisions) {
            for (const std::string& wanted : act.provisions) {
                if (overlap(text->draft, held, wanted)) {
                    return refuse("facilitator.provision_held", {wanted, id});
                }
            }
        }
    }
    return Events{FacilitatorNamed{next_id('F', state.facilitators), act.person, act.member,
                                   act.title, act.provisions, basis}};
}

}  // namespace

Act facilitator_name() {
    return declare<Fields>(
        {
            .name = "facilitator.name",
            .sentence = "Names a facilitator of a group of provisions.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {},
            .fields = {{"person", "The person."},
                       {"member", "The member from whose delegation they come."},
                       {"title", "What the group is called, such as Articles 4 to 7."},
                       {"provisions", "The provisions, by permanent id, with all that they hold."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided, such as the Chair."}},
        },
        decide_name);
}

}  // namespace travaux::committee
