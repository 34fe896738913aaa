// What somebody of a delegation does with what it keeps to itself, for programs and on pages: until
// an act of theirs nothing of it is on the record.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "access/drafts.h"
#include "http/served_committee.h"

namespace travaux::http {

/// Those who keep drafts: delegates and heads.
[[nodiscard]] const std::vector<committee::Right>& of_delegations();

/// How a draft is submitted: the edition that was seen, and what the act takes beside the words.
struct DraftSubmission {
    std::int64_t edition = 0;
    std::optional<std::string> language{};
    std::optional<std::string> amends{};
    std::optional<std::string> group{};
};
BOOST_DESCRIBE_STRUCT(DraftSubmission, (), (edition, language, amends, group))

/// The drafts and requests of a delegation, for somebody whom the record knows as its own.
struct DraftWork {
    access::Drafts& drafts;
    const ServedCommittee& committee;
    committee::Caller caller;

    [[nodiscard]] access::Visit visit() const { return {committee.name(), caller}; }

    /// Invites another delegation to a draft. Errors: `member.unknown`, those of `Drafts::share`.
    [[nodiscard]] Result<void> invite(const std::string& id, const std::string& member) const;

    /// Submits a draft by the act `proposal.submit`, asks its guests to co-sponsor, and erases it.
    /// Submitted twice, as after an answer that was lost, it becomes one proposal. Errors: those of
    /// `Drafts::to_submit` and of the act.
    [[nodiscard]] Result<host::DoneAct> submit(const std::string& id,
                                               const DraftSubmission& how) const;

    /// Asks another delegation to co-sponsor a proposal on record, and returns the request's id.
    /// Errors: `member.unknown`, `proposal.not_on_record`, `proposal.sponsor_already`, those of
    /// `Drafts::ask`.
    [[nodiscard]] Result<std::string> ask(const access::SponsorRequest& request) const;

    /// Co-sponsors as was asked, by the act `proposal.co_sponsor`. Errors:
    /// `sponsor_request.unknown`, those of the act.
    [[nodiscard]] Result<host::DoneAct> accept(const std::string& request) const;
};

}  // namespace travaux::http
