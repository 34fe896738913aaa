// What is particular to the store in a PostgreSQL database: several writers, crashes, a server that
// goes away, a standby that takes over.
// SPDX-License-Identifier: MIT
#include "storage/postgres.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <set>
#include <thread>

#include "record/verify.h"
#include "storage/recorder.h"
#include "tests/corpus.h"
#include "tests/process.h"
#include "tests/record/sample_record.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
using namespace travaux::record;
using storage::Access;
using storage::PostgresStore;
using tests::PostgresServer;
using tests::sure;

namespace {

Addition numbered(std::uint64_t length, const std::string& writer) {
    Addition addition{writer + " " + std::to_string(length), {}, {}};
    addition.bodies = {make_body({}, addition.entry)};
    return addition;
}

// Appends until it is killed, and writes every length that was acknowledged into a pipe.
void append_for_ever(const std::string& url, const std::string& writer, int acknowledged) {
    const auto store = sure(PostgresStore::open(url, Access::write));
    while (true) {
        const auto length = store->length();
        if (!length) continue;
        const Addition mine = numbered(*length, writer);
        const auto appended = store->append(*length, {&mine, 1});
        if (appended && ::write(acknowledged, &*length, sizeof *length) < 0) return;
    }
}

std::vector<std::uint64_t> read_all(int pipe) {
    std::vector<std::uint64_t> all;
    std::uint64_t one = 0;
    while (::read(pipe, &one, sizeof one) == sizeof one) all.push_back(one);
    return all;
}

// Holds every entry against what was acknowledged: none is lost, none stands twice, and each has
// its body.
void check_entries(PostgresStore& store, const std::string& writer,
                   const std::vector<std::uint64_t>& acknowledged) {
    const auto entries = sure(store.read(0, UINT64_MAX));
    for (const std::uint64_t index : acknowledged) {
        REQUIRE(index < entries.size());
        REQUIRE(entries[index] == numbered(index, writer).entry);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        REQUIRE(entries[i].ends_with(" " + std::to_string(i)));
        REQUIRE(sure(store.body(make_body({}, entries[i]).hash)));
    }
}

template <typename Condition>
bool comes_true(Condition condition, int seconds_max = 20) {
    for (int i = 0; i < seconds_max * 100; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace

TEST_CASE("a writer that is killed under load takes no entry along, while another writes on") {
    if (!tests::has_postgres("a writer that is killed")) return;
    const std::string url = tests::shared_postgres().fresh_database();
    const auto store = sure(PostgresStore::open(url, Access::create));
    const auto grows_by = [&](std::uint64_t more) {
        const std::uint64_t before = sure(store->length());
        return comes_true([&] { return sure(store->length()) >= before + more; });
    };
    for (unsigned round = 0; round < 5; ++round) {
        const auto ours =
            tests::in_a_process([&](int pipe) { append_for_ever(url, "ours", pipe); });
        const auto theirs =
            tests::in_a_process([&](int pipe) { append_for_ever(url, "theirs", pipe); });
        REQUIRE(grows_by(3 + 2 * round));
        ::kill(ours.id, SIGKILL);
        const auto of_ours = read_all(ours.pipe);
        REQUIRE(grows_by(2));
        ::kill(theirs.id, SIGKILL);
        const auto of_theirs = read_all(theirs.pipe);
        ours.end();
        theirs.end();
        check_entries(*store, "ours", of_ours);
        check_entries(*store, "theirs", of_theirs);
    }
}

TEST_CASE("two recorders on one database append everything that is handed in to either, once") {
    if (!tests::has_postgres("two recorders")) return;
    const std::string url = tests::shared_postgres().fresh_database();
    const auto first_store = sure(PostgresStore::open(url, Access::create));
    tests::SampleRecord record(*first_store);
    record.open();
    const auto second_store = sure(PostgresStore::open(url, Access::write));
    const auto clock = [] { return 1'900'000'000'000; };
    const auto first = sure(storage::Recorder::open(*first_store, clock));
    const auto second = sure(storage::Recorder::open(*second_store, clock));
    std::atomic<int> appended = 0;
    const auto work = [&](storage::Recorder& recorder, const std::string& name) {
        for (int i = 0; i < 40; ++i) {
            const auto act = record.act("session.note", name + std::to_string(i));
            const auto entry = recorder.append([&](const Sequence&, std::int64_t) {
                return Result<storage::Proposed>({act, {}});
            });
            appended += entry ? 1 : 0;
        }
    };
    std::thread other([&] { work(*second, "second"); });
    work(*first, "first");
    other.join();
    CHECK(appended == 80);
    std::set<std::string> capacities;
    for (const std::string& bytes : sure(first_store->read(1, UINT64_MAX))) {
        capacities.insert(std::get<OpenAct>(sure(decode_entry(bytes)).content).act.capacity);
    }
    CHECK(capacities.size() == 80);
    CHECK(sure(first_store->length()) == 81);
}

TEST_CASE("what one process appends another hears, in order and without asking") {
    if (!tests::has_postgres("what one process appends")) return;
    const std::string url = tests::shared_postgres().fresh_database();
    CHECK(PostgresStore::open(url, Access::create));
    // A process has to be made before the threads of a store that is watched.
    const auto there = tests::in_a_process([&](int) {
        const auto store = sure(PostgresStore::open(url, Access::write));
        while (sure(store->length()) == 0) std::this_thread::yield();
        for (std::uint64_t length = 1; length < 20; ++length) {
            const Addition one = numbered(length, "there");
            sure(store->append(length, {&one, 1}));
        }
    });
    const auto here = sure(PostgresStore::open(url, Access::write));
    std::atomic<std::uint64_t> heard = 0;
    std::atomic<bool> is_in_order = true;
    const auto watch = here->watch([&](std::uint64_t length) {
        if (length <= heard) is_in_order = false;
        heard = length;
    });
    const Addition first = numbered(0, "here");
    sure(here->append(0, {&first, 1}));
    CHECK(comes_true([&] { return heard == 20; }));
    CHECK(is_in_order);
    CHECK(there.end() == 0);
    // One that says nothing, since it was killed before it could, is heard of a little later.
    tests::shared_postgres().run("insert into entries values (20, 'x')", url);
    CHECK(comes_true([&] { return heard == 21; }));
}

TEST_CASE("a server that goes away is an error that says so, and all goes on when it is back") {
    if (!tests::has_postgres("a server that goes away")) return;
    PostgresServer server;
    const std::string url = server.fresh_database();
    const auto store = sure(PostgresStore::open(url, Access::create));
    tests::SampleRecord record(*store);
    record.open();
    std::atomic<std::uint64_t> heard = 0;
    const auto watch = store->watch([&](std::uint64_t length) { heard = length; });
    const auto recorder = sure(storage::Recorder::open(*store, [] { return 1'900'000'000'000; }));
    const auto note = [&](const Sequence&, std::int64_t) {
        return Result<storage::Proposed>({record.act("session.note", "chair"), {}});
    };
    for (const int signal : {SIGKILL, SIGINT}) {
        sure(recorder->append(note));
        server.kill(signal);
        const auto refused = recorder->append(note);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::storage);
        CHECK(refused.error().id == "database.failed");
        CHECK(store->length().error().id == "database.failed");
        CHECK(PostgresStore::open(url, Access::write).error().id == "database.failed");
        server.start();
        sure(recorder->append(note));
    }
    CHECK(sure(storage::read_sequence(*store)).size() == 5);
    CHECK(comes_true([&] { return heard == 5; }));
}

TEST_CASE("a database without a record, with another's tables or of a later program is refused") {
    if (!tests::has_postgres("a database without a record")) return;
    PostgresServer& server = tests::shared_postgres();
    const std::string url = server.fresh_database();
    CHECK(PostgresStore::open(url, Access::write).error().id == "database.not_a_record");
    server.run("create table songs (name text)", url);
    CHECK(PostgresStore::open(url, Access::create).error().id == "database.not_a_record");
    CHECK(PostgresStore::open(server.url("nowhere"), Access::create).error().id ==
          "database.failed");
    const auto refused = PostgresStore::open("postgresql://ada:secret@127.0.0.1:1/x", Access::read);
    CHECK(refused.error().args[0] == "postgresql://127.0.0.1/x");
    CHECK(refused.error().args[1].find("secret") == std::string::npos);
    const std::string later = server.fresh_database();
    CHECK(PostgresStore::open(later, Access::create));
    server.run("update travaux_record set version = 2", later);
    CHECK(PostgresStore::open(later, Access::write).error().id == "database.version");
}

TEST_CASE("a database has room for several records, each in its schema") {
    if (!tests::has_postgres("several records in a database")) return;
    PostgresServer& server = tests::shared_postgres();
    const std::string url = server.fresh_database();
    server.run("create schema \"North\"", url);
    const auto store = sure(PostgresStore::open(url, Access::create));
    const auto north =
        sure(PostgresStore::open(url + "&options=-csearch_path%3D%22North%22", Access::create));
    const Addition one = numbered(0, "north");
    sure(north->append(0, {&one, 1}));
    CHECK(sure(north->length()) == 1);
    CHECK(sure(store->length()) == 0);
}

TEST_CASE("words that are withheld or erased are nowhere in the database's files") {
    if (!tests::has_postgres("words that are withheld or erased")) return;
    PostgresServer& server = tests::shared_postgres();
    const auto store = sure(PostgresStore::open(server.fresh_database(), Access::create));
    // Folders of databases have numbers, the newest the greatest.
    std::filesystem::path newest;
    for (const auto& one : std::filesystem::directory_iterator(server.data() + "/base")) {
        const auto rank = [](const std::filesystem::path& path) {
            return std::pair(path.filename().string().size(), path.filename().string());
        };
        if (newest.empty() || rank(newest) < rank(one.path())) newest = one.path();
    }
    const auto holds = [&](const std::string& words) {
        server.run("checkpoint");
        return std::ranges::any_of(
            std::filesystem::directory_iterator(newest), [&](const auto& one) {
                return tests::bytes_of(one.path()).find(words) != std::string::npos;
            });
    };
    Addition first{"first", {make_body({1}, "Regretted words.")}, {}};
    sure(store->append(0, {&first, 1}));
    sure(store->put("person", "7", "Ada Lovelace"));
    CHECK(holds("Regretted words."));
    CHECK(holds("Ada Lovelace"));
    Addition second{"second", {}, {first.bodies[0].hash}};
    sure(store->append(1, {&second, 1}));
    sure(store->erase("person", "7"));
    CHECK_FALSE(holds("Regretted words."));
    CHECK_FALSE(holds("Ada Lovelace"));
}

TEST_CASE("an entry, a head or a body that is altered in the database is found") {
    if (!tests::has_postgres("what is altered in the database")) return;
    PostgresServer& server = tests::shared_postgres();
    const auto found_after = [&](const std::string& sql) {
        const std::string url = server.fresh_database();
        const auto store = sure(PostgresStore::open(url, Access::create));
        tests::SampleRecord(*store).fill();
        server.run(sql, url);
        return sure(verify_store(*store, std::nullopt)).damages.at(0);
    };
    CHECK(found_after("update bodies set bytes = '\\x00'").id == "export.body_other");
    CHECK(found_after("delete from checkpoints").args[0] == "checkpoint");
    CHECK(found_after("delete from entries where position = 4").args[0] == "entry 4");
    CHECK(found_after("update entries set bytes = '{}' where position = 4").args[0] == "entry 4");
}

TEST_CASE("the standby of a primary that was killed under load has every acknowledged entry") {
    if (!tests::has_postgres("a standby that takes over")) return;
    PostgresServer primary;
    const std::string name = "record_1";
    primary.fresh_database();
    PostgresServer standby(primary);
    const std::string url = primary.url(name, "," + standby.folder());
    const auto store = sure(PostgresStore::open(url, Access::create));
    const auto writer =
        tests::in_a_process([&](int pipe) { append_for_ever(url, "writer", pipe); });
    CHECK(comes_true([&] { return store->length().value_or(0) > 100; }));
    primary.kill(SIGKILL);
    standby.run("alter system reset synchronous_standby_names");
    standby.promote();
    // The writer, and the store here, find the standby by the URL that names both.
    const std::uint64_t taken_over = [&] {
        CHECK(comes_true([&] { return store->length().has_value(); }));
        return sure(store->length());
    }();
    CHECK(comes_true([&] { return store->length().value_or(0) > taken_over + 100; }));
    ::kill(writer.id, SIGKILL);
    const auto acknowledged = read_all(writer.pipe);
    writer.end();
    CHECK(acknowledged.size() > 200);
    check_entries(*store, "writer", acknowledged);
    const auto on_standby = sure(PostgresStore::open(standby.url(name), Access::read));
    check_entries(*on_standby, "writer", acknowledged);
}
