// What git's merge of files makes of the targets of a provision, as a yardstick: libgit2, in this
// process.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/target_texts.h"

namespace travaux::bench {

/// What came of merging.
struct Merged {
    std::string text;  ///< of all provisions, with git's marks where targets are in conflict
    std::size_t merges = 0;
    std::size_t conflicts = 0;  ///< merges that ended in one
};

/// Readies libgit2, and lets it go with the object.
class GitMerge {
public:
    GitMerge();
    ~GitMerge();
    GitMerge(const GitMerge&) = delete;
    GitMerge& operator=(const GitMerge&) = delete;

    /// Merges the targets of each provision into its text, one after the other.
    [[nodiscard]] Merged merge(const std::vector<TargetTexts>& texts) const;
};

/// Returns the library's name in the table, with its version.
[[nodiscard]] std::string git_merge_name();

}  // namespace travaux::bench
