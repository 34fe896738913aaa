// Measures what a server does beyond the engine: acts that become durable, a record that is read at
// the start, and news that reach readers. Each stands beside another program that does a part of
// it, in turn with it, or beside its limit.
//
//     travaux_server_bench FOLDER [acts] [start] [news]
//
// The databases are made in the folder. Without a work all are done.
// SPDX-License-Identifier: MIT
#include <atomic>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "bench/bare.h"
#include "bench/crowd.h"
#include "bench/large_committee.h"
#include "bench/quantiles.h"
#include "bench/server_processes.h"
#include "crypto/random.h"
#include "storage/database.h"
#include "tests/http/http_client.h"
#include "tests/http/served_for_test.h"
#include "tests/record/sample_record.h"
#include "tests/storage/postgres_server.h"

namespace {

using namespace travaux;
using namespace travaux::bench;
using tests::sure;
namespace fs = std::filesystem;

constexpr int rounds = 5;
constexpr int acts_each_round = 800;
constexpr int writers_many = 16;
constexpr std::uint32_t proposals = 20'000;
constexpr std::uint64_t entries_to_replay = 100'000;
constexpr int entries_to_readers = 40;
constexpr int submits = 300;

// Numbers that no submission had before.
std::uint32_t next_number() {
    static std::atomic<std::uint32_t> number = 1'000'000;
    return ++number;
}

// Does acts until they are done, and returns how long each took in milliseconds.
using Acting = std::function<std::vector<double>(int acts)>;

Acting acting(host::KeptCommittee& committee) {
    return [&committee](int acts) {
        std::vector<double> waits;
        for (int at = 0; at < acts; ++at) {
            host::AttemptedAct act{submitter(), "proposal.submit", submission(next_number()), {}};
            const auto begin = Clock::now();
            sure(committee.act(act));
            waits.push_back(seconds_since(begin) * 1e3);
        }
        return waits;
    };
}

std::string request_of(const ServerProcess& server, const std::string& body,
                       const tests::HttpFields& fields) {
    std::string request = "POST " + server.entrance() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : fields) {
        request.append(name).append(": ").append(value).append("\r\n");
    }
    return request +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

std::string submission_to(const TravauxProcess& server) {
    return request_of(server, boost::json::serialize(submission(next_number())),
                      tests::as(submitter()));
}

Acting acting(const TravauxProcess& server) {
    return [&server](int acts) {
        tests::HttpClient client(server.port());
        std::vector<double> waits;
        for (int at = 0; at < acts; ++at) {
            const std::string request = submission_to(server);
            const auto begin = Clock::now();
            client.send(request);
            VERIFY(client.read_answer().status == 200);
            waits.push_back(seconds_since(begin) * 1e3);
        }
        return waits;
    };
}

double rate_of(const Acting& act, int writers, std::vector<double>& waits) {
    std::vector<std::vector<double>> all(static_cast<std::size_t>(writers));
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (auto& one : all) {
            threads.emplace_back([&] { one = act(acts_each_round / writers); });
        }
    }
    const double rate = acts_each_round / seconds_since(begin);
    for (const auto& one : all) waits.insert(waits.end(), one.begin(), one.end());
    return rate;
}

void compare_acts(const char* name, const Acting& act, const Bare& bare) {
    for (const int writers : {1, writers_many}) {
        std::vector<double> rates;
        std::vector<double> bare_rates;
        std::vector<double> ratios;
        std::vector<double> waits;
        for (int round = 0; round < rounds; ++round) {
            bare_rates.push_back(rate_of_bare(bare, acts_each_round, writers));
            rates.push_back(rate_of(act, writers, waits));
            ratios.push_back(rates.back() / bare_rates.back());
        }
        std::printf("%-22s %2d %-8s %8.0f %8.0f   %6.2f   %7.2f  %7.2f   %s\n", name, writers,
                    writers == 1 ? "writer" : "writers", median(rates), median(bare_rates),
                    median(ratios), at(waits, 0.5), at(waits, 0.99),
                    writers == 1 ? "-" : "ratio at least 0.8");
        std::fflush(stdout);
    }
}

