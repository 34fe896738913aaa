// Records that earlier versions made: they open, are sound, and show what they showed.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "host/kept_committee.h"
#include "record/verify.h"
#include "storage/database.h"
#include "tests/corpus.h"
#include "tests/golden.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"

using namespace travaux;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> stored_records() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(tests::project_folder() / "tests/records")) {
        if (entry.path().extension() == ".gz") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

void unpack(const fs::path& from, const fs::path& to) {
    const std::string command = "gzip -dc '" + from.string() + "' > '" + to.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
}

// What a view shows to the Secretariat long after, or why it does not.
std::string shown(const host::KeptCommittee& committee, const committee::View& view) {
    host::AskedView asked;
    asked.caller.capacity = committee::Capacity::secretariat;
    asked.name = view.declaration.name;
    const auto outcome = committee.view(asked);
    if (!outcome) return "refused: " + outcome.error().id;
    const std::string bytes = boost::json::serialize(outcome->value);
    return hex(sha256(bytes)) + ", " + std::to_string(bytes.size()) + " bytes";
}

std::string state_of(const fs::path& file) {
    const auto store = tests::sure(storage::open_database(file.string(), storage::Access::write));
    const auto found = tests::sure(record::verify_store(*store, std::nullopt));
    CHECK(found.is_sound());
    const auto kept = tests::sure(host::KeptCommittee::open(
        *store, [] { return std::int64_t{1'800'000'000'000}; }, [] { return record::Salt{}; }));
    std::string state = "root: " + hex(found.checkpoint.head.root) + ", " +
                        std::to_string(found.entries) + " entries, " +
                        std::to_string(found.bodies) + " bodies\n";
    for (const committee::View& view : committee::views()) {
        state += std::string(view.declaration.name) + ": " + shown(*kept, view) + "\n";
    }
    for (const auto& [id, text] : kept->state().texts) {
        const auto printed = tests::sure(kept->print({id, {text::Language::en}, {}, {}}));
        state += "text " + id + ": " + hex(sha256(printed.bytes)) + "\n";
    }
    return state;
}

}  // namespace

TEST_CASE("a record of an earlier version opens, is sound and shows what it showed") {
    const auto records = stored_records();
    REQUIRE_FALSE(records.empty());
    for (const fs::path& packed : records) {
        const std::string name = packed.stem().stem().string();
        INFO(name);
        const tests::Scratch scratch;
        const fs::path file = scratch / "record.db";
        unpack(packed, file);
        tests::check_golden("record-" + name + ".txt", state_of(file));
    }
}
