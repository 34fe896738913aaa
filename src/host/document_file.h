// The file of a document: whether it is what its media type says, and its words.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "host/pdf_words.h"

namespace travaux::host {

/// Returns the words of a file of one of the forms `committee::DocumentForm`, notes and hidden
/// words with them; nothing of a PDF file that `words_of_pdf` does not read. The first bytes and
/// the structure have to be those of the form. REQUIRES: the media type of a form. Errors:
/// `document.not_its_form`, `docx.*`, `akoma_ntoso.*`.
[[nodiscard]] Result<std::optional<std::string>> words_in_file(std::string_view bytes,
                                                               std::string_view media_type,
                                                               const PdfWords::Read& words_of_pdf);

}  // namespace travaux::host
