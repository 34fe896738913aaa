// A server that is killed under load: what it acknowledged is there, once, and a client that asks
// again with its key finds out what became of its act.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <thread>

#include "record/verify.h"
#include "storage/sqlite.h"
#include "tests/http/served_negotiation.h"
#include "tests/process.h"
#include "tests/scratch.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::sure;

namespace {

const committee::Caller ghana = tests::delegate_of("person-GHA", "GHA");

// Serves the committee of a file for ever, and says at which port.
void serve(const std::filesystem::path& file, int pipe) {
    const auto store = sure(storage::SqliteStore::open(file, storage::Access::write));
    std::atomic<unsigned> salts = static_cast<unsigned>(sure(store->length()));
    const auto kept = sure(host::KeptCommittee::open(
        *store, [] { return 1'700'000'000'000; },
        [&] { return sha256("salt " + std::to_string(++salts) + std::to_string(::getpid())); },
        store.get()));
    const auto served = sure(http::ServedCommittee::open({"under-test", *store, *kept}));
    const tests::ServedForTest server({served.get()});
    const std::uint16_t port = server.port();
    if (::write(pipe, &port, sizeof port) != sizeof port) ::_exit(1);
    ::pause();
}

// Somebody who submits words of their own, and after a loss sends the last ones again.
class Submitter {
public:
    explicit Submitter(int number) : number_(number) {}

    void submit_until_lost(std::uint16_t port) {
        try {
            HttpClient client(port);
            while (true) {
                const std::string word =
                    "word-" + std::to_string(number_) + "-" + std::to_string(acknowledged);
                const HttpAnswer answer =
                    tests::submit(client, ghana, word, {{"Idempotency-Key", word}});
                if (answer.status != 200) ++refused;
                ++acknowledged;
            }
        } catch (const std::runtime_error&) {
            return;  // the act that was under way is sent again to the next server
        }
    }

    std::atomic<int> acknowledged = 0;
    int refused = 0;

private:
    int number_;
};

int acknowledged_by(const std::deque<Submitter>& all) {
    int acknowledged = 0;
    for (const Submitter& one : all) acknowledged += one.acknowledged;
    return acknowledged;
}

// Waits until somebody has an answer, however busy the machine is.
void wait_for_more_than(int acknowledged, const std::deque<Submitter>& all) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (acknowledged_by(all) == acknowledged && std::chrono::steady_clock::now() < latest) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

int rounds() {
    const char* wanted = std::getenv("TRAVAUX_KILLS");
    return wanted == nullptr ? 8 : static_cast<int>(http::number_of(wanted).value());
}

}  // namespace

TEST_CASE("a server killed under load has every acknowledged act, none twice, and verifies") {
    const tests::Scratch scratch;
    const auto file = scratch / "c.db";
    {
        const auto store = sure(storage::SqliteStore::open(file, storage::Access::create));
        tests::CommitteeUnderTest committee(*store);
        const auto given = tests::project_folder() / "tests/scenarios/given/negotiation.txt";
        REQUIRE(tests::play(given, committee).findings.empty());
    }
    constexpr int people = 4;
    std::deque<Submitter> all;
    for (int number = 0; number < people; ++number) all.emplace_back(number);
    for (int round = 0; round < rounds(); ++round) {
        const auto server = tests::in_a_process([&](int pipe) { serve(file, pipe); });
        std::uint16_t port = 0;
        REQUIRE(::read(server.pipe, &port, sizeof port) == sizeof port);
        const int before = acknowledged_by(all);
        std::vector<std::jthread> threads;
        for (Submitter& one : all) {
            threads.emplace_back([&one, port] { one.submit_until_lost(port); });
        }
        // Every other one is killed at work, the rest wherever they are.
        if (round % 2 == 1) wait_for_more_than(before, all);
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + 37 * (round % 5)));
        ::kill(server.id, SIGKILL);
        threads.clear();
        (void)server.end();
    }
    const auto store = sure(storage::SqliteStore::open(file, storage::Access::write));
    const auto kept = sure(host::KeptCommittee::open(
        *store, [] { return 1'700'000'000'000; }, [] { return record::Salt{}; }));
    const record::SigningKey key{"example.org/committee", {1}};
    tests::ForgetfulMemory memory;
    sure(kept->sign(std::span(&key, 1), memory));
    CHECK(sure(record::verify_store(*store, {})).is_sound());
    const int acknowledged = acknowledged_by(all);
    for (const Submitter& one : all) CHECK(one.refused == 0);
    CHECK(acknowledged > 0);
    // At most the act that each had under way at the end is there without an answer.
    const auto proposals = static_cast<int>(kept->state().proposals.size());
    CHECK(proposals >= acknowledged);
    CHECK(proposals <= acknowledged + people);
    std::map<std::string, int> texts;
    for (const auto& [id, proposal] : kept->state().proposals) {
        const auto bytes = sure(store->body(proposal.parts.hash));
        ++texts[std::string(record::content_of(bytes.value()))];
    }
    for (const auto& [text, times] : texts) CHECK(times == 1);
}
