// A consolidated text as bytes: equal texts have equal bytes, on every machine.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "consolidation/consolidated.h"

namespace travaux::consolidation {

/// Returns all that one row says: words, targets, tree, marks, and the ids of the proposals behind
/// each.
[[nodiscard]] std::string canonical(const Consolidated& consolidated, const Row& row);

/// Returns all that a text says, its proposals and sponsors included.
[[nodiscard]] std::string canonical(const Consolidated& consolidated);

}  // namespace travaux::consolidation
