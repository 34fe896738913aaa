// The words of any Akoma Ntoso document, whatever its type: a report, a debate, a bill.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::formats {

/// Returns the words of a document, each run of words on a line. What stands in `meta` is left out.
/// Errors: those of parsing, and `akoma_ntoso.not_a_draft` where it is no Akoma Ntoso.
[[nodiscard]] Result<std::string> akoma_ntoso_text(std::string_view xml,
                                                   std::string_view file_name);

}  // namespace travaux::formats
