// SPDX-License-Identifier: MIT
#include "bench/git_merge.h"

#include <fmt/format.h>
#include <git2.h>

#include "base/result.h"

namespace travaux::bench {
namespace {

git_merge_file_input input_of(const std::string& text) {
    git_merge_file_input input{};
    VERIFY(git_merge_file_init_input(&input, GIT_MERGE_FILE_INPUT_VERSION) == 0);
    input.ptr = text.data();
    input.size = text.size();
    return input;
}

// Replaces `merged` by its merge with a target; both came of the base. Returns whether they agree.
bool merge_into(std::string& merged, const std::string& base, const std::string& target) {
    const git_merge_file_input ancestor = input_of(base);
    const git_merge_file_input ours = input_of(merged);
    const git_merge_file_input theirs = input_of(target);
    git_merge_file_result result{};
    VERIFY(git_merge_file(&result, &ancestor, &ours, &theirs, nullptr) == 0);
    merged.assign(result.ptr, result.len);
    const bool is_agreed = result.automergeable != 0;
    git_merge_file_result_free(&result);
    return is_agreed;
}

}  // namespace

GitMerge::GitMerge() { VERIFY(git_libgit2_init() > 0); }

GitMerge::~GitMerge() { git_libgit2_shutdown(); }

Merged GitMerge::merge(const std::vector<TargetTexts>& texts) const {
    Merged all;
    for (const auto& [base, targets] : texts) {
        std::string merged = base;
        for (const std::string& target : targets) {
            ++all.merges;
            all.conflicts += merge_into(merged, base, target) ? 0 : 1;
        }
        all.text += merged;
    }
    return all;
}

std::string git_merge_name() {
    int major = 0;
    int minor = 0;
    int revision = 0;
    git_libgit2_version(&major, &minor, &revision);
    return fmt::format("   libgit2 {}.{}.{} merge", major, minor, revision);
}

}  // namespace travaux::bench
