// Clients that mean harm, and halls full of clients that do not.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <memory>

#include "base/limits.h"
#include "tests/http/http_client.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedNegotiation;

namespace {

int status_of_raw(std::uint16_t port, const std::string& bytes) {
    HttpClient client(port);
    client.send(bytes);
    const HttpAnswer answer = client.read_answer();
    CHECK(answer.fields.at("connection") == "close");
    return answer.status;
}

const std::string begin = "GET /healthz HTTP/1.1\r\n";

}  // namespace

TEST_CASE("requests that two readers could read in two ways are refused, and the server goes on") {
    ServedNegotiation served;
    const std::string post = "POST " + ServedNegotiation::at("acts/call.open") + " HTTP/1.1\r\n";
    for (const std::string& bytes : std::vector<std::string>{
             begin + "\r\n", begin + "Host: a\r\nHost: b\r\n\r\n", begin + "Host: a\r\n b\r\n\r\n",
             begin + "Host : a\r\n\r\n", begin + "Host: a\r\nX: a\rb\r\n\r\n",
             "GET /healthz HTTP/1.1\nHost: a\r\n\r\n", "GET  /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
             "GET /../healthz HTTP/1.1\r\nHost: a\r\n\r\n",
             "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
             std::string("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10),
             post + "Host: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
             post + "Host: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
             post + "Host: a\r\nContent-Length: 2, 2\r\n\r\n{}",
             post + "Host: a\r\nContent-Length: +2\r\n\r\n{}",
             post + "Host: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             post + "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
             post + "Host: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
             post + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"}) {
        INFO(bytes);
        CHECK(status_of_raw(served.port(), bytes) == 400);
    }
    CHECK(HttpClient(served.port()).ask("GET", "/healthz").status == 200);
}

TEST_CASE("floods of fields, long addresses and huge bodies are refused by name") {
    ServedNegotiation served;
    std::string fields;
    for (std::size_t at = 0; at <= limits::head_fields + 1; ++at) fields += "a: b\r\n";
    CHECK(status_of_raw(served.port(), begin + fields + "Host: a\r\n\r\n") == 431);
    CHECK(status_of_raw(served.port(), begin + "a: " + std::string(limits::head_bytes, 'b')) ==
          431);
    CHECK(status_of_raw(served.port(), "GET /" + std::string(limits::target_bytes, 'a') +
                                           " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
    const std::string post = "POST " + ServedNegotiation::at("acts/call.open") +
                             " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    CHECK(status_of_raw(served.port(),
                        post + "Content-Length: " + std::to_string(limits::request_body_bytes + 1) +
                            "\r\n\r\n") == 413);
    HttpClient client(served.port());
    client.send(post + "Transfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(65'536, ' ') + "\r\n";
    for (std::size_t sent = 0; sent <= limits::request_body_bytes; sent += 65'536) {
        if (!client.send(chunk)) break;
    }
    CHECK(client.read_answer().status == 413);
}

TEST_CASE("deep JSON and JSON that is none is refused") {
    ServedNegotiation served;
    HttpClient client(served.port());
    auto fields = tests::as(tests::delegate_of("person-GHA", "GHA"));
    fields.emplace_back("Content-Type", "application/json");
    const std::string target = ServedNegotiation::at("acts/proposal.submit");
    const std::string deep = R"({"text":)" + std::string(100'000, '[');
    for (const std::string& body : {deep, std::string("{\"a\":\"\xff\"}"), std::string("nul"),
                                    std::string("{\"a\":1e999}"), std::string(1, '\0')}) {
        const HttpAnswer answer = client.ask("POST", target, fields, body);
        CHECK(answer.status >= 400);
        CHECK(answer.status < 500);
    }
}

TEST_CASE("requests sent ahead on one connection are answered in their order") {
    ServedNegotiation served;
    HttpClient client(served.port());
    constexpr int requests = 2'000;
    std::string all;
    for (int at = 0; at < requests; ++at) {
        all += at % 2 == 0 ? "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
                           : "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n";
    }
    client.send(all);
    for (int at = 0; at < requests; ++at) {
        CHECK(client.read_answer().status == (at % 2 == 0 ? 200 : 404));
    }
}

TEST_CASE("a head that comes byte by byte is read, and one that never ends is given up") {
    ServedNegotiation served;
    HttpClient client(served.port());
    for (const char sign : begin + "Host: a\r\n\r\n") client.send(std::string(1, sign));
    CHECK(client.read_answer().status == 200);
    http::ServerOptions options;
    options.head_time = std::chrono::milliseconds(1);
    tests::ServedForTest hasty({&served.committee().served()}, options);
    CHECK(status_of_raw(hasty.port(), begin + "Host: a\r\n") == 408);
}

TEST_CASE("a reader who does not read is dropped, and costs nobody anything") {
    ServedNegotiation served;
    http::ServerOptions options;
    options.write_time = std::chrono::milliseconds(1);
    tests::ServedForTest hasty({&served.committee().served()}, options);
    HttpClient client(hasty.port());
    const std::string ask =
        "GET " + ServedNegotiation::at("texts/T1") + " HTTP/1.1\r\nHost: a\r\n\r\n";
    // Sends as long as answers are taken; then nothing is read here, so sending ends with an error.
    while (client.send(ask)) {
    }
    CHECK(HttpClient(hasty.port()).ask("GET", "/healthz").status == 200);
}

TEST_CASE("a server answers for the hosts that it was given") {
    ServedNegotiation served;
    http::ServerOptions options;
    options.hosts = {"treaty.example"};
    tests::ServedForTest server({&served.committee().served()}, options);
    CHECK(HttpClient(server.port()).ask("GET", "/healthz").status == 421);
    HttpClient client(server.port());
    client.send("GET /healthz HTTP/1.1\r\nHost: Treaty.example\r\n\r\n");
    CHECK(client.read_answer().status == 200);
}

TEST_CASE("a page of another site cannot act, and nobody is allowed to read across sites") {
    ServedNegotiation served;
    HttpClient client(served.port());
    auto fields = tests::as(tests::delegate_of("person-GHA", "GHA"));
    fields.emplace_back("Content-Type", "application/json");
    fields.emplace_back("Origin", "https://evil.example");
    const HttpAnswer answer =
        client.ask("POST", ServedNegotiation::at("acts/proposal.submit"), fields, "{}");
    CHECK(answer.status == 403);
    CHECK_FALSE(answer.fields.contains("access-control-allow-origin"));
}

TEST_CASE("five hundred people behind one address are served, each by their own account") {
    ServedNegotiation served;
    constexpr int people = 500;
    std::vector<std::unique_ptr<HttpClient>> hall;
    for (int at = 0; at < people; ++at) hall.push_back(std::make_unique<HttpClient>(served.port()));
    int answered = 0;
    for (int at = 0; at < people; ++at) {
        committee::Caller caller;
        caller.actor = tests::person("person-" + std::to_string(at));
        answered += hall[static_cast<std::size_t>(at)]
                        ->ask("GET", ServedNegotiation::at("views/committee"), tests::as(caller))
                        .status == 200;
    }
    CHECK(answered == people);
}
