// Decisions: adopting proposals makes the next draft, and says what becomes of every open one.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "consolidation/proposal.h"
#include "text/provenance.h"

namespace travaux::consolidation {

/// What becomes of an open proposal, or of one part, on the next draft.
enum class CarryOver : std::uint8_t {
    applied,            ///< it stands as it was
    already_satisfied,  ///< the draft says what it wants
    moved,              ///< it stands at words that are elsewhere now
    contested,          ///< an adoption changed the words it would change
    orphaned,           ///< what it amends is gone
};

/// Returns `applied`, `already_satisfied`, `moved`, `contested` or `orphaned`.
[[nodiscard]] std::string_view name_of(CarryOver verdict);

/// The verdict on one part of an open proposal; `by` names the adopted proposal in the way.
struct PartVerdict {
    std::string proposal;
    std::uint32_t part = 0;  ///< counted from 1, as people write `P7#2`
    CarryOver verdict = CarryOver::applied;
    std::string by;

    bool operator==(const PartVerdict&) const = default;
};

struct NextDraft {
    text::Draft draft;
    text::Provenance provenance;
    std::vector<PartVerdict> verdicts;  ///< by proposal, then part
    ProposalSet open;                   ///< the open proposals, on the new draft
};

/// A proposal (`P7`) or one part of a severable one (`P7#2`).
struct Adoption {
    std::string proposal;
    std::uint32_t part = 0;  ///< 0 for all parts

    auto operator<=>(const Adoption&) const = default;
};

/// Reads `P7` or `P7#2`.
[[nodiscard]] Adoption parse_adoption(std::string_view spelling);

/// Returns the next draft. Refuses, naming both, where two adopted proposals exclude each other
/// (`adoption.excluded`), where a package would be cut (`adoption.package`), where words would be
/// amended that are not there (`adoption.needs`), and for what is not open (`adoption.unknown`) or
/// has no sponsor any more (`adoption.withdrawn`).
[[nodiscard]] Result<NextDraft> next_draft(const text::Draft& draft,
                                           const text::Provenance& provenance,
                                           const ProposalSet& set,
                                           const std::vector<Adoption>& adopted);

}  // namespace travaux::consolidation
