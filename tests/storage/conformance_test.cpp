// What every store has to do, run on each of them. A further store is a further `Ground`.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <set>
#include <thread>

#include "record/verify.h"
#include "storage/memory.h"
#include "storage/postgres.h"
#include "storage/recorder.h"
#include "storage/sqlite.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
using namespace travaux::record;
using tests::sure;

namespace {

// Where a store stands: empty at first, the same again after `reopen`.
class MemoryGround {
public:
    static bool is_there() { return true; }
    storage::MemoryStore& store() { return store_; }
    void reopen() {}

private:
    storage::MemoryStore store_;
};

class SqliteGround {
public:
    static bool is_there() { return true; }
    SqliteGround() { reopen(); }
    storage::SqliteStore& store() { return *store_; }
    void reopen() {
        store_.reset();
        store_ = sure(storage::SqliteStore::open(scratch_ / "record", storage::Access::create));
    }

private:
    tests::Scratch scratch_;
    std::unique_ptr<storage::SqliteStore> store_;
};

class PostgresGround {
public:
    static bool is_there() { return tests::has_postgres("what every store has to do"); }
    PostgresGround() : url_(tests::shared_postgres().fresh_database()) { reopen(); }
    storage::PostgresStore& store() { return *store_; }
    void reopen() {
        store_.reset();
        store_ = sure(storage::PostgresStore::open(url_, storage::Access::create));
    }

private:
    std::string url_;
    std::unique_ptr<storage::PostgresStore> store_;
};

Addition entry(std::string bytes) { return {std::move(bytes), {}, {}}; }

const std::string any_bytes("a\0\xff'\"\n", 6);

}  // namespace

#define ON_EVERY_STORE(sentence) \
    TEST_CASE_TEMPLATE(sentence, Ground, MemoryGround, SqliteGround, PostgresGround)

ON_EVERY_STORE("entries come back as they were appended, in their order, after a new start too") {
    if (!Ground::is_there()) return;
    Ground ground;
    CHECK(sure(ground.store().length()) == 0);
    CHECK(sure(ground.store().read(0, 10)).empty());
    const std::vector<Addition> two = {entry("first"), entry(any_bytes)};
    sure(ground.store().append(0, two));
    const Addition third = entry("third");
    sure(ground.store().append(2, {&third, 1}));
    sure(ground.store().append(3, {}));
    for (int i = 0; i < 2; ++i) {
        CHECK(sure(ground.store().length()) == 3);
        CHECK(sure(ground.store().read(0, 10)) ==
              std::vector<std::string>{"first", any_bytes, "third"});
        CHECK(sure(ground.store().read(1, 1)) == std::vector<std::string>{any_bytes});
        CHECK(sure(ground.store().read(3, 1)).empty());
        CHECK(sure(ground.store().read(UINT64_MAX, UINT64_MAX)).empty());
        CHECK(sure(ground.store().read(2, UINT64_MAX)).size() == 1);
        ground.reopen();
    }
}

ON_EVERY_STORE("an append that expects another length appends nothing and says the length") {
    if (!Ground::is_there()) return;
    Ground ground;
    Addition addition = entry("x");
    sure(ground.store().append(0, {&addition, 1}));
    addition.bodies = {make_body({1}, "body")};
    for (const std::uint64_t expected : {std::uint64_t{0}, std::uint64_t{2}, UINT64_MAX}) {
        const auto refused = ground.store().append(expected, {&addition, 1});
        CHECK(refused.error() == Error{ErrorCode::conflict, "store.moved_on", {"1"}});
    }
    CHECK(sure(ground.store().length()) == 1);
    CHECK_FALSE(sure(ground.store().body(addition.bodies[0].hash)));
}

