// travaux stats: brackets, readings and open words, by article and by sponsor.
// SPDX-License-Identifier: MIT
#include <boost/json.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/proposal_files.h"
#include "consolidation/consolidate.h"
#include "consolidation/statistics.h"

namespace travaux::cli {
namespace {

using namespace consolidation;
namespace json = boost::json;

struct Options {
    std::string draft;
    std::vector<std::string> proposals;
    std::string format = "text";
};

std::string text_of(const Statistics& one) {
    return std::to_string(one.brackets) + "\t" + std::to_string(one.readings) + "\t" +
           std::to_string(one.words_open) + "\t" + one.name + "\n";
}

json::object json_of(const Statistics& one) {
    json::object result;
    if (!one.name.empty()) result["name"] = one.name;
    result["brackets"] = one.brackets;
    result["readings"] = one.readings;
    result["words_open"] = one.words_open;
    return result;
}

std::string as_text(const Consolidated& text) {
    std::string out =
        "brackets\treadings\twords open\n" + text_of(statistics_of(text)) + "\nby article\n";
    for (const Statistics& one : statistics_by_article(text)) out += text_of(one);
    out += "\nby sponsor\n";
    for (const Statistics& one : statistics_by_sponsor(text)) out += text_of(one);
    return out;
}

std::string as_json(const Consolidated& text) {
    json::object result = json_of(statistics_of(text));
    json::array articles;
    for (const Statistics& one : statistics_by_article(text)) articles.emplace_back(json_of(one));
    json::array sponsors;
    for (const Statistics& one : statistics_by_sponsor(text)) sponsors.emplace_back(json_of(one));
    result["articles"] = std::move(articles);
    result["sponsors"] = std::move(sponsors);
    return json::serialize(result) + "\n";
}

Result<void> stats(const Options& options, Streams streams) {
    if (options.format != "text" && options.format != "json") {
        return std::unexpected(
            Error{ErrorCode::invalid, "command.format_unknown", {options.format}});
    }
    Progress progress(streams.err);
    progress.begin("reading");
    TRY_ASSIGN(const Input input, read_input(options.draft, options.proposals, {}, streams));
    progress.begin("consolidating");
    const auto text = consolidate(input.draft.draft, input.set, input.draft.draft.working_language);
    return write_result({}, options.format == "json" ? as_json(text) : as_text(text), streams);
}

}  // namespace

Action stats_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("stats", "Counts brackets, readings and open words");
    command->add_option("draft", options->draft, "The draft folder")->required();
    command->add_option("proposals", options->proposals, "Files or folders of JSON lines")
        ->required();
    command->add_option("--format", options->format, "text or json");
    command->footer("Example:\n  travaux stats draft proposals --format json");
    return [options](Streams streams) { return stats(*options, streams); };
}

}  // namespace travaux::cli
