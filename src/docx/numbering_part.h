// The lists of a written file.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "docx/document.h"

namespace travaux::docx {

/// Returns `word/numbering.xml`: each list of a document, which begins at its own start whatever
/// others have reached. Labels stand where the styles of their paragraphs have them.
[[nodiscard]] std::string numbering_part(const Document& document);

/// Returns by what paragraphs name a list: 0 takes a list away, so they begin with 1.
[[nodiscard]] std::string number_of_list(std::size_t list);

}  // namespace travaux::docx
