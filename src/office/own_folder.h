// A folder of its own for one run of a program.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace travaux::office {

/// A new folder that nobody else reads, which goes with its owner.
class OwnFolder {
public:
    OwnFolder();
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    OwnFolder(OwnFolder&&) = delete;
    OwnFolder& operator=(OwnFolder&&) = delete;
    ~OwnFolder();

    /// Whether it could be made.
    [[nodiscard]] bool is_there() const { return !path_.empty(); }
    [[nodiscard]] std::string path(std::string_view name) const { return (path_ / name).string(); }

    /// Writes a file. Returns whether it could.
    [[nodiscard]] bool write(std::string_view name, std::string_view bytes) const;

    /// Returns the bytes of a file; none where there is no such file.
    [[nodiscard]] std::string read(std::string_view name) const;

private:
    std::filesystem::path path_;
};

}  // namespace travaux::office
