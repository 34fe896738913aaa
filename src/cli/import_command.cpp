// travaux import: a treaty in Markdown, plain text or Word becomes a draft folder.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/text_files.h"
#include "formats/import_text.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file;
    std::string into;
    std::string language = "en";
    bool is_accepted = false;
    bool is_rejected = false;
};

std::string counts(const text::Draft& draft) {
    std::size_t articles = 0;
    for (const auto& provision : draft.provisions) {
        articles += provision.kind == text::ProvisionKind::article ? 1U : 0U;
    }
    return std::to_string(draft.provisions.size()) + " provisions, " + std::to_string(articles) +
           " articles";
}

Result<void> import(const Options& options, Streams streams) {
    const auto language = text::parse_language(options.language);
    if (!language) {
        return std::unexpected(
            Error{ErrorCode::invalid, "command.language_unknown", {options.language}});
    }
    const auto changes = options.is_accepted   ? TrackedChanges::accepted
                         : options.is_rejected ? TrackedChanges::rejected
                                               : TrackedChanges::refused;
    TRY_ASSIGN(const std::string bytes, read_text(options.file, changes));
    std::error_code absent;
    if (!fs::exists(options.into, absent)) {
        TRY_ASSIGN(const auto draft, formats::import_text(bytes, options.file, *language));
        TRY_OK(write_folder(options.into, formats::write_draft_folder(draft), Replace::no));
        return write_result({}, options.into + ": " + counts(draft.draft) + "\n", streams);
    }
    TRY_ASSIGN(const auto draft, read_draft(options.into));
    TRY_ASSIGN(const auto match, formats::import_language(draft, bytes, options.file, *language));
    TRY_OK(write_folder(options.into, formats::write_draft_folder(match.draft), Replace::yes));
    std::string report;
    for (const std::string& line : match.unmatched) report += line + "\n";
    report += options.into + ": " + options.language + " added, " +
              std::to_string(match.unmatched.size()) + " without a partner\n";
    return write_result({}, report, streams);
}

}  // namespace

Action import_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "import",
        "Makes a draft folder of a treaty in Markdown, plain text or Word, or adds a language");
    command->add_option("file", options->file, "The text")->required();
    command->add_option("--into", options->into, "The draft folder")->required();
    command->add_option("--language", options->language, "ar, zh, en, fr, ru or es");
    auto* accept = command->add_flag("--accept", options->is_accepted,
                                     "A Word file with its tracked changes accepted");
    command->add_flag("--reject", options->is_rejected, "... rejected")->excludes(accept);
    command->footer(
        "Example:\n  travaux import convention.en.md --into draft\n"
        "  travaux import convention.fr.md --into draft --language fr");
    return [options](Streams streams) { return import(*options, streams); };
}

}  // namespace travaux::cli
