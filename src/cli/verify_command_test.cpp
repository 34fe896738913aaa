// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/app.h"
#include "storage/export_folder.h"
#include "storage/memory.h"
#include "storage/sqlite.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"

using namespace travaux;
namespace fs = std::filesystem;

namespace {

struct Said {
    int code;
    std::string out, err;
};

Said run(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "travaux");
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(static_cast<int>(arguments.size()), arguments.data(), {out, err});
    return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("travaux verify says what it checked, and refuses what is damaged") {
    const tests::Scratch scratch;
    storage::MemoryStore store;
    tests::SampleRecord record(store);
    record.fill();
    const std::string folder = (scratch / "export").string();
    tests::sure(storage::write_export_folder(store, folder));

    const Said sound = run({"verify", folder.c_str()});
    CHECK(sound.code == 0);
    CHECK(sound.err.empty());
    for (const std::string line :
         {"record      example.org/committee\n", "checkpoint  9 entries, root ",
          "entries     9 in order, each in its canonical bytes\n",
          "times       2026-01-01T00:00:01.000Z to 2026-01-01T00:00:09.000Z, never back\n",
          "tree        9 hashes of tiles compared\n", "keys        1 change, signed by both keys\n",
          "bodies      4 there with their bytes, 1 withheld\n",
          "sealed      1 confidential entry disclosed, 1 not\n",
          "sound       nothing is damaged\n"}) {
        INFO(line);
        CHECK(sound.out.find(line) != std::string::npos);
    }

    const std::string key = record::text_of(record::verifier_of({"example.org/committee", {9}}));
    CHECK(run({"verify", folder.c_str(), "--key", key.c_str()}).code == 2);
    CHECK(run({"verify", folder.c_str(), "--key", "x"}).code == 2);

    std::ofstream(fs::path(folder) / "keys", std::ios::app) << "x";
    const Said damaged = run({"verify", folder.c_str()});
    CHECK(damaged.code == 2);
    CHECK(damaged.out.find("damaged     keys: this is no key of a record\n") != std::string::npos);
    CHECK(damaged.err == "travaux: " + folder + ": the record is damaged in 1 place\n");
    CHECK(run({"verify", (folder + "/nothing").c_str()}).code == 2);
    CHECK(tests::sure(storage::ExportFolder(folder).names()).size() == 9);
    CHECK(storage::write_export_folder(store, folder).error().id == "folder.exists");
}

TEST_CASE("travaux verify checks the database of a committee, and says what is not signed yet") {
    const tests::Scratch scratch;
    const std::string file = (scratch / "record").string();
    {
        const auto store = tests::sure(storage::SqliteStore::open(file, storage::Access::create));
        tests::SampleRecord record(*store);
        record.fill();
        record.submit(record.body("later"));
    }
    const Said sound = run({"verify", file.c_str()});
    CHECK(sound.code == 0);
    CHECK(sound.out.find("entries     10 in order, each in its canonical bytes\n"
                         "            1 of them after the checkpoint, so not signed yet\n") !=
          std::string::npos);
    {
        auto connection = tests::sure(storage::Connection::open(file, storage::Access::write));
        tests::sure(connection.run("delete from entries where position = 9"));
        tests::sure(connection.run("delete from entries where position = 8"));
    }
    const Said damaged = run({"verify", file.c_str()});
    CHECK(damaged.code == 2);
    CHECK(damaged.out.find("damaged     checkpoint: the root hash is not that of the entries\n") !=
          std::string::npos);
    std::ofstream(file, std::ios::in | std::ios::out) << "no database";
    CHECK(run({"verify", file.c_str()}).code == 2);
}
