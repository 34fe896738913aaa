// Writes a Word file (ISO/IEC 29500, transitional) that Word and LibreOffice open without repair.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "docx/document.h"

namespace travaux::docx {

/// The styles that every written file has, by id: `Title`, `Subtitle`, `Heading1` to `Heading4`,
/// and `Provision1` to `Provision4` for what stands under them, each further in; `Remark` for what
/// is said about the text, `Header` for running heads, `FootnoteText` for notes; of documents with
/// a masthead `Masthead`, `MastheadSymbol`, `MastheadOrgan` and `MastheadBody`, `DocumentTitle`,
/// `Section1` and `Section2`, `Annex`, `Cell` and `CellHead`; of words, `Bracket`, `Attribution`
/// and `Verb`, and of compared ones `Deleted`, `Inserted`, `MovedAway`, `MovedHere` and
/// `MovedDeleted`.
inline constexpr int heading_levels = 4;
inline constexpr int provision_levels = 4;

/// Returns the bytes of a file. Equal documents have equal bytes. A name of a paragraph becomes a
/// bookmark, where Word takes it as one, and a content control around its words, where the
/// paragraph has words and its end stands under no change. Heads stand
/// on every page but a plain first one, and so does its number at its foot. Each list
/// begins at its own start. Text boxes are not written: REQUIRES that no paragraph of the body
/// stands in one, and that each table has a form.
[[nodiscard]] std::string write(const Document& document);

}  // namespace travaux::docx
