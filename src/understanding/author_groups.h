// The authors of a file by the States that they are of, and where they change each other's words.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "docx/document.h"

namespace travaux::understanding {

/// Authors of the same States, or of none.
struct AuthorGroup {
    std::vector<std::string> names;  ///< of the States, in English, sorted
    std::set<std::string> authors;
};

/// Returns the groups of those who made changes or comments, by the names of their States; those of
/// no State stand last, where there are several groups beside them.
[[nodiscard]] std::vector<AuthorGroup> groups_of(const docx::Document& document);

/// Words of a paragraph, which is told by its place in the document.
struct ChangeWithin {
    std::size_t paragraph = 0;
    std::string words;
};

/// What one group changes within another's insertions; by the places of who is amended and of who
/// amends.
using ChangesWithin = std::map<std::pair<std::size_t, std::size_t>, std::vector<ChangeWithin>>;

/// Returns these changes; nothing where more groups meet than are looked at.
[[nodiscard]] std::optional<ChangesWithin> changes_within_others(
    const docx::Document& document, const std::vector<AuthorGroup>& groups);

}  // namespace travaux::understanding
