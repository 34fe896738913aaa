// SPDX-License-Identifier: MIT
#include "cli/text_files.h"

#include "cli/files.h"
#include "docx/read.h"
#include "formats/akoma_ntoso_form.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

Result<formats::DraftWithProvenance> read_word(std::string_view bytes, const std::string& file,
                                               text::Language language, TrackedChanges changes) {
    TRY_ASSIGN(const docx::Document document, docx::read(bytes, file));
    if (!document.changes.empty() && changes == TrackedChanges::refused) {
        return std::unexpected(Error{ErrorCode::invalid, "import.changes_open", {file}});
    }
    const auto side =
        changes == TrackedChanges::rejected ? docx::Side::rejected : docx::Side::accepted;
    return formats::import_word(document, side, file, language);
}

}  // namespace

Result<formats::TextWithLines> read_treaty(const std::string& file,
                                           std::optional<text::Language> language,
                                           TrackedChanges changes) {
    TRY_ASSIGN(const std::string bytes, read_file(file));
    const auto extension = fs::path(file).extension();
    if (extension == ".xml" || extension == ".akn") {
        TRY_ASSIGN(auto draft, formats::import_akoma_ntoso(bytes, file, language));
        return formats::TextWithLines{std::move(draft), {}};
    }
    const auto written_in = language.value_or(text::Language::en);
    if (extension == ".docx") {
        TRY_ASSIGN(auto draft, read_word(bytes, file, written_in, changes));
        return formats::TextWithLines{std::move(draft), {}};
    }
    return formats::import_text_with_lines(bytes, file, written_in);
}

Result<formats::DraftWithProvenance> read_draft_or_treaty(const std::string& path,
                                                          std::optional<text::Language> language) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return read_draft(path);
    TRY_ASSIGN(auto text, read_treaty(path, language, TrackedChanges::accepted));
    return std::move(text.draft);
}

}  // namespace travaux::cli
