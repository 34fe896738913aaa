// How the kinds of a consolidated text are spelled in its files.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "consolidation/consolidated.h"

namespace travaux::formats {

/// Returns `words`, `place`, `deletion`, `insertion`, `bracket_open` or `bracket_close`.
[[nodiscard]] std::string_view name_of(consolidation::NodeKind kind);

[[nodiscard]] std::optional<consolidation::NodeKind> parse_node_kind(std::string_view name);

/// Returns the spelling of a mark, which is that of the part that makes it: `delete`, `reserve`.
[[nodiscard]] std::string_view name_of(consolidation::MarkKind kind);

[[nodiscard]] std::optional<consolidation::MarkKind> parse_mark_kind(std::string_view name);

/// Returns `provision`, `insertion` or `destination`.
[[nodiscard]] std::string_view name_of(consolidation::RowKind kind);

[[nodiscard]] std::optional<consolidation::RowKind> parse_row_kind(std::string_view name);

}  // namespace travaux::formats
