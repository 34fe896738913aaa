// travaux import: a treaty in Markdown, plain text, Word or Akoma Ntoso becomes a draft folder.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/text_files.h"
#include "text/literal_brackets.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file;
    std::string into;
    std::string language;
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

// The treaty alone, in its own language.
Result<formats::TextWithLines> read_alone(const Options& options) {
    const auto named = text::parse_language(options.language);
    if (!named && !options.language.empty()) {
        return std::unexpected(
            Error{ErrorCode::invalid, "command.language_unknown", {options.language}});
    }
    const auto changes = options.is_accepted   ? TrackedChanges::accepted
                         : options.is_rejected ? TrackedChanges::rejected
                                               : TrackedChanges::refused;
    return read_treaty(options.file, named, changes);
}

// One line for each bracket that has no partner.
std::string lone_brackets(const Options& options, const formats::TextWithLines& treaty) {
    const text::Draft& draft = treaty.draft.draft;
    std::string report;
    for (const auto& sign : text::literal_brackets_of(draft, draft.working_language).lone) {
        report += options.file;
        if (!treaty.lines.empty()) report += ":" + std::to_string(treaty.lines[sign.provision]);
        report.append(": a bracket without a partner: ");
        report.append(extract_at(draft, draft.working_language, sign)).append("\n");
    }
    return report;
}

Result<void> import(const Options& options, Streams streams) {
    TRY_ASSIGN(const auto read, read_alone(options));
    const auto& treaty = read.draft;
    std::string report = lone_brackets(options, read);
    std::error_code absent;
    if (!fs::exists(options.into, absent)) {
        TRY_OK(write_folder(options.into, formats::write_draft_folder(treaty), Replace::no));
        report.append(options.into + ": ").append(counts(treaty.draft)).append("\n");
        return write_result({}, report, streams);
    }
    TRY_ASSIGN(const auto draft, read_draft(options.into));
    const auto match = formats::import_language(draft, treaty);
    TRY_OK(write_folder(options.into, formats::write_draft_folder(match.draft), Replace::yes));
    for (const std::string& line : match.unmatched) report += line + "\n";
    report.append(options.into + ": ");
    report.append(code_of(treaty.draft.working_language));
    report.append(" added, " + std::to_string(match.unmatched.size()) + " without a partner\n");
    return write_result({}, report, streams);
}

}  // namespace

Action import_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "import",
        "Makes a draft folder of a treaty in Markdown, plain text, Word or Akoma Ntoso, or adds a "
        "language");
    command->add_option("file", options->file, "The text")->required();
    command->add_option("--into", options->into, "The draft folder")->required();
    command->add_option(
        "--language", options->language,
        "ar, zh, en, fr, ru or es; without it what an Akoma Ntoso file says, or en");
    auto* accept = command->add_flag("--accept", options->is_accepted,
                                     "A Word file with its tracked changes accepted");
    command->add_flag("--reject", options->is_rejected, "... rejected")->excludes(accept);
    command->footer(
        "Example:\n  travaux import convention.en.md --into draft\n"
        "  travaux import convention.fr.md --into draft --language fr");
    return [options](Streams streams) { return import(*options, streams); };
}

}  // namespace travaux::cli
