// Decisions on the text: on proposals, on provisions, and what the Secretariat edits by name.
//
// A decision names its meeting and authority. Each has its exact inverse; nothing is destroyed.
// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>

#include "committee/common.h"
#include "committee/meetings.h"
#include "text/draft.h"
#include "text/provenance.h"

namespace travaux::committee {

struct State;
struct Proposal;

/// How far a provision is from agreement.
enum class ProvisionStanding : std::uint8_t {
    open,
    bracketed,
    agreed_ad_referendum,
    agreed,
    adopted
};
BOOST_DESCRIBE_ENUM(ProvisionStanding, open, bracketed, agreed_ad_referendum, agreed, adopted)

enum class DecisionKind : std::uint8_t { adopt_proposal, drop_proposal, set_standing };
BOOST_DESCRIBE_ENUM(DecisionKind, adopt_proposal, drop_proposal, set_standing)

struct Decision {
    DecisionKind kind = DecisionKind::adopt_proposal;
    std::string text;        ///< the published text on which it was taken
    std::string proposal;    ///< of decisions on proposals
    std::uint32_t part = 0;  ///< of an adoption: the part, 0 for all of them
    std::string provision;   ///< of a standing
    ProvisionStanding standing = ProvisionStanding::open;
    Basis basis;
    std::int64_t decided_ms = 0;
    std::optional<std::int64_t> reversed_ms;

    [[nodiscard]] bool is_reversed() const { return reversed_ms.has_value(); }

    /// Whether it was taken at an instant, or before it, and stood then.
    [[nodiscard]] bool stands_at(std::int64_t time_ms) const {
        return decided_ms <= time_ms && (!reversed_ms || *reversed_ms > time_ms);
    }

    bool operator==(const Decision&) const = default;
};

struct ProposalAdopted {
    static constexpr std::string_view name = "proposal.adopted";

    std::string id;
    std::string text;
    std::string proposal;
    std::optional<std::uint32_t> part;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return proposal; }
    bool operator==(const ProposalAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalAdopted, (), (id, text, proposal, part, basis))

struct ProposalDropped {
    static constexpr std::string_view name = "proposal.dropped";

    std::string id;
    std::string text;
    std::string proposal;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return proposal; }
    bool operator==(const ProposalDropped&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalDropped, (), (id, text, proposal, basis))

struct ProvisionStandingSet {
    static constexpr std::string_view name = "provision.standing_set";

    std::string id;
    std::string text;
    std::string provision;
    ProvisionStanding standing = ProvisionStanding::open;
    Basis basis;
    std::optional<std::string> reason;

    [[nodiscard]] const std::string& object() const { return provision; }
    bool operator==(const ProvisionStandingSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProvisionStandingSet, (), (id, text, provision, standing, basis, reason))

struct DecisionReversed {
    static constexpr std::string_view name = "decision.reversed";

    std::string decision;
    Basis basis;
    std::string reason;

    [[nodiscard]] const std::string& object() const { return decision; }
    bool operator==(const DecisionReversed&) const = default;
};
BOOST_DESCRIBE_STRUCT(DecisionReversed, (), (decision, basis, reason))

/// A change of words that the Secretariat makes by name; it stands in the next draft.
struct Edit {
    std::string text;
    std::string provision;
    std::string language;
    std::string words;  ///< those that stand there once
    std::string replacement;
    std::string reason;
    Basis basis;

    bool operator==(const Edit&) const = default;
};

struct TextEdited {
    static constexpr std::string_view name = "text.edited";

    std::string id;
    std::string text;
    std::string provision;
    std::string language;
    std::string words;
    std::string replacement;
    std::string reason;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return provision; }
    bool operator==(const TextEdited&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextEdited, (),
                      (id, text, provision, language, words, replacement, reason, basis))

void apply(State& state, const ProposalAdopted& event, const Entered& when);
void apply(State& state, const ProposalDropped& event, const Entered& when);
void apply(State& state, const ProvisionStandingSet& event, const Entered& when);
void apply(State& state, const DecisionReversed& event, const Entered& when);
void apply(State& state, const TextEdited& event, const Entered& when);

/// Whether a decision adopts something on a text, and stands.
[[nodiscard]] bool adopts(const Decision& decision, const std::string& text);

/// Whether a part of a proposal, counted from 1, is adopted on a text.
[[nodiscard]] bool is_adopted(const State& state, const std::string& text, const Proposal& proposal,
                              std::size_t part);

/// Whether any part of a proposal is adopted on a text.
[[nodiscard]] bool has_adopted_parts(const State& state, const std::string& text,
                                     const Proposal& proposal);

/// An instant after all others, in milliseconds.
inline constexpr std::int64_t end_of_time_ms = std::numeric_limits<std::int64_t>::max();

/// Returns the standing of the provision at a place of a draft, now or at an instant: what was
/// decided last on it or on what holds it.
[[nodiscard]] ProvisionStanding standing_of(const State& state, const text::Draft& draft,
                                            std::size_t at, std::int64_t time_ms = end_of_time_ms);

}  // namespace travaux::committee
