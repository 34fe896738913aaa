// Numbers of provisions as Word counts them.
// SPDX-License-Identifier: MIT
#pragma once

#include "docx/document.h"

namespace travaux::formats {

/// Returns a document in which lists give the numbers that stand before a tab at the beginning of a
/// provision, wherever the label is the same in every state of its tracked changes: `2.`, `(b)`,
/// `Article 5`. Numbers beside a change, in brackets, such as `2 bis`, and those of texts from
/// right to left stay words: Word and LibreOffice set and count the last in different ways. What
/// `docx::lines_of` returns with labels is the same before and after. REQUIRES: it has no lists.
[[nodiscard]] docx::Document numbered_by_lists(docx::Document document);

}  // namespace travaux::formats
