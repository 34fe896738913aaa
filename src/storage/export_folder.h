// Exports of records as folders on disk.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "record/export.h"

namespace travaux::storage {

/// The files of a folder.
class ExportFolder final : public record::ExportFiles {
public:
    explicit ExportFolder(std::filesystem::path path) : path_(std::move(path)) {}

    Result<std::vector<std::string>> names() override;
    Result<std::string> read(const std::string& name) override;

private:
    std::filesystem::path path_;
};

/// Has the files of a folder written beside its place, and then puts it there at once. Errors:
/// `folder.exists`, `file.unwritable`, those of the function.
[[nodiscard]] Result<void> write_fresh_folder(
    const std::filesystem::path& path,
    const std::function<Result<void>(const record::ExportSink& sink)>& write);

/// Writes an export beside its place and then puts it there. Errors: `folder.exists`,
/// `file.unwritable`, those of the export.
[[nodiscard]] Result<void> write_export_folder(record::Store& store,
                                               const std::filesystem::path& path);

}  // namespace travaux::storage
