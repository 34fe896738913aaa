// travaux publish: the public record of a committee as a folder that any web server can carry.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "host/publish.h"
#include "storage/database.h"
#include "storage/export_folder.h"

namespace travaux::cli {
namespace {

struct Options {
    std::string record;
    std::string into;
};

Result<void> publish(const Options& options, Streams streams) {
    TRY_ASSIGN(const auto store, storage::open_database(options.record, storage::Access::read));
    std::size_t files = 0;
    TRY_OK(storage::write_fresh_folder(options.into, [&](const record::ExportSink& sink) {
        return host::publish(*store, [&](const std::string& name, std::string_view bytes) {
            ++files;
            return sink(name, bytes);
        });
    }));
    return write_result({}, options.into + ": " + std::to_string(files) + " files\n", streams);
}

}  // namespace

Action publish_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "publish", "Writes the public record as pages, documents and tiles for any web server");
    command
        ->add_option("record", options->record,
                     "The database of a committee: a file, or postgresql://HOST/NAME")
        ->required();
    command->add_option("--into", options->into, "The folder to make")->required();
    command->footer("Example:\n  travaux publish c.db --into site\n  travaux verify site");
    return [options](Streams streams) { return publish(*options, streams); };
}

}  // namespace travaux::cli
