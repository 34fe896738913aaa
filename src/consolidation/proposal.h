// Proposals: what delegations want, as parts that amend one frozen draft.
//
// Of a part on words only the target counts: two instructions that lead to the same words are the
// same wish. Splitting a provision is a target with `text::paragraph_break` in it; replacing a term
// everywhere is a target for each provision that has the term.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/container/flat_map.hpp>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/shared_text.h"
#include "text/draft.h"
#include "text/provenance.h"

namespace travaux::consolidation {

/// A gap in the tree: under `parent` (none at the top), right after its child `after` (none for the
/// first place).
struct Place {
    ProvisionId parent;
    ProvisionId after;

    auto operator<=>(const Place&) const = default;
};

/// These words are to stand in that field of the provision.
struct TextPart {
    ProvisionId provision;
    text::Field field = text::Field::text;
    SharedText target;

    bool operator==(const TextPart&) const = default;
};

/// A provision that does not exist yet; `depth` is 0 for the root of what is inserted.
struct NewProvision {
    text::ProvisionKind kind = text::ProvisionKind::paragraph;
    std::uint32_t depth = 0;
    text::Wording wording;

    bool operator==(const NewProvision&) const = default;
};

/// A new provision with what it holds, in preorder, one root.
struct InsertPart {
    Place place;
    std::vector<NewProvision> provisions;

    bool operator==(const InsertPart&) const = default;
};

/// The provision goes, with everything it holds.
struct DeletePart {
    ProvisionId provision;

    bool operator==(const DeletePart&) const = default;
};

/// The provision goes elsewhere, with everything it holds.
struct MovePart {
    ProvisionId provision;
    Place place;

    bool operator==(const MovePart&) const = default;
};

/// The provision takes the words of its next sibling, and the sibling's children.
struct JoinPart {
    ProvisionId provision;

    bool operator==(const JoinPart&) const = default;
};

/// Brackets around words that stand once in the text; around all of it where `words` is empty.
struct BracketPart {
    ProvisionId provision;
    std::string words;

    bool operator==(const BracketPart&) const = default;
};

/// A delegation reserves its position on the provision.
struct ReservePart {
    ProvisionId provision;
    std::string statement;

    bool operator==(const ReservePart&) const = default;
};

/// A remark that stands beside the provision.
struct NotePart {
    ProvisionId provision;
    std::string note;

    bool operator==(const NotePart&) const = default;
};

using Part = std::variant<TextPart, InsertPart, DeletePart, MovePart, JoinPart, BracketPart,
                          ReservePart, NotePart>;

/// Whether parts may be adopted one by one.
enum class Package : std::uint8_t { severable, all_or_nothing };

/// A proposal as it stands once every event on it has been taken together.
struct Proposal {
    std::string id;                     ///< as its sender wrote it; unique in a set
    std::vector<std::string> sponsors;  ///< sorted; empty for a carrier (see `open_proposals`)
    /// Of an open one: who submitted it and supports it no longer; sorted.
    std::vector<std::string> brought_by;
    text::Language language = text::Language::en;
    Package package = Package::severable;
    std::string reason;
    std::string amends;  ///< the proposal whose words this one amends, or empty
    std::vector<Part> parts;
    boost::container::flat_map<text::Language, std::vector<Part>>
        translations;  ///< same shape as `parts`

    bool operator==(const Proposal&) const = default;
};

/// Returns a part in a language: as submitted, or translated; null while that is pending.
[[nodiscard]] const Part* part_in(const Proposal& proposal, std::size_t part,
                                  text::Language language);

/// Whether two parts are of one kind and on one provision, as a translation is of what it
/// translates.
[[nodiscard]] bool same_shape(const Part& a, const Part& b);

/// Support of one sponsor; a tag makes renewed support distinct from support withdrawn before.
struct Support {
    std::string proposal;
    std::string sponsor;
    std::string tag;

    auto operator<=>(const Support&) const = default;
};

/// The decision to drop a proposal; a tag makes one taken anew distinct from one taken back.
struct Drop {
    std::string proposal;
    std::string tag;

    auto operator<=>(const Drop&) const = default;
};

/// Everything that was sent in, as sets: joining two is set union, so order and repetition of what
/// was sent play no part.
struct ProposalSet {
    std::map<std::string, Proposal> submitted;  ///< by id; `sponsors` as submitted
    std::set<Support> supports;                 ///< added, the submitters' own included (tag empty)
    std::set<Support> withdrawals;
    std::set<Drop> drops;
    std::set<Drop> reconsidered;  ///< drops that were taken back

    bool operator==(const ProposalSet&) const = default;
};

/// Whether a decision to drop a proposal stands: one that was not taken back, whatever came first.
[[nodiscard]] bool is_dropped(const ProposalSet& set, const std::string& id);

/// Whether all who submitted a proposal have withdrawn it. Anybody may take it up then (rule 122 of
/// the General Assembly): a support that makes it stand again, with the words that it had.
[[nodiscard]] bool is_withdrawn(const ProposalSet& set, const Proposal& submitted);

/// Returns the proposals that are open, sorted by id, with the sponsors they have now. One without
/// sponsors is left out, unless an open proposal amends it: then it carries that amendment, without
/// sponsors.
[[nodiscard]] std::vector<Proposal> open_proposals(const ProposalSet& set);

/// Returns the ids of the provisions that a part inserts, in its order: the same for all proposals
/// that insert the same provisions at the same place.
[[nodiscard]] std::vector<ProvisionId> inserted_ids(const InsertPart& part);

}  // namespace travaux::consolidation
