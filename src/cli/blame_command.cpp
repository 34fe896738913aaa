// travaux blame: who brought each word of a draft.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "formats/print_blame.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> drafts;
    std::string language;
};

std::string folder_name(const std::string& path) {
    const fs::path normal = fs::path(path).lexically_normal();
    return (normal.has_filename() ? normal : normal.parent_path()).filename().string();
}

// Folders go by their last name where that tells them apart.
std::string name_of(const std::string& path, const std::vector<std::string>& paths) {
    const std::string name = folder_name(path);
    const auto same = std::ranges::count(paths, name, folder_name);
    return name.empty() || same > 1 ? path : name;
}

Result<void> blame(const Options& options, Streams streams) {
    std::vector<formats::NamedDraft> drafts;
    for (const std::string& path : options.drafts) {
        TRY_ASSIGN(auto draft, read_draft(path));
        drafts.push_back({name_of(path, options.drafts), std::move(draft)});
    }
    TRY_ASSIGN(const auto language, language_of(drafts.back().draft.draft, options.language));
    for (std::size_t at = 0; at < drafts.size(); ++at) {
        if (language_of(drafts[at].draft.draft, std::string(code_of(language)))) continue;
        return std::unexpected(Error{ErrorCode::invalid,
                                     "draft.language_missing",
                                     {options.drafts[at], std::string(code_of(language))}});
    }
    const std::string text = drafts.size() == 1
                                 ? formats::print_blame(drafts.front().draft, language)
                                 : formats::print_blame(drafts, language);
    return write_result({}, text, streams);
}

}  // namespace

Action blame_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("blame", "Says who brought each word, live or deleted");
    command
        ->add_option("drafts", options->drafts,
                     "The draft folder; or several, oldest first: exact where each was made of the "
                     "one before, by likeness else")
        ->required();
    command->add_option("--language", options->language, "A language of the drafts");
    command->footer(
        "Examples:\n  travaux blame draft-2\n"
        "  travaux blame non-paper first-reading second-reading --language fr");
    return [options](Streams streams) { return blame(*options, streams); };
}

}  // namespace travaux::cli
