// Writes a Word file (ISO/IEC 29500, transitional) that Word and LibreOffice open without repair.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "docx/document.h"

namespace travaux::docx {

/// The styles that every written file has, by id: `Title`, `Heading1` to `Heading4`, and
/// `Provision1` to `Provision4` for what stands under them, each further in.
inline constexpr int heading_levels = 4;
inline constexpr int provision_levels = 4;

/// Returns the bytes of a file: the paragraphs with their changes and comments, and the title and
/// language of the properties. Equal documents have equal bytes. Notes, tables and text boxes are
/// not written: REQUIRES there are none.
[[nodiscard]] std::string write(const Document& document);

}  // namespace travaux::docx
