// Printings that say everything, read back: the JSON of the annotated tree and Akoma Ntoso.
//
// What comes back has the words, brackets, targets, marks and proposals of the text that was
// printed with its sponsors' names in the bracketed view; of a proposal its id, sponsors, what it
// amends, its language and its reason.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/result.h"
#include "consolidation/consolidated.h"

namespace travaux::formats {

/// Reads what `print_json` printed. Errors: `json.*` and `consolidated.*` with `file_name`.
[[nodiscard]] Result<consolidation::Consolidated> read_json(std::string_view bytes,
                                                            std::string_view file_name);

/// Reads what `write_akoma_ntoso` wrote of a consolidated text. Errors: `akoma_ntoso.*` and
/// `consolidated.*` with `file_name`.
[[nodiscard]] Result<consolidation::Consolidated> read_consolidated_akoma_ntoso(
    std::string_view bytes, std::string_view file_name);

}  // namespace travaux::formats
