// Measures the record on SQLite and on PostgreSQL: durable appends beside the bare database doing
// the same, how soon another process hears of an entry, and reading a record of 100,000 entries
// again with every check. The rounds of one table take turns.
//
//     travaux_record_bench FOLDER     the databases are made in it
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "bench/bare.h"
#include "bench/quantiles.h"
#include "record/verify.h"
#include "storage/postgres.h"
#include "storage/recorder.h"
#include "storage/sqlite.h"
#include "tests/process.h"
#include "tests/record/sample_record.h"
#include "tests/storage/postgres_server.h"

namespace {

using namespace travaux;
using namespace travaux::bench;
using record::Addition;
using tests::sure;
namespace fs = std::filesystem;

constexpr int rounds = 5;
constexpr int appends_each_round = 1'600;
constexpr int news = 400;
constexpr std::uint64_t entries_to_read = 100'000;

record::OpenAct some_act(int number) {
    record::OpenAct open;
    open.act.name = "proposal.submit";
    open.act.capacity = "delegate";
    open.act.events = {
        {"proposal_submitted", {{"number", number}, {"words", std::string(150, 'w')}}}};
    return open;
}

// Somebody who hands in the next act as soon as the one before is durable, as a server does for
// each of those who wait.
class Writer {
public:
    Writer(storage::Recorder& recorder, int acts) : recorder_(recorder), left_(acts) {}

    void next() {
        if (left_ == 0) return finished_.set_value();
        begin_ = Clock::now();
        recorder_.submit(
            [this](const record::Sequence&, std::int64_t) {
                return Result<storage::Proposed>({some_act(left_), {}});
            },
            [this](Result<record::Entry> entry) {
                sure(std::move(entry));
                waits.push_back(seconds_since(begin_) * 1e3);
                --left_;
                next();
            });
    }

    void wait() { finished_.get_future().wait(); }

