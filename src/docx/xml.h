// The XML of a part, with the prefixes that everybody knows, whatever its writer chose.
// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::docx {

/// Parses a part. Names of WordprocessingML, of mathematics, of relationships and of markup
/// compatibility get the prefixes `w`, `m`, `r` and `mc`, transitional and strict alike; a prefix
/// of these that stands for something else becomes `x`. Errors: `docx.malformed`,
/// `docx.document_type`, `docx.too_deep`, with `file` and `part`.
[[nodiscard]] Result<pugi::xml_document> parse_part(std::string_view bytes, const std::string& file,
                                                    const std::string& part);

/// Returns a name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);

}  // namespace travaux::docx
