// What every store of rows has to do, run on each of them. A further store is a further `Ground`.
// SPDX-License-Identifier: MIT
#include "storage/row_store.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>

#include "storage/memory_row_store.h"
#include "tests/corpus.h"
#include "tests/process.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
using namespace travaux::storage;
using tests::sure;
using What = RowChange::What;

namespace {

// Where a store stands: empty at first. `another` is a second opening of the same, as another
// process has it.
class MemoryGround {
public:
    static bool is_there() { return true; }
    RowStore& store() { return store_; }
    RowStore& another() { return store_; }

private:
    MemoryRowStore store_;
};

class Opened {
public:
    explicit Opened(const std::string& location)
        : store_(sure(open_row_store(location, Access::create))),
          another_(sure(open_row_store(location, Access::write))) {}
    RowStore& store() { return *store_; }
    RowStore& another() { return *another_; }

private:
    std::unique_ptr<RowStore> store_;
    std::unique_ptr<RowStore> another_;
};

class SqliteGround {
public:
    static bool is_there() { return true; }
    RowStore& store() { return opened_.store(); }
    RowStore& another() { return opened_.another(); }

private:
    tests::Scratch scratch_;
    Opened opened_{(scratch_ / "accounts").string()};
};

class PostgresGround {
public:
    static bool is_there() { return tests::has_postgres("what every store of rows has to do"); }
    RowStore& store() { return opened_.store(); }
    RowStore& another() { return opened_.another(); }

private:
    Opened opened_{tests::shared_postgres().fresh_database()};
};

RowChange put(std::string kind, std::string key, std::uint64_t version, std::string value,
              std::string owner = "o") {
    return {
        What::put, {std::move(kind), std::move(key)}, version, std::move(owner), std::move(value)};
}

RowChange only(What what, std::string kind, std::string key, std::uint64_t version) {
    return {what, {std::move(kind), std::move(key)}, version, {}, {}};
}

Result<void> change(RowStore& store, const std::vector<RowChange>& changes) {
    return store.change(changes);
}

std::string moved_on(const Result<void>& outcome) { return outcome ? "" : outcome.error().id; }

const std::string any_bytes("a\0\xff'\"\n", 6);

}  // namespace

#define ON_EVERY_ROW_STORE(sentence) \
    TEST_CASE_TEMPLATE(sentence, Ground, MemoryGround, SqliteGround, PostgresGround)

ON_EVERY_ROW_STORE("a row comes back as it was put, at every opening, with a version that grows") {
    if (!Ground::is_there()) return;
    Ground ground;
    CHECK(sure(ground.store().row({"k", any_bytes})) == std::nullopt);
    sure(change(ground.store(), {put("k", any_bytes, 0, any_bytes, any_bytes)}));
    CHECK(sure(ground.another().row({"k", any_bytes})) == Row{any_bytes, any_bytes, 1, any_bytes});
    sure(change(ground.another(), {put("k", any_bytes, 1, "", "other")}));
    CHECK(sure(ground.store().row({"k", any_bytes})) == Row{any_bytes, "other", 2, ""});
    CHECK(sure(ground.store().row({"other kind", any_bytes})) == std::nullopt);
}

ON_EVERY_ROW_STORE("rows that are not as they were read change nothing, whichever of them it is") {
    if (!Ground::is_there()) return;
    Ground ground;
    sure(change(ground.store(), {put("k", "a", 0, "1"), put("k", "b", 0, "1")}));
    sure(change(ground.another(), {put("k", "b", 1, "2")}));
    const std::vector<RowChange> late = {
        put("k", "b", 0, "3"),          put("k", "b", 1, "3"),
        only(What::erase, "k", "b", 1), only(What::keep, "k", "b", 1),
        only(What::keep, "k", "c", 1),  only(What::erase, "k", "c", 1),
        put("k", "c", 1, "3")};
    for (const RowChange& one : late) {
        CHECK(moved_on(change(ground.store(), {put("k", "a", 1, "lost"), one})) == "row.moved_on");
        CHECK(moved_on(change(ground.store(), {put("k", "new", 0, "lost"), one})) ==
              "row.moved_on");
    }
    CHECK(sure(ground.store().row({"k", "a"}))->value == "1");
    CHECK(sure(ground.store().row({"k", "b"}))->value == "2");
    CHECK(sure(ground.store().row({"k", "new"})) == std::nullopt);
    sure(change(ground.store(), {put("k", "a", 1, "2"), only(What::keep, "k", "b", 2)}));
    CHECK(sure(ground.store().row({"k", "b"}))->version == 2);
    sure(change(ground.store(), {only(What::erase, "k", "b", 2)}));
    CHECK(sure(ground.store().row({"k", "b"})) == std::nullopt);
    sure(change(ground.store(), {put("k", "b", 0, "again")}));
}

