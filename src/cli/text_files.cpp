// SPDX-License-Identifier: MIT
#include "cli/text_files.h"

#include "cli/files.h"
#include "docx/read.h"
#include "docx/words.h"
#include "formats/import_text.h"

namespace travaux::cli {

namespace fs = std::filesystem;

Result<std::string> read_text(const std::string& file, TrackedChanges changes) {
    TRY_ASSIGN(std::string bytes, read_file(file));
    if (fs::path(file).extension() != ".docx") return bytes;
    TRY_ASSIGN(const docx::Document document, docx::read(bytes, file));
    if (!document.changes.empty() && changes == TrackedChanges::refused) {
        return std::unexpected(Error{ErrorCode::invalid, "import.changes_open", {file}});
    }
    const auto side =
        changes == TrackedChanges::rejected ? docx::Side::rejected : docx::Side::accepted;
    std::string text;
    for (const std::string& line : docx::lines_of(document, side, docx::ListLabels::shown)) {
        text.append(line).append("\n\n");
    }
    return text;
}

Result<formats::DraftWithProvenance> read_draft_or_text(const std::string& path,
                                                        text::Language language) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return read_draft(path);
    TRY_ASSIGN(const std::string text, read_text(path, TrackedChanges::accepted));
    return formats::import_text(text, path, language);
}

}  // namespace travaux::cli
