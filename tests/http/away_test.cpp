// A store that goes away under a server, several servers on one store, and acts whose answer was
// lost.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <thread>

#include "tests/failing_store.h"
#include "tests/http/http_client.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedNegotiation;
using tests::sure;

namespace {

const committee::Caller ghana = tests::delegate_of("person-GHA", "GHA");

// A record with a text that is negotiated, in a store of its own.
template <typename Kept>
void found(Kept& store) {
    tests::CommitteeUnderTest committee(store);
    const auto given = tests::project_folder() / "tests/scenarios/given/negotiation.txt";
    REQUIRE(tests::play(given, committee).findings.empty());
}

// One server of several on one record.
class Node {
public:
    Node(record::Store& store, record::SideTable& side, const std::string& name)
        : kept_(sure(host::KeptCommittee::open(
              store, [] { return 1'700'000'000'000; },
              [this, name] { return sha256(name + std::to_string(++salts_)); }, &side))),
          served_(sure(http::ServedCommittee::open({"under-test", store, *kept_}))),
          server_({served_.get()}) {}

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }

private:
    std::atomic<int> salts_ = 0;
    std::unique_ptr<host::KeptCommittee> kept_;
    std::unique_ptr<http::ServedCommittee> served_;
    tests::ServedForTest server_;
};

}  // namespace

TEST_CASE("where the store is away acts are refused for now, and reading goes on") {
    tests::FailingStore store;
    found(store.kept);
    const Node node(store, store.kept, "node");
    HttpClient client(node.port());
    CHECK(client.ask("GET", "/readyz").status == 200);
    CHECK(client.ask("GET", ServedNegotiation::at("texts/T1")).status == 200);
    store.is_away = true;
    const HttpAnswer refused = tests::submit(client, ghana, "should");
    CHECK(refused.status == 503);
    CHECK(refused.fields.contains("retry-after"));
    CHECK(client.ask("GET", "/readyz").status == 503);
    CHECK(client.ask("GET", "/healthz").status == 200);
    CHECK(client.ask("GET", ServedNegotiation::at("views/texts")).status == 200);
    CHECK(client.ask("GET", ServedNegotiation::at("texts/T1")).status == 200);
    store.is_away = false;
    CHECK(tests::submit(client, ghana, "should").status == 200);
}

TEST_CASE("an act whose answer was lost is found by its key, here and at another server") {
    tests::FailingStore store;
    found(store.kept);
    const Node node(store, store.kept, "node");
    HttpClient client(node.port());
    const tests::HttpFields key = {{"Idempotency-Key", "one"}};
    store.loses_answers = true;
    CHECK(tests::submit(client, ghana, "should", key).status == 503);
    store.loses_answers = false;
    const auto length = sure(store.length());
    const HttpAnswer found_here = tests::submit(client, ghana, "should", key);
    CHECK(found_here.status == 200);
    const Node other(store, store.kept, "other");
    HttpClient there(other.port());
    CHECK(tests::submit(there, ghana, "should", key).body == found_here.body);
    CHECK(sure(store.length()) == length);
}

TEST_CASE("what is done at one server is seen at another, in its views and on its stream") {
    storage::MemoryStore store;
    found(store);
    const Node first(store, store, "first");
    const Node second(store, store, "second");
    HttpClient stream(second.port());
    stream.send("GET " + ServedNegotiation::at("live") + " HTTP/1.1\r\nHost: a\r\n\r\n");
    stream.read_until("retry: 2000\n\n");
    HttpClient here(first.port());
    HttpClient there(second.port());
    for (int round = 0; round < 20; ++round) {
        const HttpAnswer done =
            tests::submit(round % 2 == 0 ? here : there, ghana, "word" + std::to_string(round));
        REQUIRE(done.status == 200);
        CHECK(stream.read_until("\n\n").find("proposal.submit") != std::string::npos);
        const HttpAnswer seen = (round % 2 == 0 ? there : here)
                                    .ask("GET", ServedNegotiation::at("views/proposals"),
                                         {{"Min-Length", done.fields.at("record-length")}});
        CHECK(boost::json::parse(seen.body).as_array().size() ==
              static_cast<std::size_t>(round) + 1);
    }
}

TEST_CASE("acts at two servers at once are each done once") {
    storage::MemoryStore store;
    found(store);
    const Node first(store, store, "first");
    const Node second(store, store, "second");
    std::atomic<int> done = 0;
    {
        std::vector<std::jthread> all;
        for (int number = 0; number < 4; ++number) {
            all.emplace_back([&, number] {
                HttpClient client(number % 2 == 0 ? first.port() : second.port());
                for (int at = 0; at < 25; ++at) {
                    const std::string word = std::to_string(number) + "-" + std::to_string(at);
                    done += tests::submit(client, ghana, word).status == 200;
                }
            });
        }
    }
    CHECK(done == 100);
    HttpClient client(first.port());
    const HttpAnswer seen = client.ask("GET", ServedNegotiation::at("views/proposals"),
                                       {{"Min-Length", std::to_string(sure(store.length()))}});
    CHECK(boost::json::parse(seen.body).as_array().size() == 100);
}
