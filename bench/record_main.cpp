// Measures the record: durable appends beside the bare database doing the same, and reading a
// record of 100,000 entries again with every check. The rounds of one table take turns.
//
//     travaux_record_bench FOLDER     the databases are made in it
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <future>
#include <span>
#include <string>
#include <vector>

#include "record/verify.h"
#include "storage/recorder.h"
#include "storage/sqlite.h"
#include "tests/record/sample_record.h"

namespace {

using namespace travaux;
using record::Addition;
using tests::sure;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 5;
constexpr int appends_each_round = 1'600;
constexpr std::uint64_t entries_to_read = 100'000;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

record::OpenAct some_act(int number) {
    record::OpenAct open;
    open.act.name = "proposal.submit";
    open.act.capacity = "delegate";
    open.act.events = {
        {"proposal_submitted", {{"number", number}, {"words", std::string(150, 'w')}}}};
    return open;
}

// Rows of the size of an entry, `together` of them in each durable transaction.
double bare_appends(const fs::path& path, int together) {
    auto connection = sure(storage::Connection::open(path.string(), storage::Access::create));
    sure(connection.run(
        "pragma journal_mode = wal; pragma synchronous = full;"
        "create table if not exists rows (position integer primary key, bytes blob)"));
    const std::string bytes(400, 'x');
    const auto start = Clock::now();
    auto insert = sure(connection.prepare("insert into rows (bytes) values (?)"));
    for (int done = 0; done < appends_each_round; done += together) {
        auto transaction = sure(storage::Transaction::begin(connection));
        for (int i = 0; i < together; ++i) sure(insert.bytes(bytes).run());
        sure(transaction.commit());
    }
    return appends_each_round / seconds_since(start);
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

double at(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void measure_appends(const fs::path& folder) {
    const auto store = sure(storage::SqliteStore::open(folder / "record", storage::Access::create));
    tests::SampleRecord(*store).open();
    const auto recorder = sure(storage::Recorder::open(*store, [] { return 1'900'000'000'000; }));
    std::printf("durable appends         a second   bare database    ratio   p50 ms   p99 ms\n");
    for (const int writers : {1, 16}) {
        std::vector<double> bare;
        std::vector<double> recorded;
        std::vector<double> ratios;
        std::vector<double> waits;
        for (int round = 0; round < rounds; ++round) {
            bare.push_back(bare_appends(folder / "bare", writers));
            recorded.push_back(recorded_appends(*recorder, writers, waits));
            ratios.push_back(recorded.back() / bare.back());
        }
        std::printf("%2d %-20s %8.0f   %13.0f   %6.2f   %6.2f   %6.2f\n", writers,
                    writers == 1 ? "writer" : "writers", median(recorded), median(bare),
                    median(ratios), at(waits, 0.5), at(waits, 0.99));
    }
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
    measure_appends(folder);
    measure_reading(folder);
    fs::remove_all(folder);
    return 0;
}
