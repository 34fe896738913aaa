// travaux verify: checks a record off line, and says what was checked and what is damaged.
// SPDX-License-Identifier: MIT
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/remote.h"
#include "host/publish.h"
#include "lang/messages.h"
#include "record/verify.h"
#include "storage/database.h"
#include "storage/export_folder.h"

namespace travaux::cli {
namespace {

using record::TreeHead;
using record::Verification;

struct Options {
    std::string path;
    std::string key;
};

std::string with_zeros(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// A time as ISO 8601 writes it, in UTC.
std::string time_text(std::int64_t time_ms) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(time_ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return with_zeros(int(date.year()), 4) + "-" + with_zeros(unsigned(date.month()), 2) + "-" +
           with_zeros(unsigned(date.day()), 2) + "T" + with_zeros(clock.hours().count(), 2) + ":" +
           with_zeros(clock.minutes().count(), 2) + ":" + with_zeros(clock.seconds().count(), 2) +
           "." + with_zeros(clock.subseconds().count(), 3) + "Z";
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view more) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : more);
}

std::string line(std::string what, const std::string& found) {
    what.resize(12, ' ');
    return what + found + "\n";
}

std::string report_on_entries(const Verification& found) {
    std::string text =
        line("entries", std::to_string(found.entries) + " in order, each in its canonical bytes");
    if (found.entries_unsigned > 0) {
        text += line("", std::to_string(found.entries_unsigned) +
                             " of them after the checkpoint, "
                             "so not signed yet");
    }
    if (found.entries > 0) {
        text += line("times", time_text(found.first_ms) + " to " + time_text(found.last_ms) +
                                  ", never back");
    }
    return text;
}

std::string report(const Verification& found, text::Language language) {
    const TreeHead& head = found.checkpoint.head;
    std::string text = line("record", found.checkpoint.origin);
    if (found.key) {
        text +=
            line("checkpoint", counted(head.size, "entry", "entries") + ", root " + hex(head.root));
        text += line("", "signed by " + record::text_of(*found.key));
    }
    text += report_on_entries(found);
    if (found.hashes > 0) {
        text += line("tree", std::to_string(found.hashes) + " hashes of tiles compared");
    }
    if (found.rotations > 0) {
        text +=
            line("keys", counted(found.rotations, "change", "changes") + ", signed by both keys");
    }
    text += line("bodies", std::to_string(found.bodies) + " there with their bytes, " +
                               std::to_string(found.withheld.size()) + " withheld");
    if (found.sealed + found.disclosed > 0) {
        text +=
            line("sealed", counted(found.disclosed, "confidential entry", "confidential entries") +
                               " disclosed, " + std::to_string(found.sealed) + " not");
    }
    for (const Sha256& hash : found.withheld) text += line("withheld", "body " + hex(hash));
    for (const Error& damage : found.damages) {
        text += line("damaged", lang::sentence_of(damage, language));
    }
    if (found.is_sound()) text += line("sound", "nothing is damaged");
    return text;
}

// Pages are what the record gives, byte for byte, and there are no others.
Result<void> check_pages(const std::string& path, storage::ExportFolder& folder,
                         Verification& found) {
    std::map<std::string, std::string> pages;
    TRY_OK(host::publish_pages(folder, [&](const std::string& name, std::string_view bytes) {
        pages[name] = bytes;
        return Result<void>{};
    }));
    storage::ExportFolder published(path);
    TRY_ASSIGN(const auto names, published.names());
    const auto damaged = [&](std::string_view id, const std::string& name) {
        found.damages.push_back({ErrorCode::corrupt, std::string(id), {name}});
    };
    for (const std::string& name : names) {
        if (name.starts_with(host::record_folder)) continue;
        const auto page = pages.find(name);
        if (page == pages.end()) {
            damaged("export.file_unknown", name);
            continue;
        }
        TRY_ASSIGN(const std::string bytes, published.read(name));
        if (bytes != page->second) damaged("publish.page_other", name);
        pages.erase(page);
    }
    for (const auto& [name, bytes] : pages) damaged("export.file_missing", name);
    return {};
}

Result<Verification> check(const Options& options) {
    std::optional<record::VerifierKey> key;
    if (!options.key.empty()) {
        TRY_ASSIGN(key, record::parse_verifier_key(options.key));
    }
    if (Remote::is_address(options.path)) {
        TRY_ASSIGN(Remote remote, Remote::of(options.path, {}));
        RemoteExport served(std::move(remote));
        return record::verify_export(served, key);
    }
    std::error_code failure;
    if (!std::filesystem::is_directory(options.path, failure)) {
        TRY_ASSIGN(const auto store, storage::open_database(options.path, storage::Access::read));
        TRY_OK(store->check_structure());
        return record::verify_store(*store, key);
    }
    // In a folder that was published the record stands beside the pages made of it.
    const std::filesystem::path published = std::filesystem::path(options.path) / "record";
    const bool is_published = std::filesystem::exists(published / "checkpoint", failure);
    storage::ExportFolder folder(is_published ? published : std::filesystem::path(options.path));
    TRY_ASSIGN(auto found, record::verify_export(folder, key));
    if (is_published && found.is_sound()) TRY_OK(check_pages(options.path, folder, found));
    return found;
}

Result<void> verify(const Options& options, Streams streams) {
    TRY_ASSIGN(const Verification found, check(options));
    TRY_OK(write_result({}, report(found, streams.language), streams));
    if (found.is_sound()) return {};
    return std::unexpected(
        Error{ErrorCode::corrupt,
              "export.damaged",
              {storage::shown_location(options.path), std::to_string(found.damages.size())}});
}

}  // namespace

Action verify_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("verify", "Checks a record: entries, tree, signatures, bodies");
    command
        ->add_option("record", options->path,
                     "The folder of an export, or the database of a committee: a file, or "
                     "postgresql://HOST/NAME; or what a server serves: "
                     "https://HOST/committees/NAME/record")
        ->required();
    command->add_option("--key", options->key, "The key that the record has to have, as text");
    command->footer("Example:\n  travaux verify export");
    return [options](Streams streams) { return verify(*options, streams); };
}

}  // namespace travaux::cli
