// Adoption: the chosen parts, checked against each other and carried out on a working draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <vector>

#include "base/result.h"
#include "consolidation/decision.h"
#include "consolidation/exclusion.h"
#include "consolidation/working_draft.h"

namespace travaux::consolidation {

/// A part that is adopted, by the place of its proposal in a list and of the part in the proposal.
struct AdoptedPart {
    std::size_t proposal = 0;
    std::size_t part = 0;

    auto operator<=>(const AdoptedPart&) const = default;
};

/// Returns the parts that adoptions name, sorted. `open` is sorted by id.
[[nodiscard]] Result<std::vector<AdoptedPart>> adopted_parts(const std::vector<Proposal>& open,
                                                             const std::vector<Adoption>& adopted);

/// Carries adopted parts out, all or, with a refusal, none that counts.
class AdoptionRun {
public:
    AdoptionRun(const text::Draft& draft, WorkingDraft& working, const std::vector<Proposal>& open,
                std::vector<AdoptedPart> parts);

    [[nodiscard]] Result<void> run();

    /// Returns the origins that the adoption made, with the proposal behind each.
    [[nodiscard]] const std::map<OriginId, std::string>& origins() const { return origins_; }

private:
    struct Wanted {
        std::size_t proposal = 0;
        const TextPart* part = nullptr;  ///< in one language
    };

    /// Where provisions were moved, and by which proposal.
    using Moved = std::map<ProvisionId, std::pair<Place, std::size_t>>;
    struct WantedBracket {
        std::size_t proposal = 0;
        WordRange range;
    };

    [[nodiscard]] const Part& part(const AdoptedPart& adopted) const;
    void begin(std::size_t proposal);
    Result<void> insert_all();
    Result<void> amend_all();
    Result<void> amend(const text::FieldKey& key, std::vector<Wanted> wanted);
    Result<void> bracket_all();
    Result<void> bracket(const text::FieldKey& key, const std::vector<WantedBracket>& wanted);
    Result<void> split_all();
    [[nodiscard]] std::unexpected<Error> without_words(std::size_t proposal,
                                                       ProvisionId provision) const;
    Result<void> join_all();
    Result<void> move_all();
    Result<void> move_one(std::size_t proposal, const MovePart& move, Moved& moved);
    Result<void> check_joined();
    Result<void> delete_all();
    Result<void> check_deletions() const;
    [[nodiscard]] bool is_moot(ProvisionId deleted, const Part& other) const;
    [[nodiscard]] ProvisionId next_sibling(ProvisionId id) const;
    [[nodiscard]] std::unexpected<Error> excluded(std::size_t a, std::size_t b,
                                                  ProvisionId at) const;
    [[nodiscard]] std::unexpected<Error> needs(std::size_t proposal, ProvisionId at) const;

    /// Does something with each adopted part of a kind, up to the first refusal.
    template <typename Kind, typename Do>
    Result<void> each(Do act) {
        for (const AdoptedPart& adopted : parts_) {
            const auto* one = std::get_if<Kind>(&part(adopted));
            if (one != nullptr) TRY_OK(act(adopted, *one));
        }
        return {};
    }

    const text::Draft& draft_;
    WorkingDraft& working_;
    const std::vector<Proposal>& open_;
    std::vector<AdoptedPart> parts_;
    std::map<OriginId, std::string> origins_;
};

}  // namespace travaux::consolidation
