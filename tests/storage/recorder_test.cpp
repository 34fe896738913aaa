// What becomes of those who hand in an act when the store fails under the recorder.
// SPDX-License-Identifier: MIT
#include "storage/recorder.h"

#include <doctest/doctest.h>

#include <atomic>
#include <future>

#include "record/verify.h"
#include "tests/failing_store.h"
#include "tests/record/sample_record.h"

using namespace travaux;
using namespace travaux::record;
using tests::FailingStore;
using tests::sure;

TEST_CASE("where a store fails all who wait are told, and the recorder goes on from what is kept") {
    FailingStore store;
    tests::SampleRecord record(store);
    record.open();
    int lost = 0;
    const auto recorder =
        sure(storage::Recorder::open(store, [] { return 1'900'000'000'000; }, [&] { ++lost; }));
    const auto note = [&](const Sequence&, std::int64_t) {
        return Result<storage::Proposed>({record.act("session.note", "chair"), {}});
    };
    CHECK(sure(recorder->append(note)).index == 1);
    store.is_away = true;
    const int before = store.appends;
    CHECK(recorder->append(note).error().code == ErrorCode::storage);
    CHECK(lost == 1);
    // Until the store can be read again nothing is made, and nothing is lost a second time.
    CHECK(recorder->append(note).error().code == ErrorCode::storage);
    CHECK(lost == 1);
    CHECK(store.appends == before + 1);
    store.is_away = false;
    CHECK(sure(recorder->append(note)).index == 2);
    CHECK(sure(storage::read_sequence(store)).size() == 3);
}

TEST_CASE("what waits is appended together") {
    FailingStore store;
    tests::SampleRecord record(store);
    record.open();
    std::atomic<int> done = 0;
    {
        const auto recorder =
            sure(storage::Recorder::open(store, [] { return 1'900'000'000'000; }));
        std::promise<void> go;
        std::shared_future<void> may_go = go.get_future().share();
        for (int i = 0; i < 100; ++i) {
            recorder->submit(
                [&, may_go](const Sequence&, std::int64_t) {
                    may_go.wait();
                    return Result<storage::Proposed>({record.act("session.note", "chair"), {}});
                },
                [&](Result<Entry> entry) { done += entry ? 1 : 0; });
        }
        go.set_value();
    }
    CHECK(done == 100);
    // The opening, what came first alone, and everything that waited meanwhile.
    CHECK(store.appends <= 3);
    CHECK(sure(store.length()) == 101);
}

TEST_CASE("a store whose entries do not follow each other is not written on") {
    storage::MemoryStore store;
    const Addition wrong{"{}", {}, {}};
    sure(store.append(0, {&wrong, 1}));
    const auto refused = storage::Recorder::open(store, [] { return 1; });
    CHECK(refused.error().code == ErrorCode::corrupt);
    CHECK(refused.error().args[0] == "entry 0");
}
