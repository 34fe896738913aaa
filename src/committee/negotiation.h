// What is negotiated: the text of a subject with every proposal on it, read from the bodies.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>

#include "base/result.h"
#include "committee/library.h"
#include "committee/state.h"
#include "consolidation/consolidated.h"
#include "consolidation/decision.h"

namespace travaux::committee {

/// A published text and the open proposals on it, with the sponsors they have at present.
struct Negotiation {
    const TextWithProvenance* text = nullptr;
    consolidation::ProposalSet set;
};

/// How sponsors are written: by their code, as decisions need it, or by their name, as people do.
enum class SponsorsAs : std::uint8_t { codes, names };

/// Returns what is negotiated on a published text. Errors: `text.unknown`, those of the library.
[[nodiscard]] Result<Negotiation> negotiation_on(const State& state, const Library& library,
                                                 const std::string& text, SponsorsAs sponsors);

/// Returns the next draft that the decisions on a text and its edits lead to, and those in `more`.
/// Errors: `adoption.*`, `edit.*`.
[[nodiscard]] Result<consolidation::NextDraft> next_text(
    const State& state, const Library& library, const std::string& text,
    const std::vector<consolidation::Adoption>& more = {});

/// Returns an edit as a proposal of the Secretariat. Errors: `edit.*`.
[[nodiscard]] Result<consolidation::Proposal> with_edit(const std::string& id, const Edit& edit,
                                                        const text::Draft& draft);

/// Returns the provision that a part of a proposal is on; of an insertion, the one it stands under.
[[nodiscard]] ProvisionId provision_of(const consolidation::Part& part);

/// Returns verdicts as the record keeps them, sorted.
[[nodiscard]] boost::json::value verdicts_as_json(
    const std::vector<consolidation::PartVerdict>& verdicts);

/// Returns a published text with everything proposed on it, sponsors by their names. Errors: as
/// above, and `text.language`.
[[nodiscard]] Result<consolidation::Consolidated> consolidated_text(const State& state,
                                                                    const Library& library,
                                                                    const std::string& text,
                                                                    text::Language language);

}  // namespace travaux::committee
