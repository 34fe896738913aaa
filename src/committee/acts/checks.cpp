// SPDX-License-Identifier: MIT
#include "committee/acts/checks.h"

#include "base/id.h"

namespace travaux::committee {
namespace {

// Documents have to be made between two sessions.
Result<void> check_gaps(const State& state, const SessionDates& dates, const std::string& id) {
    if (!state.modalities || !state.modalities->session_gap_weeks_min) return {};
    const std::int64_t days = 7 * std::int64_t{*state.modalities->session_gap_weeks_min};
    for (const auto& [other, session] : state.sessions) {
        const SessionDates& held = session.dates();
        const bool counts =
            other != id && held.opens && held.closes && held.standing != DatesStanding::postponed;
        if (!counts) continue;
        const std::int64_t after = dates.opens->local.date.days() - held.closes->local.date.days();
        const std::int64_t before = held.opens->local.date.days() - dates.closes->local.date.days();
        if (after < days && before < days) {
            return refuse("session.too_close",
                          {other, std::to_string(*state.modalities->session_gap_weeks_min),
                           source_of(*state.modalities, Setting::session_gap_weeks_min)});
        }
    }
    return {};
}

}  // namespace

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
    if (!sits_on(*member, today(state, context))) return refuse("member.not_sitting", {code});
    return member;
}

Result<const Meeting*> own_meeting(const State& state, const Context& context,
                                   const std::string& id) {
    const Meeting* meeting = find(state.meetings, id);
    if (meeting == nullptr) return refuse("meeting.unknown", {id}, ErrorCode::not_found);
    const bool facilitates = context.caller.capacity == Capacity::facilitator;
    if (facilitates && meeting->chair != context.caller.actor) {
        return refuse("meeting.not_theirs", {id});
    }
    return meeting;
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

Result<void> check_moment(const Context& context, const Moment& moment) {
    bool is_shown = can_be(moment.local, moment.at_ms);
    if (context.zones != nullptr) {
        const auto ahead = context.zones->minutes_ahead(moment.zone, moment.at_ms);
        const std::int64_t minutes = moment.local.date.days() * 1440 + moment.local.minute;
        is_shown = ahead && moment.at_ms == (minutes - *ahead) * 60'000;
    }
    if (is_shown) return {};
    return refuse("moment.zone", {moment.local.text(), moment.zone}, ErrorCode::invalid);
}

Result<void> check_dates(const State& state, const Context& context, const SessionDates& dates,
                         const std::string& id) {
    if (dates.opens.has_value() != dates.closes.has_value()) {
        return refuse("session.dates_missing", {dates.words});
    }
    if (!dates.opens) {
        const bool is_vague = dates.standing == DatesStanding::tentative ||
                              dates.standing == DatesStanding::postponed;
        return is_vague ? Result<void>{} : refuse("session.dates_missing", {dates.words});
    }
    TRY_OK(check_moment(context, *dates.opens));
    TRY_OK(check_moment(context, *dates.closes));
    if (dates.opens->at_ms >= dates.closes->at_ms) {
        return refuse("session.dates_order",
                      {dates.opens->local.text(), dates.closes->local.text()});
    }
    if (dates.standing == DatesStanding::postponed) return {};
    return check_gaps(state, dates, id);
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
