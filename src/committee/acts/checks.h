// Checks that several acts make.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/act.h"

namespace travaux::committee {

/// The member that an act is done for, and how it consented where it does not act itself.
struct Speaker {
    std::string member;
    std::optional<std::string> consent;
};

/// Who speaks: delegates for their own delegation; the Secretariat for a member that is named, with
/// how it consented. Errors: `member.*`, `rights.not_yours`.
[[nodiscard]] Result<Speaker> speaker(const State& state, const Context& context,
                                      const std::optional<std::string>& member,
                                      const std::optional<std::string>& consent);

/// Returns a member that sits today. Errors: `member.unknown`, `member.not_sitting`.
[[nodiscard]] Result<const Member*> sitting_member(const State& state, const Context& context,
                                                   const std::string& code);

/// Returns a meeting that the caller may lead: facilitators those alone in which they preside.
/// Errors: `meeting.unknown`, `meeting.not_theirs`.
[[nodiscard]] Result<const Meeting*> own_meeting(const State& state, const Context& context,
                                                 const std::string& id);

/// Returns a proposal. Error: `proposal.unknown`.
[[nodiscard]] Result<const Proposal*> known_proposal(const State& state, const std::string& id);

/// Returns a proposal on which nothing is decided, so that names may still come and go; what was
/// left open of it in an earlier text counts as undecided. GA rule 122: a proposal may be withdrawn
/// before voting on it has commenced. Errors: `proposal.not_on_record`, `proposal.decided`.
[[nodiscard]] Result<const Proposal*> undecided_proposal(const State& state, const std::string& id);

/// Checks that the clocks of its zone show the local time of a moment at its instant; without a
/// table of zones, that some clocks do. Error: `moment.zone`.
[[nodiscard]] Result<void> check_moment(const Context& context, const Moment& moment);

/// Checks the dates of a session, `id` where it is planned already. Errors: `moment.zone`,
/// `session.dates_order`, `session.dates_missing`, `session.too_close`.
[[nodiscard]] Result<void> check_dates(const State& state, const Context& context,
                                       const SessionDates& dates, const std::string& id);

/// Checks that provisions stand in the text of a subject that is negotiated, by permanent id.
/// Errors: `provision.unknown`, those of the library.
[[nodiscard]] Result<void> check_provisions(const State& state, const Context& context,
                                            const std::vector<std::string>& provisions);

}  // namespace travaux::committee
