// travaux act: does one act of a committee that is kept in a file, and says what came of it.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/record_options.h"
#include "cli/remote.h"
#include "record/canonical_json.h"

namespace travaux::cli {
namespace {

struct Options {
    RecordOptions record;
    std::string keys;
    std::string origin;
    std::optional<std::uint64_t> seen;
};

Result<void> say(const boost::json::value& said, Streams streams) {
    TRY_ASSIGN(const std::string line, record::write_canonical(said));
    return write_result({}, line + "\n", streams);
}

// The server knows who asks by the token, and keeps the keys.
Result<void> act_remotely(const Options& options, Streams streams) {
    TRY_ASSIGN(const auto fields, fields_of(options.record));
    TRY_ASSIGN(std::string token, token_from(options.record.token));
    TRY_ASSIGN(const Remote remote, Remote::of(options.record.record, std::move(token)));
    TRY_ASSIGN(const auto said, remote.act(options.record.name, fields, options.seen));
    return say(said, streams);
}

Result<void> act(const Options& options, Streams streams) {
    if (Remote::is_address(options.record.record)) return act_remotely(options, streams);
    if (options.keys.empty()) {
        return std::unexpected(Error{ErrorCode::invalid, "command.keys_missing", {}});
    }
    TRY_ASSIGN(const committee::Caller caller, caller_of(options.record));
    TRY_ASSIGN(const auto fields, fields_of(options.record));
    TRY_ASSIGN(const auto keys, storage::KeyFolder::open(options.keys));
    TRY_ASSIGN(const auto key, opening_key(*keys, options.origin));
    const auto access = key ? storage::Access::create : storage::Access::write;
    TRY_ASSIGN(const OpenedCommittee opened, open_committee(options.record.record, access, key));
    TRY_ASSIGN(const host::DoneAct done,
               opened.committee->act({caller, options.record.name, fields, options.seen}));
    TRY_OK(opened.committee->sign(keys->keys(), *keys));
    boost::json::object said{{"entry", done.entry}};
    if (!done.born.empty()) said["born"] = boost::json::value_from(done.born);
    return say(said, streams);
}

}  // namespace

Action act_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("act", "Does an act of a committee that is kept in a file or served");
    add_record_options(*command, options->record);
    command->add_option("--keys", options->keys,
                        "The folder of the keys that sign, where a file is named");
    command->add_option("--origin", options->origin,
                        "The name of the record, where it is to be opened");
    command->add_option("--seen", options->seen,
                        "Refuse if an entry since this many has changed what the act is on");
    command->footer(
        "Example:\n  travaux act c.db proposal.submit --keys keys --as delegate --for GHA \\\n"
        "      --actor 00000000000000000000000000000001 --field text=T1 \\\n"
        "      --field 'parts:=[{\"part\":\"delete\",\"provision\":\"article 3\"}]'");
    return [options](Streams streams) { return act(*options, streams); };
}

}  // namespace travaux::cli
