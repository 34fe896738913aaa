// The words of a Word file once all its changes are accepted, or rejected.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "docx/document.h"

namespace travaux::docx {

enum class Side : std::uint8_t { accepted, rejected };

/// Whether what stands under changes is there: accepted, nothing that goes; rejected, nothing that
/// came. What one author inserted and another deleted is on neither side.
[[nodiscard]] bool stands(const Document& document, const Changes& changes, Side side);

/// Whether the labels are printed that lists give to their paragraphs, with a tab behind each.
enum class ListLabels : std::uint8_t { left_out, shown };

/// Returns the words as lines: one for each paragraph that has any, without blanks at its ends,
/// with tabs between the cells of a table row; then those of the notes that the text still refers
/// to, in its order.
[[nodiscard]] std::vector<std::string> lines_of(const Document& document, Side side,
                                                ListLabels labels = ListLabels::left_out);

}  // namespace travaux::docx
