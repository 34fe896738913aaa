// travaux view: shows a view of a committee that is kept in a file, as canonical JSON.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/record_options.h"
#include "cli/remote.h"
#include "record/canonical_json.h"

namespace travaux::cli {
namespace {

Result<boost::json::value> shown(const RecordOptions& options) {
    TRY_ASSIGN(const auto fields, fields_of(options));
    if (Remote::is_address(options.record)) {
        TRY_ASSIGN(std::string token, token_from(options.token));
        TRY_ASSIGN(const Remote remote, Remote::of(options.record, std::move(token)));
        return remote.view(options.name, fields);
    }
    TRY_ASSIGN(const committee::Caller caller, caller_of(options));
    TRY_ASSIGN(const OpenedCommittee opened, open_committee(options.record, storage::Access::read));
    TRY_ASSIGN(host::ShownView view, opened.committee->view({caller, options.name, fields}));
    return std::move(view.value);
}

Result<void> view(const RecordOptions& options, Streams streams) {
    TRY_ASSIGN(const boost::json::value value, shown(options));
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
