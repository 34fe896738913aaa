// The program as it is built, for tests that run it in a process of its own.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace travaux::tests {

/// Returns where the program stands: beside the tests, built from the same sources.
inline std::filesystem::path program() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "travaux";
}

}  // namespace travaux::tests
