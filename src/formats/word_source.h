// The lines of a Word file that becomes a draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/result.h"
#include "docx/words.h"
#include "formats/source_lines.h"

namespace travaux::formats {

/// Returns the lines of a Word file once its tracked changes are accepted, or rejected. Headings
/// are those that Word has as such and that read as one; rows are those of tables that have two
/// columns or more. A note belongs to the line that refers to it, and has Word's number as its
/// mark. Lines are numbered by paragraphs, from 1. Refuses what is empty (`import.empty`), has too
/// many words (`import.too_large`) or such as are not UTF-8 (`import.not_utf8`); arguments are the
/// file's name and the paragraph.
[[nodiscard]] Result<Source> source_of_word(const docx::Document& document, docx::Side side,
                                            std::string_view file_name);

}  // namespace travaux::formats
