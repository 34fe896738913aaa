// travaux view: shows a view of a committee that is kept in a file, as canonical JSON.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/record_options.h"
#include "record/canonical_json.h"

namespace travaux::cli {
namespace {

Result<void> view(const RecordOptions& options, Streams streams) {
    TRY_ASSIGN(const boost::json::value value, shown_view(options));
    TRY_ASSIGN(const std::string line, record::write_canonical(value));
    return write_result({}, line + "\n", streams);
}

}  // namespace

Action view_command(CLI::App& app) {
    auto options = std::make_shared<RecordOptions>();
    auto* command = app.add_subcommand(
        "view", "Shows a view of a committee that is kept in a file or served, as JSON");
    add_record_options(*command, *options);
    command->footer("Example:\n  travaux view c.db proposals --field text=T1");
    return [options](Streams streams) { return view(*options, streams); };
}

}  // namespace travaux::cli
