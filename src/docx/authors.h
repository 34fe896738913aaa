// The authors of tracked changes, and the changes of some of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "docx/document.h"

namespace travaux::docx {

/// Returns how many changes each author made, in the words that the file has.
[[nodiscard]] std::map<std::string, std::size_t> authors_of(const Document& document);

/// Returns who made comments.
[[nodiscard]] std::set<std::string> commenters_of(const Document& document);

/// Returns the words of a paragraph that some authors change within the insertions of others: they
/// strike them, put others in their place or between them, or add them to a paragraph that others
/// bring. Without the others' changes they stand nowhere.
[[nodiscard]] std::string words_within(const Document& document, const Paragraph& paragraph,
                                       const std::set<std::string>& amended,
                                       const std::set<std::string>& authors);

/// Returns the document with the changes and comments of these authors alone, as if all other
/// changes were rejected. What stands within others' insertions goes with them.
[[nodiscard]] Document only_changes_of(const Document& document,
                                       const std::set<std::string>& authors);

/// Returns the same for the authors who are amended, with what `authors` change within their
/// insertions.
[[nodiscard]] Document amending_changes_of(const Document& document,
                                           const std::set<std::string>& amended,
                                           const std::set<std::string>& authors);

}  // namespace travaux::docx
