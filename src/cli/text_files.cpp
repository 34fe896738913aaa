// SPDX-License-Identifier: MIT
#include "cli/text_files.h"

#include "cli/files.h"
#include "docx/read.h"
#include "docx/words.h"
#include "formats/akoma_ntoso_form.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> text_of_word(std::string_view bytes, const std::string& file,
                                 TrackedChanges changes) {
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

}  // namespace

Result<formats::TextWithLines> read_treaty(const std::string& file,
                                           std::optional<text::Language> language,
                                           TrackedChanges changes) {
    TRY_ASSIGN(std::string bytes, read_file(file));
    const auto extension = fs::path(file).extension();
    if (extension == ".xml" || extension == ".akn") {
        TRY_ASSIGN(auto draft, formats::import_akoma_ntoso(bytes, file, language));
        return formats::TextWithLines{std::move(draft), {}};
    }
    const bool is_word = extension == ".docx";
    if (is_word) {
        TRY_ASSIGN(bytes, text_of_word(bytes, file, changes));
    }
    TRY_ASSIGN(auto text,
               formats::import_text_with_lines(bytes, file, language.value_or(text::Language::en)));
    if (is_word) text.lines.clear();
    return text;
}

Result<formats::DraftWithProvenance> read_draft_or_treaty(const std::string& path,
                                                          std::optional<text::Language> language) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return read_draft(path);
    TRY_ASSIGN(auto text, read_treaty(path, language, TrackedChanges::accepted));
    return std::move(text.draft);
}

}  // namespace travaux::cli
