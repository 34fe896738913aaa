// Proposals: who stands behind them, and what became of them. Their words are bodies.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>

#include "committee/calls.h"
#include "committee/common.h"

namespace travaux::committee {

struct State;

/// A member's name at a proposal.
struct Sponsorship {
    std::int64_t since_ms = 0;
    std::string consent;  ///< how it was given where the member did not act itself; empty otherwise

    bool operator==(const Sponsorship&) const = default;
};

struct Proposal {
    std::string text;                   ///< the published text that it amends
    std::string amends;                 ///< the proposal that it amends, or empty
    std::string revises;                ///< the proposal in whose place it came, or empty
    std::string revised_by;             ///< the proposal that came in its place, or empty
    std::string group;                  ///< for which it was submitted, or empty
    std::set<std::string> dissociated;  ///< members of the group that do not share it
    std::string submitted_by;
    std::map<std::string, Sponsorship> sponsors;  ///< those it has now
    BodyReference parts;
    std::optional<BodyReference> reason;
    std::optional<BodyReference> file;  ///< from which it was read
    std::string call;
    Timing timing = Timing::without_call;
    std::int64_t submitted_ms = 0;
    std::vector<std::string> decisions;  ///< on it, oldest first

    bool operator==(const Proposal&) const = default;
};

/// What became of a proposal.
enum class ProposalStatus : std::uint8_t {
    open,
    withdrawn,
    revised,  ///< all its sponsors went with the revision
    dropped,
    adopted,
    adopted_in_part,
};
BOOST_DESCRIBE_ENUM(ProposalStatus, open, withdrawn, revised, dropped, adopted, adopted_in_part)

[[nodiscard]] ProposalStatus status_of(const State& state, const Proposal& proposal);

/// Whether a status says that something of a proposal is still to be decided.
[[nodiscard]] bool has_open_parts(ProposalStatus status);

struct ProposalSubmitted {
    static constexpr std::string_view name = "proposal.submitted";

    std::string id;
    std::string text;
    std::optional<std::string> amends;
    std::string member;
    std::optional<std::string> consent;
    BodyReference parts;
    std::optional<BodyReference> reason;
    std::optional<std::string> call;
    Timing timing = Timing::without_call;
    std::optional<std::string> group;
    std::optional<std::string> revises;
    std::optional<BodyReference> file;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const ProposalSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalSubmitted, (),
                      (id, text, amends, member, consent, parts, reason, call, timing, group,
                       revises, file))

struct ProposalCoSponsored {
    static constexpr std::string_view name = "proposal.co_sponsored";

    std::string proposal;
    std::string member;
    std::optional<std::string> consent;

    [[nodiscard]] const std::string& object() const { return proposal; }
    bool operator==(const ProposalCoSponsored&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalCoSponsored, (), (proposal, member, consent))

struct ProposalWithdrawn {
    static constexpr std::string_view name = "proposal.withdrawn";

    std::string proposal;
    std::string member;
    std::optional<std::string> consent;

    [[nodiscard]] const std::string& object() const { return proposal; }
    bool operator==(const ProposalWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalWithdrawn, (), (proposal, member, consent))

void apply(State& state, const ProposalSubmitted& event, const Entered& when);
void apply(State& state, const ProposalCoSponsored& event, const Entered& when);
void apply(State& state, const ProposalWithdrawn& event, const Entered& when);

}  // namespace travaux::committee
