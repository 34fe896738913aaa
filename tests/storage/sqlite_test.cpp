// What is particular to the store in an SQLite file: crashes, full disks, erasure, backups.
// SPDX-License-Identifier: MIT
#include "storage/sqlite.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <future>
#include <thread>

#include "record/verify.h"
#include "tests/corpus.h"
#include "tests/process.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"

using namespace travaux;
using namespace travaux::record;
using storage::Access;
using storage::SqliteStore;
using tests::sure;

namespace {

// Whether words stand anywhere in the files of a store.
bool holds(const std::filesystem::path& path, const std::string& words) {
    for (const char* ending : {"", "-wal", "-journal"}) {
        if (tests::bytes_of(path.string() + ending).find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("what was appended before a crash is there after it, and nothing half done") {
    const tests::Scratch scratch;
    const auto path = scratch / "record";
    for (int round = 0; round < 8; ++round) {
        const auto writer = tests::in_a_process([&](int pipe) {
            const auto store = sure(SqliteStore::open(path, Access::create));
            for (std::uint64_t length = sure(store->length());; ++length) {
                Addition addition{"entry " + std::to_string(length), {}, {}};
                addition.bodies = {make_body({}, addition.entry)};
                sure(store->append(length, {&addition, 1}));
                if (::write(pipe, &length, sizeof length) != sizeof length) return;
            }
        });
        std::uint64_t acknowledged = 0;
        const auto read_one = [&] {
            return ::read(writer.pipe, &acknowledged, sizeof acknowledged) == sizeof acknowledged;
        };
        for (int i = 0; i < 3 + 5 * round; ++i) REQUIRE(read_one());
        ::kill(writer.id, SIGKILL);
        while (read_one()) continue;
        writer.end();

        const auto store = sure(SqliteStore::open(path, Access::write));
        const auto entries = sure(store->read(0, 10'000));
        CHECK(entries.size() > acknowledged);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::string wanted = "entry " + std::to_string(i);
            REQUIRE(entries[i] == wanted);
            REQUIRE(sure(store->body(make_body({}, wanted).hash)));
        }
        sure(store->check_structure());
    }
}

TEST_CASE("a full disk refuses an append, loses nothing, and appends go on when there is room") {
    const tests::Scratch scratch;
    const auto path = scratch / "record";
    const auto child = tests::in_a_process([&](int) {
        const auto store = sure(SqliteStore::open(path, Access::create));
        Addition small{"small", {}, {}};
        sure(store->append(0, {&small, 1}));
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit room{400'000, RLIM_INFINITY};
        VERIFY(::setrlimit(RLIMIT_FSIZE, &room) == 0);
        Addition large{"large", {make_body({}, std::string(1'000'000, 'x'))}, {}};
        const auto refused = store->append(1, {&large, 1});
        VERIFY(!refused && refused.error().code == ErrorCode::storage);
        VERIFY(sure(store->length()) == 1);
        const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
        VERIFY(::setrlimit(RLIMIT_FSIZE, &more) == 0);
        sure(store->append(1, {&large, 1}));
        VERIFY(sure(store->length()) == 2);
    });
    CHECK(child.end() == 0);
}

TEST_CASE("words that are withheld or erased are nowhere in the files") {
    const tests::Scratch scratch;
    const auto path = scratch / "record";
    const auto store = sure(SqliteStore::open(path, Access::create));
    const std::string words(20'000, 'w');
    Addition first{"first", {make_body({1}, words)}, {}};
    sure(store->append(0, {&first, 1}));
    sure(store->put("person", "7", "Ada Lovelace"));
    CHECK(holds(path, "wwwwwwwwww"));
    CHECK(holds(path, "Ada Lovelace"));
    Addition second{"second", {}, {first.bodies[0].hash}};
    sure(store->append(1, {&second, 1}));
    sure(store->erase("person", "7"));
    CHECK_FALSE(holds(path, "wwwwwwwwww"));
    CHECK_FALSE(holds(path, "Ada Lovelace"));
}

TEST_CASE("a backup of a store in use is a whole record of one moment") {
    const tests::Scratch scratch;
    const auto store = sure(SqliteStore::open(scratch / "record", Access::create));
    tests::SampleRecord record(*store);
    record.fill();
    sure(store->backup(scratch / "copy"));
    CHECK(store->backup(scratch / "copy").error().id == "file.exists");
    record.submit(record.body("after the backup"));
    const auto copy = sure(SqliteStore::open(scratch / "copy", Access::read));
    const Verification found = sure(verify_store(*copy, std::nullopt));
    CHECK(found.is_sound());
    CHECK(found.entries == 9);
    CHECK(found.entries_unsigned == 0);
}

TEST_CASE("two processes on one file do not append the same entry twice") {
    const tests::Scratch scratch;
    const auto path = scratch / "record";
    CHECK(SqliteStore::open(path, Access::create));
    const auto work = [&] {
        const auto store = sure(SqliteStore::open(path, Access::write));
        for (int done = 0; done < 20;) {
            const Addition mine{"entry", {}, {}};
            const auto outcome = store->append(sure(store->length()), {&mine, 1});
            if (!outcome) VERIFY(outcome.error().id == "store.moved_on");
            if (outcome) ++done;
        }
    };
    const auto child = tests::in_a_process([&](int) { work(); });
    work();
    CHECK(child.end() == 0);
    CHECK(sure(sure(SqliteStore::open(path, Access::read))->length()) == 40);
}

TEST_CASE("what another process appends to the file is heard without asking") {
    const tests::Scratch scratch;
    const auto path = scratch / "record";
    const auto here = sure(SqliteStore::open(path, Access::create));
    std::promise<std::uint64_t> heard;
    const auto watch = here->watch([&](std::uint64_t length) { heard.set_value(length); });
    const auto there = sure(SqliteStore::open(path, Access::write));
    const Addition one{"entry", {}, {}};
    sure(there->append(0, {&one, 1}));
    auto told = heard.get_future();
    REQUIRE(told.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(told.get() == 1);
}

TEST_CASE("a file that is no record is refused, whatever it is") {
    const tests::Scratch scratch;
    CHECK(SqliteStore::open(scratch / "none", Access::write).error().code == ErrorCode::storage);
    std::ofstream(scratch / "text") << std::string(5000, 'x');
    CHECK(SqliteStore::open(scratch / "text", Access::write).error().id == "database.damaged");
    {
        auto other = sure(storage::Connection::open(scratch / "other", Access::create));
        sure(other.run("create table songs (name text)"));
    }
    for (const Access access : {Access::create, Access::read}) {
        const auto refused = SqliteStore::open(scratch / "other", access);
        CHECK(refused.error().id == "database.not_a_record");
    }
    std::ofstream(scratch / "empty").flush();
    CHECK(SqliteStore::open(scratch / "empty", Access::read).error().id == "database.not_a_record");
    CHECK(SqliteStore::open(scratch / "later", Access::create));
    sure(sure(storage::Connection::open(scratch / "later", Access::write))
             .run("pragma user_version = 2"));
    CHECK(SqliteStore::open(scratch / "later", Access::write).error().id == "database.version");
}

TEST_CASE("an entry, a head or a body that is altered in the file is found") {
    const auto found_after = [](const char* sql) {
        const tests::Scratch scratch;
        const auto path = (scratch / "record").string();
        {
            const auto store = sure(SqliteStore::open(path, Access::create));
            tests::SampleRecord(*store).fill();
        }
        auto connection = sure(storage::Connection::open(path, Access::write));
        sure(connection.run(sql));
        const auto store = sure(SqliteStore::open(path, Access::read));
        return sure(verify_store(*store, std::nullopt)).damages.at(0);
    };
    CHECK(found_after("update bodies set bytes = x'00' where rowid = 1").id == "export.body_other");
    CHECK(found_after("delete from bodies where rowid = 1").id == "export.body_missing");
    CHECK(found_after("update checkpoints set note = cast(replace(note, 'A', 'B') as blob)")
              .args[0] == "checkpoint");
    CHECK(found_after("delete from checkpoints").args[0] == "checkpoint");
    // Another act in canonical bytes: only the root tells.
    CHECK(found_after("update entries set bytes = cast(replace(bytes, 'proposal.submit', 'x') as "
                      "blob) where position = 1")
              .id == "export.root_other");
    CHECK(found_after("update entries set bytes = x'7b7d' where position = 4").args[0] ==
          "entry 4");
    CHECK(found_after("delete from entries where position = 4").args[0] == "entry 4");
}
