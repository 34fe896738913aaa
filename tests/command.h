// The program's own entry for tests: a command line in, the exit code and what was printed out.
// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.h"

namespace travaux::tests {

struct Outcome {
    int exit_code = 0;
    std::string out;
    std::string err;
};

/// Runs one command: `run({"import", file, "--into", folder})`.
inline Outcome run(const std::vector<std::string>& arguments) {
    std::vector<const char*> argv{"travaux"};
    for (const std::string& one : arguments) argv.push_back(one.c_str());
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(static_cast<int>(argv.size()), argv.data(), {out, err});
    return {code, out.str(), err.str()};
}

/// A folder that goes when the test ends.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "travaux-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = name;
    }
    ~ScratchFolder() {
        std::error_code failure;
        std::filesystem::remove_all(path, failure);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ScratchFolder(ScratchFolder&&) = delete;
    ScratchFolder& operator=(ScratchFolder&&) = delete;

    std::filesystem::path path;
};

}  // namespace travaux::tests
