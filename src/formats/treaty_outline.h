// The outline of a treaty: which of its lines are articles, paragraphs, items, annexes.
//
// Every line becomes a provision or part of one, so that nothing is lost; a line that says nothing
// about its place is a paragraph. The rules are those of official texts: divisions open with their
// word and number, lists go on where their numbers do, and words behind a list close what it stands
// in.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/result.h"
#include "formats/outline_rows.h"
#include "formats/source_lines.h"
#include "text/draft.h"

namespace travaux::formats {

/// Returns the provisions of a treaty in preorder, without ids. Refuses what is nested too deep
/// (`import.too_deep`) or too long (`import.too_long`), with the file's name and the line.
[[nodiscard]] Result<Outlined> outline_of(const Source& source, text::Language language,
                                          std::string_view file_name);

}  // namespace travaux::formats
