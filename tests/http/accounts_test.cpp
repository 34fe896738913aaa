// Accounts over HTTP, from outside: the first link, log-in, invitations, acts in one's part, and
// what a cookie that is forged or comes from elsewhere brings.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/served_accounts.h"

using namespace travaux;
using tests::AccountsServed;
using tests::any_password;
using tests::HttpAnswer;
using tests::HttpFields;
using tests::now_ms;

namespace {

boost::json::value json_of(const HttpAnswer& answer) { return boost::json::parse(answer.body); }

std::string id_of(const HttpAnswer& answer) {
    return std::string(json_of(answer).at("id").as_string());
}

const boost::json::object mandate{{"resolution", "A/RES/74/247"},
                                  {"adopted_on", "2019-12-27"},
                                  {"title", "Committee"},
                                  {"purpose", "To elaborate"},
                                  {"parent_organ", "General Assembly"}};
constexpr auto found_act = "committees/treaty/acts/committee.found";

}  // namespace

TEST_CASE(
    "from the first link to an act: the Secretariat acts, an administrator and the public not") {
    AccountsServed served;
    served.found();
    CHECK(served.post("found", {{"secret", served.link()}}).status == 422);
    CHECK(served.post(found_act, mandate).status == 401);
    const HttpAnswer by_admin = served.post(found_act, mandate, served.in("admin"));
    CHECK(by_admin.status == 403);
    CHECK(id_of(by_admin) == "rights.capacity");
    CHECK(served.post(found_act, mandate, served.in("secretariat")).status == 200);
}

TEST_CASE("a log-in is a cookie that scripts do not read and other sites do not send") {
    AccountsServed served;
    served.found();
    const auto answer =
        served.post("log_in", {{"address", "admin@example.org"}, {"password", any_password}});
    const std::string& set = answer.fields.at("set-cookie");
    CHECK(set.starts_with("__Host-travaux="));
    for (const char* wanted : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"}) {
        CHECK(set.find(wanted) != std::string::npos);
    }
    CHECK(set.find("Domain") == std::string::npos);
    CHECK(answer.fields.at("cache-control") == "no-store");
    const HttpFields cookie = {{"Cookie", AccountsServed::cookie_in(answer)}};
    CHECK(served.ask("GET", "/api/v1/account", cookie).status == 200);
    CHECK(json_of(served.ask("GET", "/api/v1/log_ins", cookie)).as_array().size() == 1);

    HttpFields elsewhere = cookie;
    elsewhere.emplace_back("Origin", "https://elsewhere.example");
    CHECK(id_of(served.post("log_out", {}, elsewhere)) == "request.cross_site");
    const HttpAnswer out = served.post("log_out", {}, cookie);
    CHECK(out.fields.at("set-cookie").find("Max-Age=0") != std::string::npos);
    CHECK(served.ask("GET", "/api/v1/account", cookie).status == 401);
    CHECK(served.ask("GET", "/api/v1/committees/treaty/views/texts", cookie).status == 401);
}

TEST_CASE("forged, swapped and empty credentials let nobody in") {
    AccountsServed served;
    served.found();
    const HttpFields cookie = served.in("secretariat");
    const std::string secret = cookie.front().second.substr(std::string("__Host-travaux=").size());
    const auto refused = [&](const HttpFields& fields) {
        const HttpAnswer answer = served.ask("GET", "/api/v1/account", fields);
        return answer.status == 401 && id_of(answer) == "identity.unknown";
    };
    CHECK(refused({}));
    CHECK(refused({{"Cookie", "__Host-travaux="}}));
    CHECK(refused({{"Cookie", "travaux=" + secret}}));
    CHECK(refused({{"Cookie", "x__Host-travaux=" + secret}}));
    CHECK(refused({{"Cookie", "__Host-travaux=" + secret + "0"}}));
    CHECK(refused({{"Authorization", "Bearer " + secret}}));
    CHECK(refused({{"Authorization", "Basic " + secret}}));
    CHECK(refused({{"Authorization", "Bearer "}, cookie.front()}));
    CHECK_FALSE(refused({{"Cookie", "a=b; __Host-travaux=" + secret + "; c=d"}}));

    const auto made = json_of(
        served.post("tokens", {{"name", "script"}, {"until_ms", now_ms + 1'000'000}}, cookie));
    const std::string token(made.at("secret").as_string());
    CHECK(refused({{"Cookie", "__Host-travaux=" + token}}));
    const HttpFields script = {{"Authorization", "Bearer " + token}};
    CHECK_FALSE(refused(script));
    CHECK(served.post(found_act, mandate, script).status == 200);
    CHECK(id_of(served.post("tokens", {{"name", "x"}, {"until_ms", now_ms + 1}}, script)) ==
          "account.by_token");
    const std::string id(made.at("id").as_string());
    CHECK(served.ask("DELETE", "/api/v1/tokens/" + id, cookie).status == 200);
    CHECK(refused(script));
}

