// SPDX-License-Identifier: MIT
#include "committee/acts/deciding.h"

#include <algorithm>

#include "committee/acts/checks.h"
#include "committee/negotiation.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string provision;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (provision, meeting, authority))

// Words that somebody would still change are not agreed: what is open is adopted or dropped first.
Result<void> check_nothing_open(const State& state, const Context& context, const std::string& text,
                                ProvisionId provision) {
    TRY_ASSIGN(const Negotiation on,
               negotiation_on(state, context.library, text, SponsorsAs::codes));
    const text::Draft& draft = on.text->draft;
    const auto at = text::find(draft, provision);
    VERIFY(at);
    const std::size_t end = text::subtree_end(draft, *at);
    for (const auto& [id, proposal] : on.set.submitted) {
        const Proposal& known = state.proposals.at(id);
        if (!has_open_parts(status_of(state, known))) continue;
        for (std::size_t part = 0; part < proposal.parts.size(); ++part) {
            if (is_adopted(state, text, known, part + 1)) continue;
            const auto touched = text::find(draft, provision_of(proposal.parts[part]));
            if (touched && *touched >= *at && *touched < end) {
                return refuse("provision.proposals_open", {id});
            }
        }
    }
    return {};
}

Result<Events> decide_standing(const State& state, const Fields& act, const Context& context,
                               ProvisionStanding standing) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    TRY_OK(check_provisions(state, context, {act.provision}));
    const std::string text = basis_of(state, Subject::convention);
    const ProvisionId provision{*parse_id(act.provision)};
    TRY_ASSIGN(const TextWithProvenance* read, context.library.text(state.texts.at(text).files));
    const auto at = text::find(read->draft, provision);
    VERIFY(at);
    if (standing_of(state, read->draft, *at) == standing) {
        return refuse("provision.standing_same", {act.provision, std::string(name_of(standing))});
    }
    if (standing != ProvisionStanding::bracketed) {
        TRY_OK(check_nothing_open(state, context, text, provision));
    }
    return Events{ProvisionStandingSet{
        next_id('D', state.decisions), text, act.provision, standing, basis, {}}};
}

}  // namespace

std::vector<Right> those_who_enter_decisions() {
    return {{Capacity::secretariat}, {Capacity::officer}};
}

Result<Basis> checked_basis(const State& state, const std::string& meeting,
                            const std::string& authority) {
    if (meeting == out_of_session) return Basis{meeting, authority};
    const Meeting* found = find(state.meetings, meeting);
    if (found == nullptr) return refuse("meeting.unknown", {meeting}, ErrorCode::not_found);
    if (found->formality == Formality::informal) return refuse("meeting.informal", {meeting});
    return Basis{meeting, authority};
}

Result<const Proposal*> open_proposal(const State& state, const std::string& id) {
    TRY_ASSIGN(const Proposal* proposal, known_proposal(state, id));
    const ProposalStatus status = status_of(state, *proposal);
    if (has_open_parts(status)) return proposal;
    return refuse("proposal.not_open", {id, std::string(name_of(status))});
}

std::string negotiated_text_of(const State& state, const Proposal& proposal) {
    return basis_of(state, state.texts.at(proposal.text).subject);
}

Act declare_standing(std::string_view name, std::string_view sentence, ProvisionStanding standing) {
    return declare<Fields>(
        {
            .name = name,
            .sentence = sentence,
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {"provision"},
            .fields = {{"provision", "The permanent id of the provision."},
                       {"meeting", "The meeting in which it was decided, or out_of_session."},
                       {"authority", "Who decided, such as the Committee by consensus."}},
        },
        [standing](const State& state, const Fields& act, const Context& context) {
            return decide_standing(state, act, context, standing);
        });
}

}  // namespace travaux::committee
