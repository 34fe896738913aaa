// The authors of tracked changes, and the changes of some of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "docx/document.h"

namespace travaux::docx {

/// Returns how many changes each author made, in the words that the file has.
[[nodiscard]] std::map<std::string, std::size_t> authors_of(const Document& document);

/// Returns who made comments.
[[nodiscard]] std::set<std::string> commenters_of(const Document& document);

/// Returns the document with the changes and comments of these authors alone, as if all other
/// changes were rejected.
[[nodiscard]] Document only_changes_of(Document document, const std::set<std::string>& authors);

}  // namespace travaux::docx
