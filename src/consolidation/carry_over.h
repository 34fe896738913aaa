// Carry-over: what becomes of an open proposal when adoptions made the next draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "consolidation/decision.h"
#include "consolidation/exclusion.h"
#include "consolidation/working_draft.h"

namespace travaux::consolidation {

/// Who adopted what, so that a verdict can name who stands in the way.
struct Adopted {
    std::set<std::string> proposals;           ///< adopted as a whole
    std::map<OriginId, std::string> origins;   ///< the proposal behind an origin of this step
    std::map<ProvisionId, std::string> moved;  ///< the proposal that moved a provision
};

/// A proposal on the next draft, with the verdict on each of its parts.
struct CarriedOver {
    Proposal proposal;  ///< without the parts that are satisfied or orphaned
    std::vector<PartVerdict> verdicts;
};

class CarryOverRun {
public:
    /// `before` is the draft before, `after` the next one with every adoption done.
    CarryOverRun(const text::Draft& before, WorkingDraft& after, const Adopted& adopted);

    /// Carries one proposal over; `parent` is the proposal that it amends, or null.
    [[nodiscard]] CarriedOver carry(const Proposal& proposal, const Proposal* parent);

private:
    // Where a word of the draft before stands now.
    struct Location {
        text::FieldKey field;
        std::uint32_t at = 0;
    };
    struct Outcome {
        CarryOver verdict = CarryOver::applied;
        std::string by;
        std::vector<Part> parts;
    };
    // New words for stretches of fields of the next draft.
    struct Change {
        Hunk hunk;
        text::Words words;
    };
    // Whether the words on the two sides of a gap are still there.
    struct Neighbours {
        bool left = false;
        bool right = false;
    };
    // Where the words of a change stand now.
    struct Standing {
        text::FieldKey field;
        WordRange gap;  // between the nearest words on its two sides
        std::vector<Location> survivors;
        Neighbours are_there;
    };
    using Changes = std::map<text::FieldKey, std::vector<Change>>;

    Outcome carry_part(const Part& part, const Proposal& proposal, text::Language language,
                       const SharedText* parent_target);
    Outcome carry_text(const TextPart& part, text::Language language,
                       const SharedText* parent_target);
    Outcome carry_insertion(const InsertPart& part, const std::string& proposal) const;
    [[nodiscard]] std::vector<WordRange> adoptions_at(const text::FieldKey& field,
                                                      const WordRange& gap) const;
    [[nodiscard]] std::optional<std::uint32_t> gap_for(const text::FieldKey& field,
                                                       const WordRange& gap,
                                                       const text::Words& words,
                                                       Neighbours are_there);
    [[nodiscard]] std::string wanted_text(const text::FieldKey& field);
    [[nodiscard]] std::vector<Part> as_is(const std::vector<Part>& parts, text::Language language);
    [[nodiscard]] bool says(const TextPart& part, text::Language language,
                            const text::Words& target);
    [[nodiscard]] bool is_adopted(const text::FieldKey& field, std::uint32_t at,
                                  std::string_view spelling) const;
    [[nodiscard]] ProvisionId last_child_before(ProvisionId former, ProvisionId parent) const;
    [[nodiscard]] Place behind_earlier(Place place, const std::string& proposal,
                                       const Part& part) const;
    Outcome carry_move(const MovePart& part, const std::string& proposal) const;
    Outcome carry_join(const JoinPart& part) const;
    Outcome carry_bracket(const BracketPart& part, text::Language language);
    CarryOver carry_hunk(const text::FieldKey& key, const Hunk& hunk, const text::Words& words,
                         bool replaces_parent, Changes& changes);
    [[nodiscard]] std::optional<Standing> standing_of(const text::FieldKey& key, const Hunk& hunk);
    CarryOver carry_joined(const text::FieldKey& key, const text::Words& words, Changes& changes);
    [[nodiscard]] text::Words with_blank_of(const text::FieldKey& key, const Hunk& hunk,
                                            text::Words words, const text::FieldKey& field,
                                            std::uint32_t from);
    [[nodiscard]] WordRange own_words(const text::FieldKey& key, const text::FieldKey& field) const;
    Outcome orphaned(ProvisionId provision) const;
    [[nodiscard]] std::string culprit(const text::FieldKey& key) const;
    [[nodiscard]] std::optional<Place> place_now(const Place& place, ProvisionId moving = {}) const;
    [[nodiscard]] Place place_before(ProvisionId provision) const;
    [[nodiscard]] Place place_after(ProvisionId provision) const;
    [[nodiscard]] std::optional<Location> location(const text::FieldKey& key,
                                                   std::uint32_t at) const;
    [[nodiscard]] const std::string& text_before(const text::FieldKey& key) const;

    const text::Draft& before_;
    WorkingDraft& after_;
    const Adopted& adopted_;
    std::map<ProvisionId, std::size_t> positions_;
    std::map<ProvisionId, ProvisionId> parents_;
    std::map<FormerWord, Location> locations_;  // of words in fields that changed
    Changes changes_;                           // of the proposal that is carried over
};

/// Returns the proposals that stand on inserted provisions with the ids these have now.
void rename_provisions(std::vector<Proposal>& proposals,
                       const std::map<ProvisionId, ProvisionId>& renamed);

}  // namespace travaux::consolidation
