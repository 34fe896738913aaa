// SPDX-License-Identifier: MIT
#include "bench/git_blame.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "bench/drafts.h"
#include "bench/input.h"
#include "bench/process.h"

namespace travaux::bench {
namespace {

constexpr std::size_t hash_digits = 40;

}  // namespace

void GitHistory::add(const std::string& file, const std::string& bytes) {
    ++marks_;
    stream_ += fmt::format(
        "commit refs/heads/main\nmark :{}\ncommitter Bench <bench@localhost> {} +0000\n"
        "data 1\nx\nM 644 inline {}\ndata {}\n{}\n",
        marks_, marks_, file, bytes.size(), bytes);
}

bool GitHistory::write() {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "stream", std::ios::binary) << stream_;
    const std::string command = fmt::format(
        "cd '{}' && git -c init.defaultBranch=main init -q . && "
        "git fast-import --quiet --export-marks=marks < stream && echo done",
        folder_.string());
    if (output_of(command).empty()) return false;
    const std::string marks = bytes_of(folder_ / "marks");
    for (const std::string_view line : pieces(marks, '\n')) {
        const auto fields = pieces(line, ' ');  // ":12 hash"
        const auto mark = std::strtoul(std::string(fields[0].substr(1)).c_str(), nullptr, 10);
        commits_.emplace_back(fields[1], static_cast<std::uint32_t>(mark));
    }
    std::ranges::sort(commits_);
    return true;
}

GitHistory::Blame GitHistory::blame(const std::string& file, const std::string& options) const {
    const Ran ran = run_command(fmt::format("cd '{}' && git blame --root -s -l {} main -- '{}'",
                                            folder_.string(), options, file));
    Blame blame{ran.spent, {}};
    for (const std::string_view line : pieces(ran.output, '\n')) {
        const std::string_view hash = line.substr(0, hash_digits);
        const auto found = std::ranges::lower_bound(
            commits_, hash, {}, [](const auto& one) { return std::string_view(one.first); });
        blame.marks.push_back(found == commits_.end() ? 0 : found->second);
    }
    return blame;
}

std::string one_word_a_line(const std::string& text) {
    std::string result;
    for (const std::string_view paragraph : pieces(text, '\n')) {
        for (const std::string_view word : pieces(paragraph, ' ')) {
            result.append(word) += '\n';
        }
        result += '\n';
    }
    return result;
}

}  // namespace travaux::bench