void measure_acts_on(const char* name, const std::string& location, const Bare& bare) {
    const auto store = sure(storage::open_database(location, storage::Access::create));
    found_large(*store);
    const auto kept = sure(
        host::KeptCommittee::open(*store, [] { return 1'700'000'000'000; }, crypto::random_bytes));
    compare_acts(name, acting(*kept), bare);
}

void measure_acts_over_http(const char* name, const std::string& location, const Bare& bare) {
    found_large(*sure(storage::open_database(location, storage::Access::create)));
    const TravauxProcess server(location);
    compare_acts(name, acting(server), bare);
}

void measure_acts(const fs::path& folder, tests::PostgresServer& postgres) {
    std::printf(
        "durable acts                     a second     bare    ratio    p50 ms   p99 ms   limit\n");
    {
        auto bare = sure(storage::Connection::open(folder / "bare", storage::Access::create));
        const Bare append = bare_sqlite(bare);
        measure_acts_on("SQLite", folder / "acts.db", append);
        measure_acts_over_http("SQLite, over HTTP", folder / "http.db", append);
    }
    storage::PostgresConnection bare(postgres.fresh_database(), storage::Access::write);
    const Bare append = bare_postgres(bare);
    measure_acts_on("PostgreSQL", postgres.fresh_database(), append);
    measure_acts_over_http("PostgreSQL, over HTTP", postgres.fresh_database(), append);
}

// Hashes what a bare reading of the entries gives.
double bare_reading(const fs::path& file) {
    const auto begin = Clock::now();
    auto connection = sure(storage::Connection::open(file, storage::Access::read));
    auto rows = sure(connection.prepare("select bytes from entries order by position"));
    std::uint64_t count = 0;
    for (; sure(rows.step()); ++count) (void)sha256(rows.bytes_at(0));
    VERIFY(count == entries_to_replay);
    return seconds_since(begin);
}

struct Start {
    double seconds = 0;
    double processor_seconds = 0;  // of the process
};

double processor_seconds() {
    return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

Start start_of_server(const fs::path& file) {
    const auto begin = Clock::now();
    const double used = processor_seconds();
    const auto store = sure(storage::open_database(file, storage::Access::write));
    const auto kept = sure(host::KeptCommittee::open(
        *store, [] { return 1'700'000'000'000; }, crypto::random_bytes, store.get()));
    const auto served = sure(http::ServedCommittee::open({"bench", *store, *kept}));
    VERIFY(kept->length() == entries_to_replay);
    return {seconds_since(begin), processor_seconds() - used};
}

void measure_replay(const fs::path& file) {
    std::vector<double> times;
    std::vector<double> used;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const double bare = bare_reading(file);
        const Start start = start_of_server(file);
        times.push_back(start.seconds);
        used.push_back(start.processor_seconds);
        ratios.push_back(start.seconds / bare);
    }
    std::printf(
        "\n%d entries replayed at a start: p50 %.2f s, p99 %.2f s, on a processor %.2f s "
        "(limit: 1 s); %.1f x reading and hashing them\n",
        static_cast<int>(entries_to_replay), median(times), at(times, 0.99), median(used),
        median(ratios));
    std::fflush(stdout);
}

// Milliseconds after an act is handed in at which each reader has it.
class Telling {
public:
    Telling(const ServerProcess& entrance, const ServerProcess& exit, std::size_t readers)
        : client_(entrance.port()), crowd_({exit.port(), exit.stream()}, readers) {}

    std::vector<double> tell(const std::string& request) {
        auto times = crowd_.hear([&] { client_.send(request); });
        const int status = client_.read_answer().status;
        VERIFY(status >= 200 && status < 300);
        return times;
    }

private:
    tests::HttpClient client_;
    Crowd crowd_;
};

