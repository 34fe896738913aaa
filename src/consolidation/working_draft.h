// A draft under adoption: its tree, and the words of the fields that change, each with where it
// comes from.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "consolidation/alignment.h"
#include "consolidation/proposal.h"
#include "text/provenance.h"

namespace travaux::consolidation {

/// A word of the draft before: its field and its position there.
struct FormerWord {
    text::FieldKey field;
    std::uint32_t at = 0;

    auto operator<=>(const FormerWord&) const = default;
};

/// A word with its identity; one that is gone stays in its place.
struct Atom {
    text::Word word = 0;
    OriginId origin;
    std::uint32_t ordinal = 0;
    OriginId removed_by;               ///< none while it lives
    std::optional<FormerWord> former;  ///< where it lived in the draft before
};

class WorkingDraft {
public:
    WorkingDraft(const text::Draft& draft, const text::Provenance& provenance);

    /// Registers what introduces or removes words from now on.
    void begin(const text::Origin& origin);

    [[nodiscard]] bool has(ProvisionId id) const { return nodes_.contains(id); }
    [[nodiscard]] ProvisionId parent_of(ProvisionId id) const { return nodes_.at(id).parent; }
    [[nodiscard]] const std::vector<ProvisionId>& children_of(ProvisionId id) const;
    /// Returns what removed a provision; none while it lives.
    [[nodiscard]] OriginId removed_by(ProvisionId id) const;
    [[nodiscard]] bool is_within(ProvisionId id, ProvisionId ancestor) const;

    /// Returns how many drafts were adopted, this one included.
    [[nodiscard]] std::uint32_t step() const { return provenance_.step; }

    /// Returns the live words of a field.
    [[nodiscard]] text::Words words(const text::FieldKey& key);

    /// Replaces live words by new ones. REQUIRES: hunks in order, disjoint.
    void apply(const text::FieldKey& key, std::span<const text::Word> target,
               std::span<const Hunk> changes);

    /// Puts an opening bracket before the live word at `at`, or a closing one behind the word
    /// before it, close to the words they hold.
    void open_bracket(const text::FieldKey& key, std::uint32_t at);
    void close_bracket(const text::FieldKey& key, std::uint32_t at);

    /// Adds new provisions with their words, in the languages given.
    void insert(const InsertPart& part, const std::vector<ProvisionId>& ids,
                const std::map<text::Language, const InsertPart*>& wordings);

    /// Removes a provision with all it holds.
    void remove(ProvisionId id);

    /// Moves a provision, with the pieces that a split made of it. REQUIRES: the place is not
    /// within it.
    void move(ProvisionId id, const Place& place);

    /// Joins a provision with a later sibling, which it swallows.
    void join(ProvisionId id, ProvisionId next);

    /// Splits a provision at its paragraph breaks; the later parts take new ids, the last one takes
    /// the children.
    void split(ProvisionId id);

    /// Returns what introduced a provision; none where that is not known.
    [[nodiscard]] OriginId introduced_by(ProvisionId id) const;

    /// Returns the provisions that a split made of one, itself first; itself alone without a split.
    [[nodiscard]] std::vector<ProvisionId> pieces_of(ProvisionId id) const;
    [[nodiscard]] ProvisionId last_piece_of(ProvisionId id) const { return pieces_of(id).back(); }

    /// Returns the provision that took one in; none where that lives, or went otherwise.
    [[nodiscard]] ProvisionId joined_into(ProvisionId id) const;

    [[nodiscard]] const std::map<text::FieldKey, std::vector<Atom>>& touched() const {
        return fields_;
    }
    [[nodiscard]] text::Lexicon& lexicon() { return lexicon_; }

    [[nodiscard]] text::Draft draft() const;
    [[nodiscard]] text::Provenance provenance() const;

private:
    struct Node {
        text::Provision provision;
        ProvisionId parent;
        std::vector<ProvisionId> children;
    };

    std::vector<Atom>& atoms(const text::FieldKey& key);
    void adopt_child(ProvisionId parent, ProvisionId after, ProvisionId child);
    void split_field(const text::FieldKey& key, const std::vector<ProvisionId>& pieces);
    void bury(ProvisionId id, ProvisionId joined_into);
    void emit(ProvisionId id, std::uint32_t depth, text::Draft& draft) const;

    const text::Draft& before_;
    text::Provenance provenance_;
    text::Lexicon lexicon_;
    std::map<ProvisionId, Node> nodes_;  // the node of none holds the top
    std::map<text::FieldKey, std::vector<Atom>> fields_;
    std::map<ProvisionId, std::vector<ProvisionId>> pieces_;  // of what was split, itself first
    text::Origin origin_;
    std::map<OriginId, std::uint32_t> ordinals_;  // the next word of each origin
};

}  // namespace travaux::consolidation
