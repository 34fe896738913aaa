// SPDX-License-Identifier: MIT
#include "committee/acts/checks.h"

#include "base/id.h"

namespace travaux::committee {

Result<Speaker> speaker(const State& state, const Context& context,
                        const std::optional<std::string>& member,
                        const std::optional<std::string>& consent) {
    if (context.caller.capacity == Capacity::secretariat) {
        if (!member) return refuse("member.not_named");
        if (!consent) return refuse("member.consent_missing", {*member});
        TRY_OK(sitting_member(state, context, *member));
        return Speaker{*member, consent};
    }
    const std::string& own = context.caller.delegation;
    if (member && *member != own) return refuse("rights.not_yours", {*member});
    TRY_OK(sitting_member(state, context, own));
    return Speaker{own, std::nullopt};
}

Result<const Member*> sitting_member(const State& state, const Context& context,
                                     const std::string& code) {
    const Member* member = find(state.members, code);
    if (member == nullptr) return refuse("member.unknown", {code}, ErrorCode::not_found);
    if (!sits_on(*member, date_of(context.time_ms))) return refuse("member.not_sitting", {code});
    return member;
}

Result<const Proposal*> known_proposal(const State& state, const std::string& id) {
    const Proposal* proposal = find(state.proposals, id);
    if (proposal == nullptr) return refuse("proposal.not_on_record", {id}, ErrorCode::not_found);
    return proposal;
}

Result<const Proposal*> undecided_proposal(const State& state, const std::string& id) {
    TRY_ASSIGN(const Proposal* proposal, known_proposal(state, id));
    const ProposalStatus status = status_of(state, *proposal);
    const std::string text = basis_of(state, state.texts.at(proposal->text).subject);
    const bool is_decided = status == ProposalStatus::dropped ||
                            status == ProposalStatus::adopted ||
                            has_adopted_parts(state, text, *proposal);
    if (is_decided) return refuse("proposal.decided", {id, std::string(name_of(status))});
    return proposal;
}

Result<void> check_moment(const Moment& moment) {
    if (can_be(moment.local, moment.at_ms)) return {};
    return refuse("moment.zone", {moment.local.text(), moment.zone}, ErrorCode::invalid);
}

Result<void> check_dates(const SessionDates& dates) {
    if (dates.opens.has_value() != dates.closes.has_value()) {
        return refuse("session.dates_missing", {dates.words});
    }
    if (!dates.opens) {
        const bool is_vague = dates.standing != DatesStanding::confirmed;
        return is_vague ? Result<void>{} : refuse("session.dates_missing", {dates.words});
    }
    TRY_OK(check_moment(*dates.opens));
    TRY_OK(check_moment(*dates.closes));
    if (dates.opens->at_ms >= dates.closes->at_ms) {
        return refuse("session.dates_order",
                      {dates.opens->local.text(), dates.closes->local.text()});
    }
    return {};
}

Result<void> check_provisions(const State& state, const Context& context,
                              const std::vector<std::string>& provisions) {
    if (provisions.empty()) return {};
    const PublishedText* published = find(state.texts, basis_of(state, Subject::convention));
    if (published == nullptr) return refuse("text.none_negotiated");
    TRY_ASSIGN(const TextWithProvenance* text, context.library.text(published->files));
    for (const std::string& one : provisions) {
        const auto id = parse_id(one);
        if (!id || !text::find(text->draft, ProvisionId{*id})) {
            return refuse("provision.unknown", {one}, ErrorCode::not_found);
        }
    }
    return {};
}

}  // namespace travaux::committee