TEST_CASE("unknown accounts and wrong passwords are answered alike, and busy times with 503") {
    AccountsServed served;
    served.found();
    const auto known =
        served.post("log_in", {{"address", "admin@example.org"}, {"password", "not the password"}});
    const auto unknown =
        served.post("log_in", {{"address", "nobody@example.org"}, {"password", any_password}});
    CHECK(known.status == 403);
    CHECK(known.status == unknown.status);
    CHECK(known.body == unknown.body);
    CHECK_FALSE(known.fields.contains("set-cookie"));

    for (int i = 0; i < http::AccountService::log_ins_at_once; ++i) {
        served.account_service().log_ins.acquire();
    }
    const auto busy =
        served.post("log_in", {{"address", "admin@example.org"}, {"password", any_password}});
    CHECK(busy.status == 503);
    CHECK(busy.fields.contains("retry-after"));
    served.account_service().log_ins.release(http::AccountService::log_ins_at_once);
    served.in("admin");
}

TEST_CASE("the pages open a link, log in and end a log-in without any script") {
    AccountsServed served;
    const std::string path = "/accept/" + served.link();
    const HttpAnswer first = served.ask("GET", path);
    CHECK(first.status == 200);
    CHECK(first.body.find("<label for=\"administrator_address\">") != std::string::npos);
    CHECK(first.body.find("Secretariat, treaty") != std::string::npos);
    CHECK(first.fields.at("content-security-policy").find("form-action 'self'") !=
          std::string::npos);
    const HttpAnswer wrong =
        served.send_form(path,
                         "administrator_name=%3Cb%3E&administrator_address=admin%40example.org&"
                         "administrator_password=short&secretariat_name=s&"
                         "secretariat_address=s%40example.org&secretariat_password=short");
    CHECK(wrong.status == 422);
    CHECK(wrong.body.find("role=\"alert\"") != std::string::npos);
    CHECK(wrong.body.find("value=\"&lt;b&gt;\"") != std::string::npos);
    CHECK(wrong.body.find("short\"") == std::string::npos);
    const HttpAnswer made = served.send_form(
        path,
        "administrator_name=A&administrator_address=admin%40example.org&"
        "administrator_password=correct+horse+battery&secretariat_name=S&"
        "secretariat_address=s%40example.org&secretariat_password=correct+horse+battery");
    CHECK(made.status == 303);
    CHECK(made.fields.at("location") == "/account");
    CHECK(served.ask("GET", path).status == 404);
    const HttpFields cookie = {{"Cookie", AccountsServed::cookie_in(made)}};
    const HttpAnswer account = served.ask("GET", "/account", cookie);
    CHECK(account.body.find("<h1>S</h1>") != std::string::npos);
    const std::size_t at = account.body.find("/end_log_in/");
    REQUIRE(at != std::string::npos);
    const std::string end = account.body.substr(at, account.body.find('"', at) - at);
    CHECK(served.send_form(end, "", cookie).status == 303);
    CHECK(served.ask("GET", "/account", cookie).fields.at("location") == "/log_in");

    CHECK(served.ask("GET", "/log_in").body.find("current-password") != std::string::npos);
    CHECK(served.send_form("/log_in", "address=admin%40example.org&password=wrong").status == 403);
    CHECK(served.send_form("/log_in", "address=admin%40example.org&password=correct+horse+battery")
              .status == 303);
}

TEST_CASE("an invitation leads a head of delegation to the part, and back out of it") {
    AccountsServed served;
    served.found();
    const HttpFields secretariat = served.in("secretariat");
    const auto link = json_of(served.post(
        "invitations", {{"committee", "treaty"}, {"capacity", "head"}, {"delegation", "GHA"}},
        secretariat));
    const std::string actor(link.at("actor").as_string());
    const std::string path = "/accept/" + std::string(link.at("secret").as_string());
    CHECK(served.ask("GET", path).body.find("head of delegation (GHA), treaty") !=
          std::string::npos);
    const HttpAnswer accepted = served.send_form(
        path, "name=Akosua&address=akosua%40example.org&password=correct+horse+battery");
    CHECK(accepted.status == 303);
    const HttpFields head = {{"Cookie", AccountsServed::cookie_in(accepted)}};
    const auto own = json_of(served.ask("GET", "/api/v1/account", head));
    CHECK(own.at("roles").at(0).at("actor").as_string() == actor);
    CHECK_FALSE(own.as_object().contains("password"));
    CHECK(id_of(served.post("invitations", {{"committee", "treaty"}, {"capacity", "officer"}},
                            head)) == "account.not_open");
    HttpFields as_nobody = head;
    as_nobody.emplace_back("Acting-As", std::string(32, '0'));
    CHECK(id_of(served.ask("GET", "/api/v1/committees/treaty/views/texts", as_nobody)) ==
          "account.no_such_role");

    const auto people = json_of(served.ask("GET", "/api/v1/committees/treaty/people", secretariat));
    CHECK(people.as_array().size() == 2);
    CHECK(served.ask("GET", "/api/v1/committees/other/people", secretariat).status == 403);
    const std::string account(own.at("id").as_string());
    CHECK(served.ask("DELETE", "/api/v1/accounts/" + account + "/roles/" + actor, secretariat)
              .status == 200);
    CHECK(served.ask("DELETE", "/api/v1/accounts/" + account, secretariat).status == 403);
    CHECK(served.ask("DELETE", "/api/v1/accounts/" + account, served.in("admin")).status == 200);
    CHECK(served.ask("GET", "/api/v1/account", head).status == 401);
}
