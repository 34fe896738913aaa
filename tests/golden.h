// Golden files: what a printing is, byte for byte.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/corpus.h"

namespace travaux::tests {

/// Checks bytes against `tests/golden/NAME`, or takes them over (`./test --accept`).
inline void check_golden(const std::string& name, const std::string& bytes) {
    const auto file = project_folder() / "tests/golden" / name;
    if (std::getenv("TRAVAUX_ACCEPT") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return;
    }
    const std::string golden = bytes_of(file);
    if (bytes == golden) return;
    const auto differs = std::ranges::mismatch(bytes, golden).in1;
    const auto line = 1 + std::count(bytes.begin(), differs, '\n');
    FAIL_CHECK(name << " differs from line " << line << " on; ./test --accept takes it over");
}

}  // namespace travaux::tests
