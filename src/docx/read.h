// Reads a Word file, strict or transitional (ISO/IEC 29500).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "docx/document.h"

namespace travaux::docx {

/// Reads the bytes of a file, whose parts together have at most `unpacked_bytes`; `file` names it
/// in refusals. Kept are the words of the body, of text boxes, footnotes and endnotes, with results
/// of fields, and comments; running heads and feet, formatting and pictures are left out. Errors:
/// those of `Package::open`.
[[nodiscard]] Result<Document> read(std::string_view bytes, const std::string& file,
                                    std::size_t unpacked_bytes = limits::docx_unpacked_bytes);

/// Reads the part that has the text alone, without notes. Errors: those of `parse_part`.
[[nodiscard]] Result<Document> read_main_part(std::string_view xml, const std::string& file);

}  // namespace travaux::docx
