// Files and folders, read whole and written so that nothing half written is left behind.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/draft_folder.h"
#include "formats/proposal_lines.h"

namespace travaux::cli {

/// Returns the bytes of a file. Errors: `file.not_found`, `file.too_large`, `file.unreadable`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

/// Returns the first line of a file that only its owner may read. Errors: `key.open_to_others`, and
/// as above.
[[nodiscard]] Result<std::string> read_secret(const std::filesystem::path& path);

/// Writes a file beside its place and then puts it there; a device or a pipe is written to.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Whether a folder that stands already is replaced.
enum class Replace : std::uint8_t { no, yes };

/// Writes a folder beside its place and then puts it there. Errors: `folder.exists`.
[[nodiscard]] Result<void> write_folder(const std::filesystem::path& path,
                                        const formats::Files& files, Replace replace);

/// Reads a draft folder.
[[nodiscard]] Result<formats::DraftWithProvenance> read_draft(const std::filesystem::path& path);

/// Returns the files that paths name: files, and what folders hold that ends in one of `endings`,
/// by name. Errors: `proposals.none`, and those of `read_file`.
[[nodiscard]] Result<std::vector<formats::LinesFile>> read_named(
    const std::vector<std::string>& paths, const std::vector<std::string>& endings);

}  // namespace travaux::cli
