// What `git blame` says of successive drafts, as a yardstick: git runs as a process.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "tests/scratch.h"

namespace travaux::bench {

/// Files in one folder and their successive states; each state of a file is a commit of its own.
/// The repository stands in a temporary folder, which goes with the object.
class GitHistory {
public:
    /// Adds the next state of a file as commit `mark`, counted from 1 over all files.
    void add(const std::string& file, const std::string& bytes);

    /// Writes what was added. Returns whether git could.
    [[nodiscard]] bool write();

    /// For each line of the last state of a file the mark of the commit that brought it, or nothing
    /// where git failed; and what git took.
    struct Blame {
        Spent spent;
        std::vector<std::uint32_t> marks;
    };

    /// `options` go to `git blame`: "-M".
    [[nodiscard]] Blame blame(const std::string& file, const std::string& options) const;

private:
    tests::Scratch scratch_;
    std::filesystem::path folder_ = scratch_ / "repository";
    std::string stream_;
    std::uint32_t marks_ = 0;
    std::vector<std::pair<std::string, std::uint32_t>> commits_;  // hash and mark, sorted
};

/// Returns a text with one word a line, a blank line after each paragraph.
[[nodiscard]] std::string one_word_a_line(const std::string& text);

}  // namespace travaux::bench
