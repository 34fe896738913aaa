// Packages of npm that tests with a browser stand on.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <iostream>
#include <string>

#include "tests/corpus.h"

namespace travaux::tests {

/// Whether a package is installed; where it is not, says that the test is skipped.
inline bool has_npm_package(const std::string& name) {
    if (std::filesystem::exists(project_folder() / "node_modules" / name)) return true;
    std::cout << "skipped: " << name << " is not installed; see tools/install_npm_packages\n";
    return false;
}

}  // namespace travaux::tests