void print_times(const char* name, const std::vector<double>& times, const char* limit) {
    std::printf("%-44s %7.2f  %7.2f   %s\n", name, at(times, 0.5), at(times, 0.99), limit);
    std::fflush(stdout);
}

void compare_readers(const TravauxProcess& server, const fs::path& folder, std::size_t readers) {
    const NchanProcess nchan(folder / "nginx");
    Telling ours(server, server, readers);
    Telling theirs(nchan, nchan, readers);
    const std::string same =
        R"({"entry":20007,"time_ms":1700000000000,"act":"proposal.submit","changed":["P20001"]})";
    std::vector<double> all;
    std::vector<double> all_of_nchan;
    std::vector<double> ratios;
    for (int round = 0; round < entries_to_readers; ++round) {
        const auto one = ours.tell(submission_to(server));
        const auto other = theirs.tell(request_of(nchan, same, {}));
        ratios.push_back(at(one, 0.99) / at(other, 0.99));
        all.insert(all.end(), one.begin(), one.end());
        all_of_nchan.insert(all_of_nchan.end(), other.begin(), other.end());
    }
    const std::string who = "one entry to " + std::to_string(readers) + " readers";
    char ratio[64];
    (void)std::snprintf(ratio, sizeof ratio, "%.2f x nchan's p99 (limit: 1)", median(ratios));
    print_times(who.c_str(), all, ratio);
    print_times((who + ", nchan").c_str(), all_of_nchan, "");
}

void measure_submits(const char* name, const TravauxProcess& entrance, const ServerProcess& exit) {
    Telling telling(entrance, exit, 1);
    std::vector<double> times;
    for (int at = 0; at < submits; ++at) {
        const auto one = telling.tell(submission_to(entrance));
        times.push_back(one.front());
    }
    print_times(name, times, "p99 at most 100");
}

void measure_news(const fs::path& folder, const std::string& file, const std::string& url) {
    std::printf("\nfrom the sending of an act to its event       p50 ms   p99 ms   limit\n");
    {
        const TravauxProcess server(file);
        measure_submits("a submit at 20,000 proposals, SQLite", server, server);
        if (!NchanProcess::is_there()) std::printf("nchan is absent\n");
        for (const std::size_t readers : {1'000U, 2'000U}) {
            if (NchanProcess::is_there()) compare_readers(server, folder, readers);
        }
    }
    const TravauxProcess here(url);
    const TravauxProcess there(url);
    measure_submits("the same, PostgreSQL", here, here);
    measure_submits("the same, at another server on it", here, there);
}

// Makes the records that works are done on.
void make_records(const fs::path& file, const std::string& url, const fs::path& longer) {
    storage::MemoryStore store;
    found_large(store);
    submit_many(store, proposals);
    copy_record(store, *sure(storage::open_database(file, storage::Access::create)));
    copy_record(store, *sure(storage::open_database(url, storage::Access::create)));
    co_sponsor_many(store, entries_to_replay);
    copy_record(store, *sure(storage::open_database(longer, storage::Access::create)));
}

void measure(const fs::path& folder, std::span<char*> works) {
    const auto is_wanted = [&](std::string_view work) {
        return works.empty() || std::ranges::find(works, work) != works.end();
    };
    tests::PostgresServer postgres(folder / "postgres");
    if (is_wanted("acts")) measure_acts(folder, postgres);
    if (!is_wanted("start") && !is_wanted("news")) return;
    const fs::path file = folder / "large.db";
    const fs::path longer = folder / "long.db";
    const std::string url = postgres.fresh_database();
    make_records(file, url, longer);
    if (is_wanted("start")) measure_replay(longer);
    if (is_wanted("news")) measure_news(folder, file, url);
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 2) {
        std::fputs("travaux_server_bench FOLDER [acts] [start] [news]\n", stderr);
        return 2;
    }
    const fs::path folder = fs::path(arguments[1]) / "server_bench";
    allow_connections();
    fs::remove_all(folder);
    fs::create_directories(folder);
    measure(folder, arguments.subspan(2));
    fs::remove_all(folder);
    return 0;
}
