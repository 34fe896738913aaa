// travaux consolidate: a draft and the proposals on it become one text.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "consolidation/consolidate.h"
#include "consolidation/decision.h"
#include "formats/akoma_ntoso.h"
#include "formats/printing.h"

namespace travaux::cli {
namespace {

using namespace consolidation;

struct Options {
    std::string draft;
    std::vector<std::string> proposals;
    std::string output;
    std::string format = "text";
    std::string view = "bracketed";
    std::string language;
    bool is_unattributed = false;
    std::vector<std::string> as_if;
};

Result<formats::View> view_of(const std::string& name) {
    if (name == "bracketed") return formats::View::bracketed;
    if (name == "clean") return formats::View::clean;
    if (name == "options") return formats::View::options;
    if (name == "by-sponsor") return formats::View::by_sponsor;
    return std::unexpected(Error{ErrorCode::invalid, "command.view_unknown", {name}});
}

Result<void> adopt(Input& input, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    std::vector<Adoption> adopted;
    for (const std::string& id : ids) adopted.push_back(parse_adoption(id));
    TRY_ASSIGN(NextDraft next,
               next_draft(input.draft.draft, input.draft.provenance, input.set, adopted));
    input.draft.draft = std::move(next.draft);
    input.set = std::move(next.open);
    return {};
}

Result<std::string> print(const Options& options, const text::Draft& draft,
                          const Consolidated& consolidated) {
    TRY_ASSIGN(const auto view, view_of(options.view));
    const formats::Printing printing{
        view, options.is_unattributed ? formats::Sponsors::unnamed : formats::Sponsors::named};
    if (options.format == "html") return formats::print_html(draft, consolidated, printing);
    if (options.format == "text") return formats::print_text(draft, consolidated, printing);
    if (options.format == "json") return formats::print_json(draft, consolidated, printing);
    if (options.format == "akn") return formats::write_akoma_ntoso(draft, consolidated, printing);
    return std::unexpected(Error{ErrorCode::invalid, "command.format_unknown", {options.format}});
}

Result<void> consolidate(const Options& options, Streams streams) {
    TRY_OK(view_of(options.view));
    Progress progress(streams.err);
    TRY_ASSIGN(Input input, read_input(options.draft, options.proposals));
    progress.begin("adopting");
    TRY_OK(adopt(input, options.as_if));
    TRY_ASSIGN(const auto language, language_of(input.draft.draft, options.language));
    progress.begin("consolidating");
    const auto text = consolidation::consolidate(input.draft.draft, input.set, language);
    progress.begin("printing");
    TRY_ASSIGN(const std::string bytes, print(options, input.draft.draft, text));
    return write_result(options.output, bytes, streams);
}

}  // namespace

Action consolidate_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("consolidate", "Prints the consolidated text of a draft and proposals");
    command->add_option("draft", options->draft, "The draft folder")->required();
    command->add_option("proposals", options->proposals, "Files or folders of JSON lines")
        ->required();
    command->add_option("-o,--output", options->output, "A file; standard output without it");
    command->add_option("--format", options->format, "html, akn, text or json");
    command->add_option("--view", options->view, "bracketed, clean, options or by-sponsor");
    command->add_option("--language", options->language, "A language of the draft");
    command->add_flag("--unattributed", options->is_unattributed, "Leaves sponsors out");
    command->add_option("--as-if", options->as_if, "Proposals taken as adopted: P1,P7#2")
        ->delimiter(',');
    command->footer("Example:\n  travaux consolidate draft proposals --format html -o text.html");
    return [options](Streams streams) { return consolidate(*options, streams); };
}

}  // namespace travaux::cli
