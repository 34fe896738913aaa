// Reads the base and every wish back out of a consolidated text: what is checked before a text is
// published (laws 4, 5 and 11).
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "consolidation/consolidated.h"

namespace travaux::consolidation {

/// Returns the first place where a text does not give back the draft's words, a proposal's words,
/// or exactly the proposals that want them; nothing where all of it reads back.
[[nodiscard]] std::optional<std::string> unreadable_place(const text::Draft& draft,
                                                          const Consolidated& consolidated);

}  // namespace travaux::consolidation
