// SPDX-License-Identifier: MIT
#include "http/message.h"

#include <doctest/doctest.h>

#include "base/limits.h"
#include "http/form_data.h"
#include "http/languages.h"
#include "http/rates.h"
#include "http/representation.h"
#include "http/request_check.h"
#include "http/router.h"

using namespace travaux;
using namespace travaux::http;

namespace {

std::string id_of(const Result<void>& outcome) { return outcome ? "" : outcome.error().id; }

std::string id_of_target(std::string_view target) {
    Request request;
    return id_of(read_target(target, request));
}

std::string framing_of(std::vector<HeaderField> fields, unsigned minor = 1) {
    Request request;
    request.fields = std::move(fields);
    return id_of(check_framing(request, minor));
}

std::string site_of(std::string_view method, std::vector<HeaderField> fields) {
    Request request;
    request.method = method;
    request.fields = std::move(fields);
    return id_of(check_site(request));
}

Route route(std::string method, std::string pattern) {
    Route result;
    result.method = std::move(method);
    result.pattern = std::move(pattern);
    result.who = {{}};
    return result;
}

std::vector<std::string> parts_of(const std::string& target) {
    Request request;
    REQUIRE(read_target(target, request));
    return request.path;
}

}  // namespace

TEST_CASE("a target is taken apart and decoded once") {
    Request request;
    REQUIRE(read_target("/a/b%20c/%2525?x=1&y=%C3%A9+z&x=2&flag", request));
    CHECK(request.path == std::vector<std::string>{"a", "b c", "%25"});
    CHECK(request.parameter("x") == "1");
    CHECK(request.parameter("y") == "é z");
    CHECK(request.query.size() == 4);
    CHECK(request.parameter("absent").empty());
}

TEST_CASE("a target that leads elsewhere, or is no path, is refused") {
    for (const char* target :
         {"", "a", "*", "http://host/a", "/a/../b", "/a/%2e%2e/b", "/a/.", "/a%2fb", "/a%5Cb",
          "/a%00b", "/a%0ab", "/%", "/%4", "/%zz", "/a?x=%", "/a?x=%0d"}) {
        INFO(target);
        CHECK(id_of_target(target) == "request.target_malformed");
    }
    CHECK(id_of_target("/" + std::string(limits::target_bytes, 'a')) == "request.target_too_long");
    std::string deep;
    for (int at = 0; at < 40; ++at) deep += "/a";
    CHECK(id_of_target(deep) == "request.target_malformed");
}

TEST_CASE("a head with folded lines, bare line ends or too many fields is refused") {
    CHECK(check_head("GET / HTTP/1.1\r\nHost: a\r\n"));
    CHECK(id_of(check_head("GET / HTTP/1.1\r\nHost: a\r\n b\r\n")) == "request.head_malformed");
    CHECK(id_of(check_head("GET / HTTP/1.1\r\nHost: a\r\n\tb\r\n")) == "request.head_malformed");
    CHECK(id_of(check_head("GET / HTTP/1.1\nHost: a\r\n")) == "request.head_malformed");
    std::string many = "GET / HTTP/1.1\r\n";
    for (std::size_t at = 0; at < limits::head_fields + 2; ++at) many += "a: b\r\n";
    CHECK(id_of(check_head(many)) == "request.head_too_large");
}

TEST_CASE("a request names one host, and the length of its body in one way") {
    CHECK(framing_of({{"Host", "a"}}) == "");
    CHECK(framing_of({}) == "request.host_missing");
    CHECK(framing_of({}, 0) == "");
    CHECK(framing_of({{"Host", "a"}, {"host", "b"}}) == "request.host_twice");
    CHECK(framing_of({{"Host", "a"}, {"Content-Length", "4"}}) == "");
    CHECK(framing_of({{"Host", "a"}, {"Content-Length", "4"}, {"Content-Length", "4"}}) ==
          "request.length_twice");
    CHECK(framing_of({{"Host", "a"}, {"Content-Length", "4, 4"}}) == "request.length_twice");
    CHECK(framing_of({{"Host", "a"}, {"Content-Length", "+4"}}) == "request.length_twice");
    CHECK(framing_of({{"Host", "a"}, {"Content-Length", "4"}, {"Transfer-Encoding", "chunked"}}) ==
          "request.length_twice");
    CHECK(framing_of({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}) == "");
    CHECK(framing_of({{"Host", "a"}, {"Transfer-Encoding", "gzip, chunked"}}) ==
          "request.coding_unknown");
    CHECK(framing_of({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}, 0) ==
          "request.coding_unknown");
}

TEST_CASE("a page of another site changes nothing here") {
    const HeaderField host{"Host", "treaty.example"};
    CHECK(site_of("POST", {host}) == "");
    CHECK(site_of("POST", {host, {"Origin", "https://treaty.example"}}) == "");
    CHECK(site_of("POST", {host, {"Sec-Fetch-Site", "same-origin"}}) == "");
    CHECK(site_of("POST", {host, {"Origin", "https://evil.example"}}) == "request.cross_site");
    CHECK(site_of("POST", {host, {"Origin", "null"}}) == "request.cross_site");
    CHECK(site_of("POST", {host, {"Sec-Fetch-Site", "cross-site"}}) == "request.cross_site");
    CHECK(site_of("POST", {host, {"Sec-Fetch-Site", "same-site"}}) == "request.cross_site");
    CHECK(site_of("GET", {host, {"Sec-Fetch-Site", "cross-site"}}) == "");
}