    std::vector<double> waits;

private:
    storage::Recorder& recorder_;
    int left_;
    Clock::time_point begin_;
    std::promise<void> finished_;
};

// Acts that are decided, encoded, checked and appended.
double recorded_appends(storage::Recorder& recorder, int writers, std::vector<double>& waits) {
    std::deque<Writer> all;
    for (int i = 0; i < writers; ++i) all.emplace_back(recorder, appends_each_round / writers);
    const auto start = Clock::now();
    for (Writer& writer : all) writer.next();
    for (Writer& writer : all) writer.wait();
    const double rate = appends_each_round / seconds_since(start);
    for (const Writer& one : all) waits.insert(waits.end(), one.waits.begin(), one.waits.end());
    return rate;
}

void measure_appends(storage::Database& store, const char* name, const Bare& bare_append) {
    tests::SampleRecord(store).open();
    const auto recorder = sure(storage::Recorder::open(store, [] { return 1'900'000'000'000; }));
    for (const int writers : {1, 16}) {
        std::vector<double> bare;
        std::vector<double> recorded;
        std::vector<double> ratios;
        std::vector<double> waits;
        for (int round = 0; round < rounds; ++round) {
            bare.push_back(rate_of_bare(bare_append, appends_each_round, writers));
            recorded.push_back(recorded_appends(*recorder, writers, waits));
            ratios.push_back(recorded.back() / bare.back());
        }
        std::printf("%-10s %2d %-9s %8.0f   %13.0f   %6.2f   %6.2f   %6.2f\n", name, writers,
                    writers == 1 ? "writer" : "writers", median(recorded), median(bare),
                    median(ratios), at(waits, 0.5), at(waits, 0.99));
    }
}

std::int64_t now_ns() { return Clock::now().time_since_epoch().count(); }

// Appends one entry after another once there is one more than before, and says when each was handed
// in.
void append_now_and_then(const std::string& location, std::uint64_t before, int pipe) {
    const auto store = sure(storage::open_database(location, storage::Access::write));
    while (sure(store->length()) == before) std::this_thread::yield();
    for (std::uint64_t length = before + 1, left = news; left > 0; ++length, --left) {
        std::this_thread::sleep_for(std::chrono::milliseconds(7));
        const Addition addition{row_bytes(), {}, {}};
        const std::int64_t begin = now_ns();
        sure(store->append(length, {&addition, 1}));
        VERIFY(::write(pipe, &begin, sizeof begin) == sizeof begin);
    }
}

// From the handing in of an entry at one process to its being heard of at another.
void measure_news(const std::string& location, const char* name) {
    const std::uint64_t before =
        sure(sure(storage::open_database(location, storage::Access::read))->length());
    // A process has to be made before the threads of a store that is watched.
    const auto other =
        tests::in_a_process([&](int pipe) { append_now_and_then(location, before, pipe); });
    const auto store = sure(storage::open_database(location, storage::Access::write));
    const Addition first{row_bytes(), {}, {}};
    std::vector<std::atomic<std::int64_t>> heard(news);
    std::uint64_t known = before + 1;  // only the listener uses it
    std::promise<void> all;
    const auto watch = store->watch([&](std::uint64_t length) {
        for (; known < length; ++known) heard[known - before - 1] = now_ns();
        if (known == before + 1 + news) all.set_value();
    });
    sure(store->append(before, {&first, 1}));
    all.get_future().wait();
    std::vector<double> waits;
    for (const auto& one : heard) {
        std::int64_t begin = 0;
        VERIFY(::read(other.pipe, &begin, sizeof begin) == sizeof begin);
        waits.push_back(static_cast<double>(one - begin) * 1e-6);
    }
    VERIFY(other.end() == 0);
    std::printf("%-10s %d entries   %6.2f   %6.2f   %6.2f\n", name, news, at(waits, 0.5),
                at(waits, 0.99), std::ranges::max(waits));
}

void fill(record::Store& store) {
    tests::SampleRecord record(store);
    record.open();
    record.sign();
    std::vector<Addition> additions;
    for (std::uint64_t index = 1; index < entries_to_read; ++index) {
        const record::Entry entry{index, 1'900'000'000'000, some_act(static_cast<int>(index))};
        additions.push_back(sure(record::make_addition(entry, {})));
    }
    sure(store.append(1, additions));
}

void measure_reading(const fs::path& folder) {
    const auto store = sure(storage::SqliteStore::open(folder / "long", storage::Access::create));
    fill(*store);
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        const auto sequence = sure(storage::read_sequence(*store));
        times.push_back(seconds_since(start));
        VERIFY(sequence.size() == entries_to_read);
    }
    std::printf("%d entries read and checked: %.2f s (p50), %.2f s (most)\n",
                static_cast<int>(entries_to_read), median(times), std::ranges::max(times));
}

void measure(const fs::path& folder) {
    const std::string file = (folder / "record").string();
    tests::PostgresServer server(folder / "server");
    const std::string url = server.fresh_database();
    std::printf("durable appends         a second   bare database    ratio   p50 ms   p99 ms\n");
    {
        auto bare = sure(storage::Connection::open(folder / "bare", storage::Access::create));
        measure_appends(*sure(storage::open_database(file, storage::Access::create)), "SQLite",
                        bare_sqlite(bare));
        storage::PostgresConnection bare_server(server.fresh_database(), storage::Access::write);
        measure_appends(*sure(storage::open_database(url, storage::Access::create)), "PostgreSQL",
                        bare_postgres(bare_server));
    }
    std::printf("heard of at another process  p50 ms   p99 ms   most (limit: p99 100 ms)\n");
    measure_news(file, "SQLite");
    measure_news(url, "PostgreSQL");
    measure_reading(folder);
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 2) {
        std::fputs("travaux_record_bench FOLDER\n", stderr);
        return 2;
    }
    const fs::path folder = fs::path(arguments[1]) / "record_bench";
    fs::remove_all(folder);
    fs::create_directories(folder);
    measure(folder);
    fs::remove_all(folder);
    return 0;
}
