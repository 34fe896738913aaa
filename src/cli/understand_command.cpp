// travaux understand: what a Word file says, and what it wants of a draft.
// SPDX-License-Identifier: MIT
#include <boost/json.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/proposal_files.h"
#include "docx/read.h"
#include "docx/words.h"
#include "understanding/report.h"

namespace travaux::cli {
namespace {

struct Options {
    std::string file;
    bool is_accepted = false;
    bool is_rejected = false;
    std::string draft;
    ReadingOptions reading;
    std::string format = "text";
    std::string output;
};

Result<std::string> words_of(const Options& options, std::string_view bytes) {
    TRY_ASSIGN(const docx::Document document, docx::read(bytes, options.file));
    const auto side = options.is_accepted ? docx::Side::accepted : docx::Side::rejected;
    std::string text;
    for (const std::string& line : docx::lines_of(document, side)) text += line + "\n";
    return text;
}

Result<std::string> wishes_of(const Options& options, std::string_view bytes,
                              text::Language language) {
    TRY_ASSIGN(const auto draft, read_draft(options.draft));
    TRY_ASSIGN(const auto reading, reading_of(options.reading));
    TRY_ASSIGN(const auto files,
               understanding::read_proposal_files(draft.draft, bytes, options.file, reading));
    std::string all;
    if (options.format == "jsonl") {
        TRY_ASSIGN(const auto wishes, understanding::check_proposal_files(files, reading));
        for (const auto& file : wishes) all += lines_of(file.proposal);
        return all;
    }
    for (const auto& file : files) {
        const auto report = understanding::report_on(draft.draft, file, language);
        if (options.format == "json") {
            all +=
                boost::json::serialize(understanding::report_as_json(draft.draft, file, report)) +
                "\n";
        } else {
            all += (all.empty() ? "" : "\n") + understanding::print_report(file, report, language);
        }
    }
    return all;
}

Result<void> understand(const Options& options, Streams streams) {
    TRY_ASSIGN(const std::string bytes, read_file(options.file));
    TRY_ASSIGN(const std::string result, options.draft.empty()
                                             ? words_of(options, bytes)
                                             : wishes_of(options, bytes, streams.language));
    return write_result(options.output, result, streams);
}

}  // namespace

Action understand_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("understand",
                                       "Says what a Word file says with its tracked changes "
                                       "accepted or rejected, or what it wants "
                                       "of a draft");
    command->add_option("file", options->file, "The Word file")->required();
    auto* side = command->add_option_group("side");
    side->add_flag("--accept", options->is_accepted, "With all changes accepted");
    side->add_flag("--reject", options->is_rejected, "With all changes rejected");
    side->add_option("--against", options->draft, "The draft folder that it is compared with");
    side->require_option(1);
    command->add_option("--language", options->reading.language,
                        "Of the file; else what it says, or the draft's working language");
    add_reading_options(*command, options->reading);
    command
        ->add_option("--format", options->format,
                     "text or json: the report; jsonl: the proposal as a line")
        ->check(CLI::IsMember({"text", "json", "jsonl"}));
    command->add_option("-o,--output", options->output, "Where to write; else standard output");
    command->footer(
        "Examples:\n  travaux understand proposal.docx --accept\n"
        "  travaux understand proposal.docx --against draft\n"
        "  travaux understand proposal.docx --against draft --format jsonl -o "
        "proposals/ghana.jsonl");
    return [options](Streams streams) { return understand(*options, streams); };
}

}  // namespace travaux::cli
