// Where the tests find the corpus of real treaties and amendments, which is not part of the
// project.
//
// A test that needs it begins with
//     const auto folder = tests::corpus("treaties", "imports give every word back");
//     if (!folder) return;
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace travaux::tests {

/// Returns the folder of the project.
inline std::filesystem::path project_folder() { return TRAVAUX_SOURCE_DIR; }

/// Returns a folder of the corpus, or says that the test is skipped. The environment variable
/// TRAVAUX_CORPUS names the corpus; without it, it is looked for beside the project.
inline std::optional<std::filesystem::path> corpus(std::string_view folder, std::string_view test) {
    const char* const named = std::getenv("TRAVAUX_CORPUS");
    const std::filesystem::path root = named != nullptr && *named != '\0'
                                           ? std::filesystem::path(named)
                                           : project_folder() / "../shared/corpus";
    std::filesystem::path wanted = root / folder;
    if (std::filesystem::exists(wanted)) return wanted;
    std::printf("skipped: no corpus (%.*s)\n", static_cast<int>(test.size()), test.data());
    return std::nullopt;
}

/// Returns the bytes of a file.
inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Whether long properties are wanted too (`./test --full`).
inline bool is_long_run() { return std::getenv("TRAVAUX_LONG") != nullptr; }

}  // namespace travaux::tests