ON_EVERY_STORE("bodies come with their entry, and go with the entry that withholds them") {
    if (!Ground::is_there()) return;
    Ground ground;
    Addition first = entry("first");
    const Body empty = make_body({1}, "");
    const Body strange = make_body({2}, any_bytes);
    first.bodies = {empty, strange, make_body({3}, std::string(300'000, 'x'))};
    sure(ground.store().append(0, {&first, 1}));
    ground.reopen();
    CHECK(sure(ground.store().body(strange.hash)) == strange.bytes);
    CHECK(sure(ground.store().body(empty.hash)) == empty.bytes);
    CHECK(sure(ground.store().body(first.bodies[2].hash))->size() == 300'032);
    CHECK_FALSE(sure(ground.store().body(sha256("nothing"))));
    Addition withholding = entry("second");
    withholding.withholds = {strange.hash};
    sure(ground.store().append(1, {&withholding, 1}));
    ground.reopen();
    CHECK_FALSE(sure(ground.store().body(strange.hash)));
    CHECK(sure(ground.store().body(empty.hash)));
    CHECK(sure(ground.store().read(0, 1)) == std::vector<std::string>{"first"});
}

ON_EVERY_STORE("who watches hears each growth once it is there, and nothing else") {
    if (!Ground::is_there()) return;
    Ground ground;
    std::vector<std::uint64_t> heard;
    const Addition addition = entry("x");
    {
        const auto watch = ground.store().watch([&](std::uint64_t length) {
            heard.push_back(length);
            CHECK(sure(ground.store().length()) == length);
        });
        sure(ground.store().append(0, {&addition, 1}));
        CHECK_FALSE(ground.store().append(0, {&addition, 1}));
        sure(ground.store().append(1, {}));
        sure(ground.store().append(1, std::vector<Addition>{addition, addition}));
    }
    sure(ground.store().append(3, {&addition, 1}));
    CHECK(heard == std::vector<std::uint64_t>{1, 3});
}

ON_EVERY_STORE("signed heads are kept by size") {
    if (!Ground::is_there()) return;
    Ground ground;
    CHECK_FALSE(sure(ground.store().checkpoint(std::nullopt)));
    sure(ground.store().save_checkpoint(3, "three"));
    sure(ground.store().save_checkpoint(20, "twenty"));
    sure(ground.store().save_checkpoint(3, "three again"));
    ground.reopen();
    CHECK(sure(ground.store().checkpoint(std::nullopt)) == "twenty");
    CHECK(sure(ground.store().checkpoint(3)) == "three again");
    CHECK_FALSE(sure(ground.store().checkpoint(4)));
}

ON_EVERY_STORE("what stands beside the record can be put, replaced, listed and erased") {
    if (!Ground::is_there()) return;
    Ground ground;
    sure(ground.store().put("person", any_bytes, "Ada"));
    sure(ground.store().put("person", any_bytes, any_bytes));
    sure(ground.store().put("person", "", ""));
    sure(ground.store().put("draft", "b", "words"));
    ground.reopen();
    CHECK(sure(ground.store().get("person", any_bytes)) == any_bytes);
    CHECK(sure(ground.store().get("person", "")) == "");
    CHECK_FALSE(sure(ground.store().get("person", "b")));
    CHECK(sure(ground.store().keys("person")) == std::vector<std::string>{"", any_bytes});
    sure(ground.store().erase("person", any_bytes));
    sure(ground.store().erase("person", "nobody"));
    CHECK(sure(ground.store().keys("person")) == std::vector<std::string>{""});
    CHECK(sure(ground.store().keys("draft")) == std::vector<std::string>{"b"});
    CHECK(sure(ground.store().length()) == 0);
}

ON_EVERY_STORE(
    "of several that append at one length one succeeds, and no entry is lost or doubled") {
    if (!Ground::is_there()) return;
    Ground ground;
    std::atomic<int> appended = 0;
    const auto work = [&](char name) {
        for (int done = 0; done < 20;) {
            const auto length = sure(ground.store().length());
            const Addition mine = entry(name + std::to_string(done));
            const auto outcome = ground.store().append(length, {&mine, 1});
            if (!outcome && outcome.error().id != "store.moved_on") return;
            if (outcome) ++done, ++appended;
        }
    };
    std::thread other(work, 'a');
    work('b');
    other.join();
    CHECK(appended == 40);
    const auto entries = sure(ground.store().read(0, 100));
    CHECK(std::set<std::string>(entries.begin(), entries.end()).size() == 40);
    CHECK(entries.size() == 40);
}

ON_EVERY_STORE("a whole record is kept in order, and exported to the same bytes as from memory") {
    storage::MemoryStore memory;
    tests::SampleRecord in_memory(memory);
    in_memory.fill();
    if (!Ground::is_there()) return;
    Ground ground;
    tests::SampleRecord record(ground.store());
    record.fill();
    ground.reopen();
    CHECK(sure(verify_store(ground.store(), std::nullopt)).is_sound());
    CHECK(tests::exported(ground.store()) == tests::exported(memory));
}

ON_EVERY_STORE("a recorder appends what many hand in, each once, and no time goes back") {
    if (!Ground::is_there()) return;
    Ground ground;
    tests::SampleRecord record(ground.store());
    record.open();
    std::atomic<std::int64_t> clock = 2'000'000'000'000;
    std::atomic<int> done = 0;
    {
        const auto recorder =
            sure(storage::Recorder::open(ground.store(), [&] { return clock -= 7; }));
        const auto work = [&](const char* capacity) {
            for (int i = 0; i < 50; ++i) {
                auto act = record.act("session.note", capacity);
                recorder->submit(
                    [act](const Sequence&, std::int64_t) {
                        return Result<storage::Proposed>({act, {}});
                    },
                    [&](Result<Entry> entry) { done += entry ? 1 : 0; });
            }
        };
        std::thread other(work, "chair");
        work("secretariat");
        other.join();
        const auto refused = recorder->append([](const Sequence&, std::int64_t) {
            return Result<storage::Proposed>(
                std::unexpected(Error{ErrorCode::refused, "proposal.unknown", {}}));
        });
        CHECK(refused.error().id == "proposal.unknown");
        const auto last = recorder->append([&](const Sequence& sequence, std::int64_t time_ms) {
            CHECK(sequence.size() > 1);
            CHECK(time_ms == 2'000'000'000'000 - 7);
            return Result<storage::Proposed>({record.act("session.close", "chair"), {}});
        });
        CHECK(sure(last).index == 101);
    }
    CHECK(done == 100);
    CHECK(sure(storage::read_sequence(ground.store())).size() == 102);
}
