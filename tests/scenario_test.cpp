// Scenarios in memory, on SQLite, on PostgreSQL and over HTTP, and the registry of acts against its
// files.
// SPDX-License-Identifier: MIT
#include "tests/scenario.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "committee/act.h"
#include "storage/memory.h"
#include "storage/postgres.h"
#include "storage/sqlite.h"
#include "tests/corpus.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;

namespace {

void play_all(const std::function<std::unique_ptr<record::Store>(const std::string& name)>& make,
              tests::Way way = tests::Way::directly) {
    for (const auto& file : tests::scenario_files()) {
        const auto store = make(file.stem().string());
        tests::CommitteeUnderTest committee(*store, way);
        const auto played = tests::play(file, committee);
        for (const std::string& finding : played.findings) FAIL_CHECK(finding);
        CHECK(played.acts > 0);
    }
}

}  // namespace

TEST_CASE("every scenario plays as it is written, and its record replays to its state: memory") {
    play_all([](const std::string& /*name*/) { return std::make_unique<storage::MemoryStore>(); });
}

TEST_CASE("every scenario plays as it is written, and its record replays to its state: SQLite") {
    const tests::Scratch scratch;
    play_all([&](const std::string& name) {
        return tests::sure(storage::SqliteStore::open(scratch / name, storage::Access::create));
    });
}

TEST_CASE(
    "every scenario plays as it is written, and its record replays to its state: PostgreSQL") {
    if (!tests::has_postgres("scenarios")) return;
    play_all([](const std::string& /*name*/) {
        return tests::sure(storage::PostgresStore::open(tests::shared_postgres().fresh_database(),
                                                        storage::Access::create));
    });
}

TEST_CASE("every scenario plays as it is written, and its record replays to its state: HTTP") {
    play_all([](const std::string& /*name*/) { return std::make_unique<storage::MemoryStore>(); },
             tests::Way::over_http);
}

TEST_CASE("every act has its file and a scenario in which it succeeds and is refused") {
    for (const auto& act : committee::acts()) {
        const std::string name(act.declaration.name);
        INFO(name);
        std::string file = name;
        std::ranges::replace(file, '.', '_');
        CHECK(std::filesystem::exists(tests::project_folder() / "src/committee/acts" /
                                      (file + ".cpp")));
        const auto scenario = tests::project_folder() / "tests/scenarios" / (name + ".txt");
        REQUIRE(std::filesystem::exists(scenario));
        storage::MemoryStore store;
        tests::CommitteeUnderTest committee(store);
        const auto played = tests::play(scenario, committee);
        CHECK(std::ranges::find(played.act_names, name) != played.act_names.end());
        CHECK(tests::bytes_of(scenario).find("-> refused") != std::string::npos);
    }
}
