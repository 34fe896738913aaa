// `provenance.json` of a draft folder, as `docs/draft-folder.md` lays down.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "text/provenance.h"

namespace travaux::formats {

/// Returns provenance as JSON: sorted, one line for each origin, provision and field.
[[nodiscard]] std::string write_provenance(const text::Provenance& provenance);

/// Reads what `write_provenance` wrote. Errors: `json.*` and `provenance.*`, the file name first.
[[nodiscard]] Result<text::Provenance> read_provenance(std::string_view json,
                                                       std::string_view file_name);

}  // namespace travaux::formats
