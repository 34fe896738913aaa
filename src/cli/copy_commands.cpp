// travaux backup, restore and migrate: a whole store from one place to another.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "storage/database.h"
#include "storage/row_store.h"

namespace travaux::cli {
namespace {

struct Options {
    std::string from;
    std::string to;
    bool accounts = false;
};

void add_accounts(CLI::App& command, Options& options) {
    command.add_flag("--accounts", options.accounts,
                     "It is the database of the accounts, not that of a committee");
}

constexpr auto store_words = "The database of a committee: a file, or postgresql://HOST/NAME";

Result<void> expect_file(const std::string& location) {
    if (!storage::is_postgres_url(location)) return {};
    return std::unexpected(
        Error{ErrorCode::invalid, "command.file_wanted", {storage::shown_location(location)}});
}

Result<void> copy_accounts(const Options& options, Streams streams) {
    TRY_ASSIGN(const std::size_t rows, storage::copy_rows(options.from, options.to));
    return write_result({},
                        "copied      " + std::to_string(rows) + " rows of accounts to " +
                            storage::shown_location(options.to) + "\n",
                        streams);
}

Result<void> copy(const Options& options, Streams streams) {
    if (options.accounts) return copy_accounts(options, streams);
    TRY_ASSIGN(const record::Verification found, storage::copy_database(options.from, options.to));
    const record::TreeHead& head = found.checkpoint.head;
    return write_result({},
                        "record      " + found.checkpoint.origin + "\ncheckpoint  " +
                            std::to_string(head.size) + " entries, root " + hex(head.root) +
                            "\ncopied      " + std::to_string(found.entries) + " entries and " +
                            std::to_string(found.bodies) + " bodies to " +
                            storage::shown_location(options.to) + "\n",
                        streams);
}

}  // namespace

Action backup_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("backup", "Copies a store in use into a file, once the copy is checked");
    command->add_option("store", options->from, store_words)->required();
    command->add_option("file", options->to, "The file to make")->required();
    add_accounts(*command, *options);
    command->footer("Example:\n  travaux backup postgresql://db.example.org/committee 7-May.db");
    return [options](Streams streams) -> Result<void> {
        TRY_OK(expect_file(options->to));
        return copy(*options, streams);
    };
}

Action restore_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("restore", "Makes a store of a backup, once that is checked");
    command->add_option("file", options->from, "The file of a backup")->required();
    command->add_option("store", options->to, std::string(store_words) + ", that holds nothing yet")
        ->required();
    add_accounts(*command, *options);
    command->footer("Example:\n  travaux restore 7-May.db committee.db");
    return [options](Streams streams) -> Result<void> {
        TRY_OK(expect_file(options->from));
        return copy(*options, streams);
    };
}

Action migrate_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "migrate", "Copies a store into one of the other kind, once the copy is checked");
    command->add_option("from", options->from, store_words)->required();
    command->add_option("to", options->to, std::string(store_words) + ", that holds nothing yet")
        ->required();
    add_accounts(*command, *options);
    command->footer(
        "Example:\n  travaux migrate committee.db postgresql://db.example.org/committee");
    return [options](Streams streams) { return copy(*options, streams); };
}

}  // namespace travaux::cli
