// A folder for one test, which is gone after it.
// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace travaux::tests {

class Scratch {
public:
    Scratch() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("travaux_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Scratch() {
        std::error_code failure;
        std::filesystem::remove_all(path_, failure);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Returns the path of a name in the folder.
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

}  // namespace travaux::tests
