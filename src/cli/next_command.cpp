// travaux next: adopted proposals make the next draft.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/proposal_files.h"
#include "consolidation/decision.h"

namespace travaux::cli {
namespace {

using namespace consolidation;

struct Options {
    std::string draft;
    std::vector<std::string> proposals;
    std::vector<std::string> adopt;
    std::string into;
    std::string open;
};

// What became of a part, as a sentence.
std::string sentence_of(const PartVerdict& verdict) {
    const std::string who = verdict.by.empty() ? "An adoption" : verdict.by;
    switch (verdict.verdict) {
        case CarryOver::applied: return "stands as it was";
        case CarryOver::already_satisfied: return "is closed: the draft says what it wants";
        case CarryOver::moved: return "stands at its words, which are elsewhere now";
        case CarryOver::contested:
            return "stands on the new words: " + who + " changed those that it would change";
        case CarryOver::orphaned: break;
    }
    return "is closed: " + who + " removed what it is about";
}

// One line for each run of parts of one proposal with one verdict: which, the verdict, a sentence.
std::string report_of(const std::vector<PartVerdict>& verdicts) {
    std::string report;
    for (std::size_t at = 0; at < verdicts.size();) {
        const PartVerdict& first = verdicts[at];
        std::size_t end = at + 1;
        while (end < verdicts.size() && verdicts[end].proposal == first.proposal &&
               verdicts[end].verdict == first.verdict && verdicts[end].by == first.by) {
            ++end;
        }
        report += first.proposal + "#" + std::to_string(first.part);
        if (end > at + 1) report += "-" + std::to_string(verdicts[end - 1].part);
        report += "\t" + std::string(name_of(first.verdict)) + "\t" + sentence_of(first) + "\n";
        at = end;
    }
    return report;
}

Result<void> next(const Options& options, Streams streams) {
    std::error_code absent;
    if (std::filesystem::exists(options.into, absent)) {
        return std::unexpected(Error{ErrorCode::conflict, "folder.exists", {options.into}});
    }
    TRY_ASSIGN(const Input input, read_input(options.draft, options.proposals, {}, streams));
    std::vector<Adoption> adopted;
    for (const std::string& id : options.adopt) adopted.push_back(parse_adoption(id));
    TRY_ASSIGN(const NextDraft made,
               next_draft(input.draft.draft, input.draft.provenance, input.set, adopted));
    const std::string open = options.open.empty()
                                 ? std::filesystem::path(options.into).string() + ".open.jsonl"
                                 : options.open;
    TRY_OK(write_folder(
        options.into, formats::write_draft_folder({made.draft, made.provenance, input.draft.forms}),
        Replace::no));
    const auto written = write_file(open, formats::write_proposal_lines(made.open));
    if (!written) {
        // A draft without the proposals that are open on it would be half a state.
        std::error_code failure;
        std::filesystem::remove_all(options.into, failure);
        return written;
    }
    std::string report = report_of(made.verdicts);
    report += options.into + ": the next draft; " + open + ": " +
              std::to_string(made.open.submitted.size()) + " open proposals on it\n";
    return write_result({}, report, streams);
}

}  // namespace

Action next_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "next", "Makes the next draft, and says what becomes of every open proposal");
    command->add_option("draft", options->draft, "The draft folder")->required();
    command->add_option("proposals", options->proposals, "Files or folders of JSON lines")
        ->required();
    command->add_option("--adopt", options->adopt, "Proposals, or parts of them: P1,P7#2")
        ->delimiter(',')
        ->required();
    command->add_option("--into", options->into, "The folder of the next draft")->required();
    command->add_option("--open", options->open,
                        "Where the open proposals go; beside the next draft without it");
    command->footer(
        "Example:\n  travaux next draft proposals --adopt P1,P7#2 --into draft-2\n"
        "  travaux consolidate draft-2 draft-2.open.jsonl");
    return [options](Streams streams) { return next(*options, streams); };
}

}  // namespace travaux::cli
