// travaux understand: what a Word file says.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "docx/read.h"
#include "docx/words.h"

namespace travaux::cli {
namespace {

struct Options {
    std::string file;
    bool is_accepted = false;
    bool is_rejected = false;
    std::string format = "text";
    std::string output;
};

Result<void> understand(const Options& options, Streams streams) {
    TRY_ASSIGN(const std::string bytes, read_file(options.file));
    TRY_ASSIGN(const docx::Document document, docx::read(bytes, options.file));
    const auto side = options.is_accepted ? docx::Side::accepted : docx::Side::rejected;
    std::string text;
    for (const std::string& line : docx::lines_of(document, side)) text += line + "\n";
    return write_result(options.output, text, streams);
}

}  // namespace

Action understand_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "understand",
        "Says what a Word file says once its tracked changes are accepted or rejected");
    command->add_option("file", options->file, "The Word file")->required();
    auto* side = command->add_option_group("side");
    side->add_flag("--accept", options->is_accepted, "With all changes accepted");
    side->add_flag("--reject", options->is_rejected, "With all changes rejected");
    side->require_option(1);
    command->add_option("--format", options->format, "text")->check(CLI::IsMember({"text"}));
    command->add_option("-o,--output", options->output, "Where to write; else standard output");
    command->footer("Example:\n  travaux understand proposal.docx --accept --format text");
    return [options](Streams streams) { return understand(*options, streams); };
}

}  // namespace travaux::cli
