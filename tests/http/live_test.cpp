// News over HTTP: streams, where they go on, and the answer that waits.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <thread>

#include "tests/http/http_client.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedNegotiation;

namespace {

const committee::Caller ghana = tests::delegate_of("person-GHA", "GHA");

void begin_stream(HttpClient& client, const std::string& more = {}) {
    client.send("GET " + ServedNegotiation::at("live") + " HTTP/1.1\r\nHost: a\r\n" + more +
                "\r\n");
    const std::string head = client.read_until("retry: 2000\n\n");
    CHECK(head.starts_with("HTTP/1.1 200"));
    CHECK(head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
    CHECK(head.find("Content-Length") == std::string::npos);
}

}  // namespace

TEST_CASE("a reader hears of each act once it is done, with its entry as the id") {
    ServedNegotiation served;
    const auto length = tests::sure(served.store().length());
    HttpClient stream(served.port());
    begin_stream(stream);
    HttpClient client(served.port());
    CHECK(tests::submit(client, ghana, "should").status == 200);
    const std::string event = stream.read_until("\n\n");
    CHECK(event.starts_with("id: " + std::to_string(length) + "\nevent: entry\ndata: {"));
    const auto news = boost::json::parse(event.substr(event.find("data: ") + 6));
    CHECK(news.at("act") == "proposal.submit");
    CHECK(news.at("changed") == boost::json::array{"P1"});
}

TEST_CASE("a stream begins with its head on a connection that answered before") {
    ServedNegotiation served;
    HttpClient client(served.port());
    CHECK(client.ask("GET", ServedNegotiation::at("views/members")).status == 200);
    begin_stream(client, "Last-Event-ID: 0\r\n");
    CHECK(client.read_until("\n\n").starts_with("id: 1\n"));
}

TEST_CASE("a reader who was away misses nothing") {
    ServedNegotiation served;
    const auto length = tests::sure(served.store().length());
    HttpClient stream(served.port());
    begin_stream(stream, "Last-Event-ID: 0\r\n");
    for (std::uint64_t entry = 1; entry < length; ++entry) {
        CHECK(stream.read_until("\n\n").starts_with("id: " + std::to_string(entry) + "\n"));
    }
}

TEST_CASE("a reader who is slow is not waited for, and still hears of everything") {
    ServedNegotiation served;
    auto next = tests::sure(served.store().length());
    HttpClient stream(served.port());
    begin_stream(stream);
    HttpClient client(served.port());
    constexpr int acts = 300;
    for (int at = 0; at < acts; ++at) {
        REQUIRE(tests::submit(client, ghana, "word" + std::to_string(at)).status == 200);
    }
    for (int at = 0; at < acts; ++at) {
        CHECK(stream.read_until("\n\n").starts_with("id: " + std::to_string(next++) + "\n"));
    }
}

TEST_CASE("who cannot have streams is answered once there is news") {
    ServedNegotiation served;
    const auto length = tests::sure(served.store().length());
    HttpClient client(served.port());
    const HttpAnswer all = client.ask("GET", ServedNegotiation::at("live?after=0"));
    CHECK(all.status == 200);
    const auto news = boost::json::parse(all.body);
    CHECK(news.at("next") == length);
    CHECK(news.at("news").as_array().size() == length - 1);
    client.send("GET " + ServedNegotiation::at("live?after=") + std::to_string(length - 1) +
                " HTTP/1.1\r\nHost: a\r\n\r\n");
    HttpClient other(served.port());
    CHECK(tests::submit(other, ghana, "should").status == 200);
    const HttpAnswer waited = client.read_answer();
    CHECK(boost::json::parse(waited.body).at("news").at(0).at("entry") == length);
    CHECK(client.ask("GET", ServedNegotiation::at("live?after=x")).status == 400);
}

TEST_CASE("a silent stream is kept alive") {
    ServedNegotiation served;
    http::ServerOptions options;
    options.heartbeat = std::chrono::milliseconds(1);
    tests::ServedForTest server({&served.committee().served()}, options);
    HttpClient stream(server.port());
    begin_stream(stream);
    CHECK(stream.read_until(":\n\n") == ":\n\n");
    CHECK(stream.read_until(":\n\n") == ":\n\n");
}
