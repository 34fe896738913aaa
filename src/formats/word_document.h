// A consolidated text as a Word file, with brackets or with tracked changes.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "docx/document.h"
#include "formats/printing.h"

namespace travaux::formats {

inline constexpr std::string_view word_media_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Returns the consolidated text with what is proposed as tracked changes: their author is the
/// sponsor, and comments carry reasons, reservations and notes. Rejected, the changes give the
/// draft; accepted, where one proposal is open, what that proposal wants. Where several are, words
/// that one brings and another strikes are an insertion with a deletion in it, and of deletions
/// inside one another the outermost stands.
[[nodiscard]] docx::Document tracked_document(const text::Draft& draft,
                                              const consolidation::Consolidated& consolidated,
                                              const Printing& printing);

/// Returns the consolidated text as people send it: readings in brackets, sponsors behind them or
/// in footnotes, remarks under the provisions, the proposals at the end. Its words are those of
/// `print_text` in every view but `clean`, which has the draft alone.
[[nodiscard]] docx::Document bracketed_document(const text::Draft& draft,
                                                const consolidation::Consolidated& consolidated,
                                                const Printing& printing);

/// Returns those documents as files, in which lists give the numbers of provisions.
[[nodiscard]] std::string write_word(const text::Draft& draft,
                                     const consolidation::Consolidated& consolidated,
                                     const Printing& printing);
[[nodiscard]] std::string write_tracked_word(const text::Draft& draft,
                                             const consolidation::Consolidated& consolidated,
                                             const Printing& printing);

}  // namespace travaux::formats
