// The parts of a proposal line: from typed instructions to what the engine takes.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "consolidation/proposal.h"
#include "formats/json_fields.h"
#include "text/draft.h"

namespace travaux::formats {

/// Returns the provision that a spelling names: an id, a label, or `P1/2` for what P1 inserts.
using ResolveProvision = std::function<Result<ProvisionId>(std::string_view)>;

/// Returns the words that a part amends: of the draft, or of the proposal that is amended.
using BaseText = std::function<std::string(ProvisionId, text::Field, text::Language)>;

struct PartContext {
    const text::Draft& draft;
    text::Language language;
    const ResolveProvision& resolve;
    const BaseText& base_text;
    const std::map<ProvisionId, ProvisionId>& inserted_parents;  ///< of what other lines insert
};

/// Reads one part; replacing a term everywhere gives several. `before` are the parts read already:
/// a term is replaced in their targets too.
[[nodiscard]] Result<std::vector<consolidation::Part>> read_part(
    const JsonFields& fields, const PartContext& context, std::vector<consolidation::Part>& before);

/// Reads the translation of a part that was submitted as `submitted`: the same provisions and
/// places with other words.
[[nodiscard]] Result<std::vector<consolidation::Part>> read_translation(
    const JsonFields& fields, const PartContext& context,
    std::span<const consolidation::Part> submitted);

}  // namespace travaux::formats