TEST_CASE("a server answers for its own hosts") {
    Request request;
    request.fields = {{"Host", "Treaty.example"}};
    CHECK(check_host(request, {}));
    CHECK(check_host(request, {"treaty.example"}));
    CHECK(id_of(check_host(request, {"other.example"})) == "request.host_unknown");
}

TEST_CASE("routes are found by method and path, and a route for nobody does not start") {
    std::vector<Route> routes;
    routes.push_back(route("GET", "/c/{committee}/live"));
    routes.push_back(route("POST", "/c/{committee}/acts/call.open"));
    routes.push_back(route("GET", "/c/{committee}/record/{file…}"));
    auto router = Router::of(std::move(routes));
    REQUIRE(router);
    const Found live = router->find("GET", parts_of("/c/demo/live"));
    REQUIRE(live.route != nullptr);
    CHECK(live.places.at("committee") == "demo");
    CHECK(router->find("HEAD", parts_of("/c/demo/live")).route == live.route);
    const Found file = router->find("GET", parts_of("/c/demo/record/tile/0/000"));
    REQUIRE(file.route != nullptr);
    CHECK(file.places.at("file") == "tile/0/000");
    const Found other = router->find("DELETE", parts_of("/c/demo/live"));
    CHECK(other.route == nullptr);
    CHECK(other.methods == std::vector<std::string>{"GET", "HEAD"});
    for (const char* path : {"/", "/c", "/c/demo", "/c//live", "/c/demo/live/", "/c/demo/record",
                             "/c/demo/acts/call.close"}) {
        INFO(path);
        CHECK(router->find("GET", parts_of(path)).methods.empty());
    }
    std::vector<Route> for_nobody;
    for_nobody.push_back(route("GET", "/a"));
    for_nobody.back().who.clear();
    CHECK(Router::of(std::move(for_nobody)).error().id == "route.for_nobody");
    std::vector<Route> twice;
    twice.push_back(route("GET", "/a/{x}"));
    twice.push_back(route("GET", "/a/{y}"));
    CHECK(Router::of(std::move(twice)).error().id == "route.twice");
}

TEST_CASE("the best encoding that a client takes") {
    CHECK(accepted_encoding("") == Encoding::plain);
    CHECK(accepted_encoding("gzip, deflate, br") == Encoding::brotli);
    CHECK(accepted_encoding("gzip;q=0.5") == Encoding::gzip);
    CHECK(accepted_encoding("br;q=0, gzip") == Encoding::gzip);
    CHECK(accepted_encoding("br; q=0.000") == Encoding::plain);
    CHECK(accepted_encoding("identity") == Encoding::plain);
}

TEST_CASE("languages come in the order in which they are wanted") {
    using text::Language;
    CHECK(accepted_languages("fr-CH, en;q=0.8, ar;q=0.9, fr;q=0.1, xx, es;q=0") ==
          std::vector{Language::fr, Language::ar, Language::en});
    CHECK(accepted_languages("FR-ca, zh-Hans-CN;q=0.9") == std::vector{Language::fr, Language::zh});
    CHECK(accepted_languages("").empty());
    CHECK(accepted_language({}) == Language::en);
}

TEST_CASE("a tag tells how many entries were seen, whatever the encoding") {
    CHECK(entries_seen("") == Result<std::optional<std::uint64_t>>(std::nullopt));
    CHECK(entries_seen("*") == Result<std::optional<std::uint64_t>>(std::nullopt));
    CHECK(entries_seen("\"12-0f\"").value() == 12);
    CHECK(entries_seen("\"7-0f\", W/\"12-0f-br\"").value() == 12);
    for (const char* tag : {"12-0f", "\"0f\"", "\"-0f\"", "\"x-0f\"", "\"12\""}) {
        INFO(tag);
        CHECK(entries_seen(tag).error().id == "request.tag_malformed");
    }
}

TEST_CASE("what a client has already is not sent again, though the record has grown") {
    Representation first = represent("words", "text/plain", Kept::yes, {});
    first.entries = 3;
    Request request;
    const Response sent = answer_with(request, first, Sharing::everybody);
    CHECK(sent.status == 200);
    request.fields = {{"If-None-Match", sent.fields.front().second}};
    Representation later = first;
    later.entries = 9;
    const Response kept = answer_with(request, later, Sharing::by_rights);
    CHECK(kept.status == 304);
    CHECK(kept.fields.front().second.starts_with("\"9-"));
    later = represent("other words", "text/plain", Kept::yes, {});
    CHECK(answer_with(request, later, Sharing::by_rights).status == 200);
}

TEST_CASE("an account may ask so often and no more, and others are not held up by it") {
    Rates rates(1, 2);
    const Rates::Time begin{};
    CHECK(rates.may_ask("a", begin));
    CHECK(rates.may_ask("a", begin));
    CHECK_FALSE(rates.may_ask("a", begin));
    CHECK(rates.may_ask("b", begin));
    CHECK(rates.may_ask("a", begin + std::chrono::seconds(1)));
    CHECK_FALSE(rates.may_ask("a", begin + std::chrono::seconds(1)));
}

TEST_CASE("texts of a form may run over lines and be many, those of an address may not") {
    Request form;
    REQUIRE(read_form_fields("reason=one%0D%0Atwo&back=%2F", form));
    CHECK(form.parameter("reason") == "one\r\ntwo");
    CHECK(form.parameter("back") == "/");
    Request query;
    CHECK(!read_query("reason=one%0D%0Atwo", query));
    CHECK(!read_form_fields("reason=one%00two", form));
    std::string many = "a=1";
    for (int at = 0; at < 500; ++at) many += "&a=1";
    CHECK(read_form_fields(many, form));
    CHECK(!read_query(many, query));
}
