// travaux compare: two states of a text, word by word.
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/text_files.h"
#include "docx/write.h"
#include "formats/word_numbering.h"
#include "understanding/print_comparison.h"

namespace travaux::cli {
namespace {

using understanding::Compared;
using Rows = std::vector<understanding::ComparedRow>;

struct Options {
    std::string former;
    std::string later;
    std::string format = "text";
    std::string language;
    std::string output;
};

std::string printed(const Rows& rows, const Compared& compared, const std::string& format) {
    if (format == "html") return print_comparison_html(rows, compared);
    if (format == "json") return print_comparison_json(rows, compared);
    if (format == "docx")
        return docx::write(formats::numbered_by_lists(marked_comparison(rows, compared)));
    if (format == "docx-tracked")
        return docx::write(formats::numbered_by_lists(comparison_document(rows, compared)));
    return understanding::print_comparison_text(rows);
}

// The language that is told, or the working language of the later text.
Result<void> compare(const Options& options, Streams streams) {
    const auto told = text::parse_language(options.language);
    if (!told && !options.language.empty()) {
        return std::unexpected(
            Error{ErrorCode::invalid, "command.language_unknown", {options.language}});
    }
    TRY_ASSIGN(const auto former, read_draft_or_treaty(options.former, told));
    TRY_ASSIGN(const auto later, read_draft_or_treaty(options.later, told));
    TRY_ASSIGN(const auto language, language_of(later.draft, options.language));
    TRY_OK(language_of(former.draft, std::string(text::code_of(language))));
    const auto rows = understanding::compare(former.draft, later.draft, language);
    const auto name = [](const std::string& file) {
        const std::filesystem::path path(file);
        return (path.has_filename() ? path : path.parent_path()).filename().string();
    };
    const Compared compared{understanding::title_in(former.draft, language),
                            understanding::title_in(later.draft, language), language,
                            name(options.former), name(options.later)};
    return write_result(options.output, printed(rows, compared, options.format), streams);
}

}  // namespace

Action compare_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "compare", "Compares two drafts or texts word by word, with what moves as moved");
    command->add_option("former", options->former, "A draft folder, or a text or Word file")
        ->required();
    command->add_option("later", options->later, "The same")->required();
    command->add_option("--format", options->format, "text, html, json, docx or docx-tracked")
        ->check(CLI::IsMember({"text", "html", "json", "docx", "docx-tracked"}));
    command->add_option("--language", options->language, "ar, zh, en, fr, ru or es");
    command->add_option("-o,--output", options->output, "A file; standard output without it");
    command->footer("Example:\n  travaux compare draft-1 draft-2 --format html -o changes.html");
    return [options](Streams streams) { return compare(*options, streams); };
}

}  // namespace travaux::cli
