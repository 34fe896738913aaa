// travaux blame: who brought each word of a draft.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "formats/print_blame.h"

namespace travaux::cli {

Action blame_command(CLI::App& app) {
    auto draft = std::make_shared<std::string>();
    auto language = std::make_shared<std::string>();
    auto* command = app.add_subcommand("blame", "Says who brought each word, live or deleted");
    command->add_option("draft", *draft, "The draft folder")->required();
    command->add_option("--language", *language, "A language of the draft");
    command->footer("Example:\n  travaux blame draft-2");
    return [draft, language](Streams streams) -> Result<void> {
        TRY_ASSIGN(const auto read, read_draft(*draft));
        TRY_ASSIGN(const auto wanted, language_of(read.draft, *language));
        return write_result({}, formats::print_blame(read, wanted), streams);
    };
}

}  // namespace travaux::cli
