// travaux plan: days for the sessions of a plan, the papers that they need, or what clashes.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "formats/plan_json.h"
#include "host/plan_words.h"

namespace travaux::cli {
namespace {

namespace json = boost::json;
using namespace planning;

struct Options {
    std::string file;
    std::string delay;
    bool is_json = false;
};

// `SESSION/PAPER/STEP=DATE`
Result<Delay> parse_delay(const std::string& words) {
    const auto refused =
        std::unexpected(Error{ErrorCode::invalid, "plan.delay_malformed", {words}});
    const std::size_t equals = words.rfind('=');
    if (equals == std::string::npos) return refused;
    const std::size_t second = words.rfind('/', equals);
    if (second == std::string::npos || second == 0) return refused;
    const std::size_t first = words.rfind('/', second - 1);
    if (first == std::string::npos) return refused;
    const auto step =
        std::ranges::find(paper_step_names, words.substr(second + 1, equals - second - 1));
    const auto date = Date::parse(words.substr(equals + 1));
    if (step == paper_step_names.end() || !date) return refused;
    return Delay{words.substr(0, first), words.substr(first + 1, second - first - 1),
                 static_cast<PaperStep>(step - paper_step_names.begin()), *date};
}

Result<void> plan(const Options& options, Streams streams) {
    Progress progress(streams.err);
    progress.begin("reading");
    TRY_ASSIGN(const std::string bytes, read_file(options.file));
    TRY_ASSIGN(const Plan wanted, formats::read_plan(bytes, options.file));
    std::optional<Delay> delay;
    if (!options.delay.empty()) {
        TRY_ASSIGN(delay, parse_delay(options.delay));
    }
    progress.begin("looking for days");
    const PlanReport report = report_on(wanted);
    std::vector<Slip> slipped;
    if (delay) {
        TRY_ASSIGN(const auto after, papers_with(wanted, report, *delay));
        slipped = slips(report.papers, after);
    }
    if (options.is_json) {
        json::object result = formats::report_json(wanted, report);
        if (delay) result["slips"] = formats::slips_json(slipped);
        return write_result({}, json::serialize(result) + "\n", streams);
    }
    std::string text = host::report_text(wanted, report, streams.language);
    if (delay) text += "\n" + host::slips_text(slipped, streams.language);
    return write_result({}, text, streams);
}

}  // namespace

Action plan_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "plan", "Proposes days for sessions, with their papers, or says what clashes");
    command->add_option("plan", options->file, "The plan: a JSON file")->required();
    command->add_option("--delay", options->delay,
                        "Says what slips with a step: SESSION/PAPER/STEP=DATE");
    command->add_flag("--json", options->is_json, "Prints JSON");
    command->footer("Example:\n  travaux plan plan.json --json");
    return [options](Streams streams) { return plan(*options, streams); };
}

}  // namespace travaux::cli
