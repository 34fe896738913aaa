// travaux play: acts that are written in files become the record of a committee.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/record_options.h"
#include "host/play.h"
#include "lang/messages.h"
#include "storage/database.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string acts;
    std::string until;
    std::string into;
    std::string keys;
    std::string origin = "example.org/committee";
};

// The files up to the one of a name, with it; they stand in the order of their names.
Result<std::vector<formats::LinesFile>> files_of(const Options& options) {
    TRY_ASSIGN(auto files, read_named({options.acts}, {".jsonl"}));
    if (options.until.empty()) return files;
    const auto last = std::ranges::find(files, options.until, [](const formats::LinesFile& one) {
        return fs::path(one.name).filename().string();
    });
    if (last == files.end()) {
        const std::string name = (fs::path(options.acts) / options.until).string();
        return std::unexpected(Error{ErrorCode::not_found, "file.not_found", {name}});
    }
    files.erase(std::next(last), files.end());
    return files;
}

Result<std::uint64_t> play_into(record::Store& store, const Options& options,
                                text::Language language) {
    TRY_ASSIGN(const auto lines, files_of(options));
    TRY_ASSIGN(const auto keys, storage::KeyFolder::open(options.keys));
    TRY_OK(opening_key(*keys, options.origin));
    host::Script script{.files = {}, .file = {}, .keys = keys->keys()};
    for (const formats::LinesFile& file : lines) script.files.push_back({file.name, file.bytes});
    const fs::path folder = fs::is_directory(options.acts) ? fs::path(options.acts)
                                                           : fs::path(options.acts).parent_path();
    script.file = [folder](const std::string& name) { return read_file(folder / name); };
    const auto played = host::play(store, script, *keys);
    if (played) return *played;
    return std::unexpected(
        Error{played.error().error.code,
              "play.stopped",
              {played.error().place, lang::sentence_of(played.error().error, language)}});
}

// A file appears only when all of it is there.
Result<std::uint64_t> play(const Options& options, text::Language language) {
    if (storage::is_postgres_url(options.into)) {
        TRY_ASSIGN(const auto store, storage::open_database(options.into, storage::Access::create));
        return play_into(*store, options, language);
    }
    std::uint64_t entries = 0;
    TRY_OK(storage::write_fresh(options.into, [&](const fs::path& part) -> Result<void> {
        TRY_ASSIGN(const auto store, storage::SqliteStore::open(part, storage::Access::create));
        TRY_ASSIGN(entries, play_into(*store, options, language));
        return {};
    }));
    return entries;
}

Result<void> run(const Options& options, Streams streams) {
    TRY_ASSIGN(const std::uint64_t entries, play(options, streams.language));
    return write_result(
        {}, storage::shown_location(options.into) + ": " + std::to_string(entries) + " entries\n",
        streams);
}

}  // namespace

Action play_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("play", "Plays acts that are written in files into a new record");
    command
        ->add_option("acts", options->acts,
                     "A file of acts as JSON lines, or a folder of such files, by name")
        ->required();
    command->add_option("--until", options->until, "The last file of the folder that is played");
    command->add_option("--into", options->into, "Where the record is kept, and nothing is yet")
        ->required();
    command->add_option("--keys", options->keys, "The folder of the keys that sign")->required();
    command->add_option("--origin", options->origin, "The name of the record")
        ->capture_default_str();
    command->footer(
        "Example:\n  travaux play examples/committee --into c.db --keys keys\n"
        "  travaux play examples/committee --until 06-third-session.jsonl --into c.db --keys keys");
    return [options](Streams streams) { return run(*options, streams); };
}

}  // namespace travaux::cli
