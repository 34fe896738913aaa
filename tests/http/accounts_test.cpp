// Accounts over HTTP, from outside: the first link, log-in, invitations, acts in one's part, and
// what a cookie that is forged or comes from elsewhere brings.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <memory>

#include "cli/messages.h"
#include "crypto/random.h"
#include "host/kept_committee.h"
#include "http/account_service.h"
#include "http/server.h"
#include "record/signed_note.h"
#include "storage/memory.h"
#include "tests/access/server_accounts.h"
#include "tests/http/http_client.h"

using namespace travaux;
using tests::any_password;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::HttpFields;
using tests::sure;

namespace {

constexpr std::int64_t now_ms = 1'700'000'000'000;
constexpr double often = 1e9;

// A server with one committee and no accounts yet.
class AccountsServed {
public:
    AccountsServed() : link_(*sure(accounts_.first_link("treaty", now_ms))) {
        const auto key = record::SigningKey{"example.org/treaty", crypto::random_bytes()};
        sure(host::KeptCommittee::open_record(store_, now_ms, record::verifier_of(key)));
        committee_ =
            sure(host::KeptCommittee::open(store_, [] { return now_ms; }, crypto::random_bytes));
        served_ = sure(http::ServedCommittee::open({"treaty", store_, *committee_, {}, nullptr}));
        service_.committees.push_back(served_.get());
        auto routes = http::account_routes(service_, account_service_);
        std::ranges::move(http::account_pages(service_, account_service_),
                          std::back_inserter(routes));
        server_ = sure(
            http::Server::start({}, service_, http::all_routes(service_, std::move(routes)), log_));
    }

    [[nodiscard]] const std::string& link() const { return link_; }

    HttpAnswer post(const std::string& path, const boost::json::value& body,
                    HttpFields fields = {}) {
        fields.emplace_back("Content-Type", "application/json");
        return client().ask("POST", "/api/v1/" + path, fields, boost::json::serialize(body));
    }

    HttpAnswer send_form(const std::string& path, const std::string& body, HttpFields fields = {}) {
        fields.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        return client().ask("POST", path, fields, body);
    }

    HttpAnswer ask(const std::string& method, const std::string& path, HttpFields fields = {}) {
        return client().ask(method, path, fields);
    }

    /// Makes the first two accounts.
    void found() {
        const auto person = [](const char* name) {
            const auto said = tests::account_of(name);
            return boost::json::object{
                {"address", said.address}, {"name", said.name}, {"password", said.password}};
        };
        const auto answer = post("found", {{"secret", link_},
                                           {"administrator", person("admin")},
                                           {"secretariat", person("secretariat")}});
        REQUIRE(answer.status == 200);
    }

    /// Logs somebody in and returns their cookie.
    HttpFields in(const std::string& name) {
        const auto answer =
            post("log_in", {{"address", name + "@example.org"}, {"password", any_password}});
        REQUIRE(answer.status == 200);
        return {{"Cookie", cookie_in(answer)}};
    }

    static std::string cookie_in(const HttpAnswer& answer) {
        const std::string& set = answer.fields.at("set-cookie");
        return set.substr(0, set.find(';'));
    }

    http::AccountService& account_service() { return account_service_; }

private:
    HttpClient& client() {
        client_ = std::make_unique<HttpClient>(server_->port());
        return *client_;
    }

    storage::MemoryRowStore rows_;
    access::Accounts accounts_{rows_, crypto::random_bytes, tests::little_cost};
    std::string link_;
    storage::MemoryStore store_;
    std::unique_ptr<host::KeptCommittee> committee_;
    std::unique_ptr<http::ServedCommittee> served_;
    http::AccountService account_service_{accounts_, [] { return now_ms; },
                                          http::CookieKind::secure, "treaty.example.org"};
    http::AccountIdentities identities_{account_service_};
    http::Metrics metrics_;
    http::Rates rates_{often, often};
    http::Service service_{{}, identities_, cli::sentence_of, "test", metrics_, rates_};
    http::Log log_{nullptr};
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<HttpClient> client_;
};

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
    CHECK(first.body.find("secretariat, treaty") != std::string::npos);
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
    CHECK(served.ask("GET", path).body.find("head of GHA, treaty") != std::string::npos);
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
