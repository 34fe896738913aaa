// A server from outside: what it answers, over connections as clients make them.
// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <doctest/doctest.h>

#include <thread>

#include "host/public_record.h"
#include "record/verify.h"
#include "tests/http/http_client.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedNegotiation;

namespace {

std::string id_of(const HttpAnswer& answer) {
    return std::string(boost::json::parse(answer.body).at("id").as_string());
}

const committee::Caller ghana = tests::delegate_of("person-GHA", "GHA");

}  // namespace

TEST_CASE("a view has a tag, and who has it already gets nothing more") {
    ServedNegotiation served;
    HttpClient client(served.port());
    const std::string target = ServedNegotiation::at("views/texts");
    const HttpAnswer first = client.ask("GET", target);
    CHECK(first.status == 200);
    CHECK(first.fields.at("cache-control") == "private, no-cache");
    CHECK(first.fields.at("vary").find("Cookie") != std::string::npos);
    const std::string tag = first.fields.at("etag");
    const HttpAnswer again = client.ask("GET", target, {{"If-None-Match", tag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(client.ask("GET", target).body == first.body);
    const HttpAnswer head = client.ask("HEAD", target);
    CHECK(head.status == 200);
    CHECK(head.fields.at("content-length") == first.fields.at("content-length"));
    CHECK(client.ask("GET", target).body == first.body);
}

TEST_CASE("a text is printed in its forms, compressed for who takes it, and follows the record") {
    ServedNegotiation served;
    HttpClient client(served.port());
    const std::string target = ServedNegotiation::at("texts/T1");
    const HttpAnswer page = client.ask("GET", target);
    CHECK(page.status == 200);
    CHECK(page.fields.at("content-type") == "text/html; charset=utf-8");
    CHECK(page.fields.at("content-language") == "en");
    CHECK(page.fields.at("content-security-policy").find("sha256-") != std::string::npos);
    CHECK(page.body.find("Each State Party shall cooperate") != std::string::npos);
    const HttpAnswer small = client.ask("GET", target, {{"Accept-Encoding", "gzip, br"}});
    CHECK(small.fields.at("content-encoding") == "br");
    CHECK(small.body.size() < page.body.size());
    CHECK(small.fields.at("etag") != page.fields.at("etag"));
    CHECK(client.ask("GET", target, {{"If-None-Match", small.fields.at("etag")}}).status == 304);
    CHECK(tests::submit(client, ghana, "should").status == 200);
    const HttpAnswer text = client.ask("GET", target + "?form=text");
    CHECK(text.body.find("[should – Ghana]") != std::string::npos);
    CHECK(client.ask("GET", target + "?form=text&view=clean").body.find("should") ==
          std::string::npos);
    CHECK(client.ask("GET", target + "?form=text&sponsors=unnamed").body.find("Ghana") ==
          std::string::npos);
    CHECK(id_of(client.ask("GET", target + "?form=rtf")) == "request.parameter_value");
    CHECK(id_of(client.ask("GET", target + "?froms=text")) == "request.parameter_unknown");
    CHECK(id_of(client.ask("GET", ServedNegotiation::at("texts/T7"))) == "text.unknown");
}

TEST_CASE("an act from a stale page is told what changed; another one is not held up") {
    ServedNegotiation served;
    HttpClient client(served.port());
    CHECK(tests::submit(client, ghana, "should").status == 200);
    const std::string tag =
        client.ask("GET", ServedNegotiation::at("views/proposals")).fields.at("etag");
    const auto co_sponsor = [&](const committee::Caller& caller, const std::string& from) {
        auto fields = tests::as(caller);
        fields.emplace_back("Content-Type", "application/json");
        fields.emplace_back("If-Match", from);
        return client.ask("POST", ServedNegotiation::at("acts/proposal.co_sponsor"), fields,
                          R"({"proposal":"P1"})");
    };
    const HttpAnswer done = co_sponsor(tests::delegate_of("person-NOR", "NOR"), tag);
    CHECK(done.status == 200);
    const HttpAnswer stale = co_sponsor(tests::delegate_of("person-PER", "PER"), tag);
    CHECK(stale.status == 412);
    CHECK(id_of(stale) == "act.stale");
    CHECK(boost::json::parse(stale.body).at("args").at(0) == "P1");
    CHECK(tests::submit(client, ghana, "may", {{"If-Match", tag}}).status == 200);
}

TEST_CASE("an act that is sent again with its key is done once") {
    ServedNegotiation served;
    HttpClient client(served.port());
    const HttpAnswer first = tests::submit(client, ghana, "should", {{"Idempotency-Key", "key 1"}});
    CHECK(first.status == 200);
    const auto length = tests::sure(served.store().length());
    const HttpAnswer again = tests::submit(client, ghana, "should", {{"Idempotency-Key", "key 1"}});
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(tests::sure(served.store().length()) == length);
    const HttpAnswer other = tests::submit(client, ghana, "may", {{"Idempotency-Key", "key 1"}});
    CHECK(other.status == 409);
    CHECK(id_of(other) == "act.once_with_other_fields");
    // Another person's key is another key, and so is another key of the same person.
    CHECK(tests::submit(client, tests::delegate_of("person-NOR", "NOR"), "may",
                        {{"Idempotency-Key", "key 1"}})
              .status == 200);
    CHECK(tests::submit(client, ghana, "should", {{"Idempotency-Key", "key 2"}}).status == 200);
    CHECK(tests::sure(served.store().length()) == length + 2);
}

TEST_CASE("a hundred delegates who submit at the same moment from one page are all accepted") {
    ServedNegotiation served;
    std::string tag;
    {
        HttpClient client(served.port());
        tag = client.ask("GET", ServedNegotiation::at("views/texts")).fields.at("etag");
    }
    constexpr int delegates = 100;
    constexpr int threads = 10;
    std::atomic<int> accepted = 0;
    {
        std::vector<std::jthread> all;
        for (int thread = 0; thread < threads; ++thread) {
            all.emplace_back([&, thread] {
                HttpClient client(served.port());
                for (int at = 0; at < delegates / threads; ++at) {
                    const std::string word = "word" + std::to_string(thread * threads + at);
                    accepted +=
                        tests::submit(client, ghana, word, {{"If-Match", tag}}).status == 200;
                }
            });
        }
    }
    CHECK(accepted == delegates);
    CHECK(served.committee().check());
}

TEST_CASE("who asks for more than is there yet waits, and is told to come again") {
    ServedNegotiation served;
    HttpClient client(served.port());
    const auto length = tests::sure(served.store().length());
    const auto ask = [&](std::uint64_t wanted) {
        return client.ask("GET", ServedNegotiation::at("views/texts"),
                          {{"Min-Length", std::to_string(wanted)}});
    };
    CHECK(ask(length).status == 200);
    const HttpAnswer missed = ask(length + 1);
    CHECK(missed.status == 503);
    CHECK(missed.fields.contains("retry-after"));
    CHECK(id_of(missed) == "request.length_not_reached");
    CHECK(tests::submit(client, ghana, "should").fields.at("record-length") ==
          std::to_string(length + 1));
    CHECK(ask(length + 1).status == 200);
}

TEST_CASE("who is not known, or may not, is told so with the right status") {
    ServedNegotiation served;
    HttpClient client(served.port());
    CHECK(tests::submit(client, {}, "should").status == 401);
    const committee::Caller officer{
        tests::person("person-chair"), committee::Capacity::officer, {}};
    CHECK(tests::submit(client, officer, "should").status == 403);
    const tests::HttpFields json_only = {{"Content-Type", "application/json"}};
    const std::string act = ServedNegotiation::at("acts/proposal.submit");
    CHECK(client.ask("POST", act, json_only, "{}").status == 401);
    CHECK(client.ask("POST", act, {{"Authorization", "Bearer nobody"}}, "{}").status == 401);
    auto fields = tests::as(ghana);
    CHECK(client.ask("POST", act, fields, "{}").status == 415);
    fields.emplace_back("Content-Type", "application/json; charset=utf-8");
    CHECK(client.ask("POST", act, fields, "{").status == 400);
    CHECK(client.ask("POST", act, fields, "[]").status == 400);
    CHECK(client.ask("POST", act, fields, R"({"text":"T1","colour":"red"})").status == 422);
    CHECK(client.ask("POST", ServedNegotiation::at("acts/no.act"), fields, "{}").status == 404);
    CHECK(client.ask("GET", act).status == 405);
    CHECK(client.ask("DELETE", ServedNegotiation::at("views/texts")).status == 405);
    const HttpAnswer options = client.ask("OPTIONS", act);
    CHECK(options.status == 204);
    CHECK(options.fields.at("allow") == "OPTIONS, POST");
    CHECK_FALSE(options.fields.contains("access-control-allow-origin"));
    CHECK(client.ask("GET", "/api/v1/committees/other/views/texts").status == 404);
}

namespace {

// The public record, over HTTP, as the check of exports reads files.
class FilesOverHttp final : public record::ExportFiles {
public:
    FilesOverHttp(HttpClient& client, std::vector<std::string> names)
        : client_(client), names_(std::move(names)) {}
    Result<std::vector<std::string>> names() override { return names_; }
    Result<std::string> read(const std::string& name) override {
        HttpAnswer answer = client_.ask("GET", "/committees/under-test/record/" + name);
        if (answer.status != 200) return committee::refuse("test.no_file", {name});
        return std::move(answer.body);
    }

private:
    HttpClient& client_;
    std::vector<std::string> names_;
};

}  // namespace

TEST_CASE("the public record that is served is the one that is exported, and it verifies") {
    storage::MemoryStore store;
    tests::SampleRecord sample(store);
    sample.fill();
    std::vector<std::string> names;
    std::map<std::string, std::string> exported;
    tests::sure(record::write_export(store, [&](const std::string& name, std::string_view bytes) {
        names.push_back(name);
        exported[name] = bytes;
        return Result<void>();
    }));
    host::PublicRecord record(store);
    CHECK(tests::sure(record.read_on(10'000)).size() == tests::sure(store.length()));
    for (const auto& [name, bytes] : exported) {
        INFO(name);
        const auto file = tests::sure(record.file(name));
        REQUIRE(file);
        CHECK(file->bytes == bytes);
    }
    for (const char* name :
         {"", "tile/", "tile/0", "tile/0/0", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/999",
          "tile/9/000", "tile/0/x000/000", "tile/0/../keys", "tile/entries/000.p/999",
          "rotations/1", "rotations/01", "bodies/ab/ab", "Checkpoint"}) {
        INFO(name);
        CHECK_FALSE(tests::sure(record.file(name)));
    }
}

TEST_CASE("what is served of the record has the right caching") {
    ServedNegotiation served;
    HttpClient client(served.port());
    const std::string at = "/committees/under-test/record/";
    const HttpAnswer tile = client.ask("GET", at + "tile/entries/000.p/2");
    CHECK(tile.status == 200);
    CHECK(tile.fields.at("cache-control").find("immutable") != std::string::npos);
    CHECK(client.ask("GET", at + "keys").fields.at("cache-control") == "no-cache");
    CHECK(client.ask("GET", at + "tile/0/000").status == 404);
    // A body is there by its hash, as something to keep and not as a page.
    const auto texts =
        boost::json::parse(client.ask("GET", ServedNegotiation::at("views/texts")).body);
    CHECK(texts.is_array());
    const std::string nothing(64, '0');
    CHECK(client.ask("GET", ServedNegotiation::at("bodies/" + nothing)).status == 404);
}

TEST_CASE("a server that is stopped finishes what runs and takes no more") {
    ServedNegotiation served;
    const std::uint16_t port = served.port();
    HttpClient idle(port);
    CHECK(idle.ask("GET", "/healthz").status == 200);
    HttpClient stream(port);
    stream.send("GET " + ServedNegotiation::at("live") + " HTTP/1.1\r\nHost: a\r\n\r\n");
    stream.read_until("retry: 2000\n\n");
    HttpClient half(port);
    half.send("GET /healthz HTTP/1.1\r\n");
    served.committee().server().server().stop(std::chrono::milliseconds(5'000));
    CHECK(idle.read_to_end().empty());
    CHECK(stream.read_to_end().empty());
    CHECK_THROWS(HttpClient(port).ask("GET", "/healthz"));
}
