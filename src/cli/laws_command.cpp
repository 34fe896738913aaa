// travaux laws: the laws of consolidation, checked on this very input.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/proposal_files.h"
#include "consolidation/laws.h"
#include "formats/round_trips.h"

namespace travaux::cli {
namespace {

using namespace consolidation;

struct Options {
    std::string draft;
    std::vector<std::string> proposals;
    std::uint32_t permutations = 3;
    std::uint32_t seed = 1;
    std::size_t adoptions = 40;
};

Result<void> laws(const Options& options, Streams streams) {
    Progress progress(streams.err);
    progress.begin("reading");
    TRY_ASSIGN(const Input input, read_input(options.draft, options.proposals, {}, streams));
    const LawInput law_input{input.draft.draft,    input.draft.provenance, input.set,
                             options.permutations, options.seed,           options.adoptions};
    const auto outcomes = check_laws(law_input, formats::engine_with_files(), [&](int law) {
        progress.begin("law " + std::to_string(law));
    });
    std::string report;
    std::size_t broken = 0;
    for (const LawOutcome& outcome : outcomes) {
        const std::string number = std::to_string(outcome.law);
        report += (number.size() < 2 ? " " : "") + number + "  " +
                  (outcome.broken        ? "BROKEN"
                   : outcome.checked > 0 ? "holds "
                                         : "empty ") +
                  "  " + std::string(outcome.name) + " (" + std::to_string(outcome.checked) +
                  " checked)" + (outcome.broken ? ": " + *outcome.broken : "") + "\n";
        broken += outcome.broken ? 1U : 0U;
    }
    TRY_OK(write_result({}, report, streams));
    // A broken law is our own defect, whatever the input.
    if (broken > 0) throw Defect(std::to_string(broken) + " laws are broken on this input");
    return {};
}

}  // namespace

Action laws_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("laws", "Checks the laws of consolidation on this very input");
    command->add_option("draft", options->draft, "The draft folder")->required();
    command->add_option("proposals", options->proposals, "Files or folders of JSON lines")
        ->required();
    command->add_option("--permutations", options->permutations, "Orders that are tried");
    command->add_option("--adoptions", options->adoptions, "Proposals that are adopted in turn");
    command->add_option("--seed", options->seed, "Draws other orders");
    command->footer("Example:\n  travaux laws draft proposals --permutations 20");
    return [options](Streams streams) { return laws(*options, streams); };
}

}  // namespace travaux::cli
