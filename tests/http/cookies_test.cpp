// Cookies at the program as it is served: forged, of another server, and sent again when they are
// good no more.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "tests/http/serve_program.h"

using namespace travaux;
using boost::json::object;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServeProgram;

namespace {

constexpr auto password = "correct horse battery";
constexpr auto other_password = "battery horse correct";

HttpAnswer post(const ServeProgram& server, const std::string& path, const object& body,
                const std::string& cookie = {}) {
    return HttpClient(server.port)
        .ask("POST", "/api/v1/" + path,
             {{"Content-Type", "application/json"}, {"Cookie", "travaux=" + cookie}},
             boost::json::serialize(body));
}

void found(ServeProgram& server) {
    const std::string said = server.line();
    const auto person = [](const std::string& name) {
        return object{{"address", name + "@example.org"}, {"name", name}, {"password", password}};
    };
    REQUIRE(post(server, "found",
                 {{"secret", said.substr(said.rfind('/') + 1)},
                  {"administrator", person("admin")},
                  {"secretariat", person("secretariat")}})
                .status == 200);
}

std::string cookie_in(const HttpAnswer& answer) {
    REQUIRE(answer.status == 200);
    const std::string& set = answer.fields.at("set-cookie");
    const std::size_t from = set.find('=') + 1;
    return set.substr(from, set.find(';') - from);
}

std::string log_in(const ServeProgram& server, const char* with = password) {
    return cookie_in(
        post(server, "log_in", {{"address", "secretariat@example.org"}, {"password", with}}));
}

bool is_in(const ServeProgram& server, const std::string& cookie) {
    const HttpAnswer answer =
        HttpClient(server.port).ask("GET", "/api/v1/account", {{"Cookie", "travaux=" + cookie}});
    if (answer.status != 200) {
        CHECK(answer.status == 401);
        CHECK(answer.body.find("identity.unknown") != std::string::npos);
    }
    return answer.status == 200;
}

}  // namespace

TEST_CASE("a cookie with any bit changed, cut off or of another server lets nobody in") {
    const tests::Scratch folder;
    const tests::Scratch other_folder;
    ServeProgram server(folder);
    ServeProgram other(other_folder);
    found(server);
    found(other);
    const std::string cookie = log_in(server);
    CHECK(is_in(server, cookie));
    CHECK_FALSE(is_in(other, cookie));
    CHECK(is_in(other, log_in(other)));
    for (std::size_t at = 0; at < cookie.size(); ++at) {
        std::string flipped = cookie;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        CHECK_FALSE(is_in(server, flipped));
    }
    CHECK_FALSE(is_in(server, cookie.substr(1)));
    CHECK_FALSE(is_in(server, cookie.substr(0, cookie.size() - 1)));
    CHECK_FALSE(is_in(server, std::string(cookie.size(), '0')));
    CHECK_FALSE(is_in(server, ""));
    CHECK(is_in(server, cookie));
}

TEST_CASE("a cookie that is sent again after log-out, or after another password, lets nobody in") {
    const tests::Scratch folder;
    std::string ended;
    std::string before;
    std::string elsewhere;
    std::string after;
    {
        ServeProgram server(folder);
        found(server);
        ended = log_in(server);
        before = log_in(server);
        elsewhere = log_in(server);
        CHECK(post(server, "log_out", {}, ended).status == 200);
        CHECK_FALSE(is_in(server, ended));
        CHECK(post(server, "log_out", {}, ended).status == 401);
        CHECK(is_in(server, before));

        const object change{{"old", password}, {"fresh", other_password}};
        after = cookie_in(post(server, "password", change, before));
        CHECK_FALSE(is_in(server, before));
        CHECK_FALSE(is_in(server, elsewhere));
        CHECK(is_in(server, after));
        CHECK(post(server, "password", change, before).status == 401);
        CHECK(log_in(server, other_password) != after);
    }
    // A server that begins anew knows the same.
    const ServeProgram server(folder);
    for (const std::string& one : {ended, before, elsewhere}) CHECK_FALSE(is_in(server, one));
    CHECK(is_in(server, after));
}