ON_EVERY_ROW_STORE("all rows, put into another store, are the same rows") {
    if (!Ground::is_there()) return;
    Ground ground;
    CHECK(sure(ground.store().all()).empty());
    sure(change(ground.store(), {put("k", "b", 0, any_bytes, any_bytes), put("k", "a", 0, "1"),
                                 put("j", any_bytes, 0, "")}));
    sure(change(ground.store(), {put("k", "a", 1, "2")}));
    const std::vector<RowChange> all = sure(ground.another().all());
    REQUIRE(all.size() == 3);
    Ground copy;
    sure(copy.store().change(all));
    CHECK(sure(copy.store().row({"k", "b"})) == Row{"b", any_bytes, 1, any_bytes});
    CHECK(sure(copy.store().row({"k", "a"})) == Row{"a", "o", 1, "2"});
    CHECK(sure(copy.store().row({"j", any_bytes})) == Row{any_bytes, "o", 1, ""});
}

ON_EVERY_ROW_STORE("the rows of an owner come by key, some at a time") {
    if (!Ground::is_there()) return;
    Ground ground;
    for (const char* key : {"d", "b", "c", "a"}) {
        sure(change(ground.store(), {put("k", key, 0, "v"), put("l", key, 0, "v"),
                                     put("k", std::string(key) + "x", 0, "v", "another")}));
    }
    const auto keys = [&](const RowRange& range) {
        std::string all;
        for (const Row& row : sure(ground.store().rows(range))) all += row.key + " ";
        return all;
    };
    CHECK(keys({"k", "o", "", 10}) == "a b c d ");
    CHECK(keys({"k", "o", "", 2}) == "a b ");
    CHECK(keys({"k", "o", "b", 10}) == "c d ");
    CHECK(keys({"k", "another", "", 10}) == "ax bx cx dx ");
    CHECK(keys({"k", "nobody", "", 10}).empty());
}

ON_EVERY_ROW_STORE("of many who change one row at once each succeeds once, and nothing is lost") {
    if (!Ground::is_there()) return;
    Ground ground;
    sure(change(ground.store(), {put("k", "count", 0, "0"), put("k", "other", 0, "0")}));
    const auto work = [](RowStore& store, const char* mine) {
        for (int done = 0; done < 25;) {
            const Row row = *sure(store.row({"k", "count"}));
            const Row other = *sure(store.row({"k", "other"}));
            const std::string next = std::to_string(std::stoi(row.value) + 1);
            const auto outcome = change(store, {put("k", "other", other.version, next),
                                                put("k", "count", row.version, next),
                                                put(mine, std::to_string(done), 0, next)});
            if (outcome) ++done;
            if (!outcome) REQUIRE(outcome.error().id == "row.moved_on");
        }
    };
    std::thread first([&] { work(ground.store(), "first"); });
    std::thread second([&] { work(ground.another(), "second"); });
    std::thread third([&] { work(ground.store(), "third"); });
    first.join();
    second.join();
    third.join();
    CHECK(sure(ground.store().row({"k", "count"}))->value == "75");
    CHECK(sure(ground.store().row({"k", "other"}))->value == "75");
}

TEST_CASE("what was forgotten is nowhere in the file of the rows, which nobody else may read") {
    const tests::Scratch scratch;
    const auto path = scratch / "accounts";
    const auto store = sure(open_row_store(path.string(), Access::create));
    const std::string name = "Akosua of Accra";
    sure(change(*store, {put("k", "a", 0, name)}));
    sure(change(*store, {put("k", "a", 1, "somebody")}));
    sure(change(*store, {put("k", "b", 0, name)}));
    sure(change(*store, {only(What::erase, "k", "b", 1)}));
    sure(store->forget());
    for (const char* ending : {"", "-wal", "-journal"}) {
        CHECK(tests::bytes_of(path.string() + ending).find(name) == std::string::npos);
    }
    namespace fs = std::filesystem;
    CHECK((fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
          fs::perms::none);
}

TEST_CASE("a file and a schema of something else are refused") {
    const tests::Scratch scratch;
    sure(open_database((scratch / "record").string(), Access::create));
    const auto opened = open_row_store((scratch / "record").string(), Access::create);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == "database.not_accounts");
    CHECK(open_row_store((scratch / "none").string(), Access::write).error().id ==
          "file.not_found");
    if (!tests::has_postgres("a schema of something else is refused")) return;
    const std::string url = tests::shared_postgres().fresh_database();
    sure(open_database(url, Access::create));
    CHECK(open_row_store(url, Access::create).error().id == "database.not_accounts");
}
