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

/// Words that some authors strike from somebody else's insertion, or add to a paragraph that
/// somebody else brings. Without the other's changes they stand nowhere.
struct ChangeWithin {
    std::size_t paragraph = 0;  ///< in `Document::paragraphs`
    std::string words;
};
[[nodiscard]] std::vector<ChangeWithin> changes_within_others(const Document& document,
                                                              const std::set<std::string>& authors);

/// Returns the document with the changes and comments of these authors alone, as if all other
/// changes were rejected. What stands within others' insertions goes with them.
[[nodiscard]] Document only_changes_of(Document document, const std::set<std::string>& authors);

}  // namespace travaux::docx
