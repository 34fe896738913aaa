// The consolidated text: one annotated tree, of which every printing is a view.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consolidation/layout.h"
#include "consolidation/proposal.h"
#include "text/draft.h"

namespace travaux::consolidation {

/// A proposal by its place in `Consolidated::proposals`.
using ProposalIndex = std::uint32_t;

/// Who want one thing: few, as a rule.
using ProposalList = boost::container::small_vector<ProposalIndex, 2>;

/// One text that somebody wants in a field.
struct Target {
    text::Words words;
    ProposalList proposals;   ///< sorted
    bool is_pending = false;  ///< no translation yet: `words` are of another language, and stand
                              ///< outside the tree

    Target() = default;
    Target(Target&&) = default;
    Target& operator=(Target&&) = default;
};

/// One field of a provision with everything proposed for it. A `Witness` of the tree is a position
/// in `targets`. The tree points into `base` and `targets`, so this type moves but does not copy.
struct AnnotatedText {
    text::Words base;
    std::vector<Target> targets;
    Tree tree;
};

/// What is asked of a provision beside its words.
enum class MarkKind : std::uint8_t {
    deletion,     ///< it is to go, with everything it holds
    move,         ///< it is to stand at `other` (see `RowKind::destination`)
    join,         ///< it is to take the words of its next sibling, `other`
    bracket,      ///< brackets around `words`, or all of it where `words` is empty
    reservation,  ///< `words` is the statement, possibly empty
    note,         ///< `words` is the remark
};

struct Mark {
    MarkKind kind = MarkKind::note;
    std::string words;
    ProvisionId other;         ///< of a move: the new left neighbour, none where first
    ProvisionId other_parent;  ///< of a move: the new parent, none at the top
    ProposalList proposals;    ///< sorted
};

enum class RowKind : std::uint8_t {
    provision,    ///< of the draft
    insertion,    ///< proposed
    destination,  ///< where a move would put provision `id`; it has no words of its own
};

/// One provision of the consolidated text, or a place where one would stand.
struct Row {
    RowKind kind = RowKind::provision;
    ProvisionId id;
    text::ProvisionKind provision_kind = text::ProvisionKind::paragraph;
    std::uint32_t depth = 0;
    AnnotatedText number;
    AnnotatedText heading;
    AnnotatedText text;
    ProposalList proposed_by;  ///< of an insertion or a destination; sorted
    std::vector<Mark> marks;   ///< by kind, then words
};

/// Who stands behind each proposal. It is a small copy of what the proposals say themselves: every
/// bracket asks for it.
class Sponsorship {
public:
    Sponsorship() = default;
    explicit Sponsorship(std::span<const Proposal> proposals);

    /// Returns the sponsors of a proposal as positions among all names.
    [[nodiscard]] std::span<const std::uint32_t> of(ProposalIndex proposal) const {
        return std::span(sponsors_).subspan(begins_[proposal],
                                            begins_[proposal + 1] - begins_[proposal]);
    }
    [[nodiscard]] std::string_view name(std::uint32_t sponsor) const { return names_[sponsor]; }

private:
    std::vector<std::string> names_;  // sorted
    std::vector<std::uint32_t> sponsors_;
    std::vector<std::uint32_t> begins_;  // in `sponsors_`, of each proposal; last the end
};

/// The rows stand in preorder, as the provisions of a draft do.
struct Consolidated {
    DraftId draft;
    text::Language language = text::Language::en;
    std::shared_ptr<const text::Lexicon> lexicon;
    std::vector<Proposal> proposals;  ///< the open ones, sorted by id
    Sponsorship sponsorship;          ///< of `proposals`
    std::vector<Row> rows;
};

/// One sponsor as printed at a reading. Where a sponsor has several proposals at one field, the
/// proposals tell them apart.
struct Attribution {
    std::string_view sponsor;  ///< a view into the consolidated text
    boost::container::small_vector<ProposalIndex, 2> proposals;  ///< sorted

    bool operator==(const Attribution&) const = default;
};

using Attributions = boost::container::small_vector<Attribution, 2>;

/// Returns who stands behind proposals, sorted by sponsor.
[[nodiscard]] Attributions attribution_of(const Consolidated& consolidated,
                                          std::span<const ProposalIndex> proposals);

/// Returns who stands behind the witnesses of a node, sorted by sponsor.
[[nodiscard]] Attributions attribution_of(const Consolidated& consolidated,
                                          const AnnotatedText& text,
                                          std::span<const Witness> witnesses);

/// Returns the proposals behind the witnesses of a node, sorted.
[[nodiscard]] ProposalList proposals_of(const AnnotatedText& text,
                                        std::span<const Witness> witnesses);

}  // namespace travaux::consolidation
