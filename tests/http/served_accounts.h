// Accounts that a server serves, for tests: a server in this process with one committee.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <memory>
#include <string>

#include "crypto/random.h"
#include "host/kept_committee.h"
#include "http/account_service.h"
#include "http/server.h"
#include "record/signed_note.h"
#include "storage/memory.h"
#include "tests/access/server_accounts.h"
#include "tests/http/http_client.h"

namespace travaux::tests {

inline constexpr std::int64_t now_ms = 1'700'000'000'000;
/// A server with one committee and no accounts yet.
class AccountsServed {
public:
    explicit AccountsServed(http::CookieKind cookie = http::CookieKind::secure)
        : link_(*sure(accounts_.first_link("treaty", now_ms))) {
        account_service_.cookie = cookie;
        account_service_.outbox = &outbox_;
        const auto key = record::SigningKey{"example.org/treaty", crypto::random_bytes()};
        sure(host::KeptCommittee::open_record(store_, now_ms, record::verifier_of(key)));
        committee_ =
            sure(host::KeptCommittee::open(store_, [] { return now_ms; }, crypto::random_bytes));
        served_ = sure(http::ServedCommittee::open({"treaty", store_, *committee_, {}, nullptr}));
        service_.committees.push_back(served_.get());
        server_ = sure(http::Server::start(
            {}, service_,
            http::all_routes(service_, http::all_account_routes(service_, account_service_)),
            log_));
    }

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
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

    HttpAnswer ask(const std::string& method, const std::string& path,
                   const HttpFields& fields = {}) {
        return client().ask(method, path, fields);
    }

    /// Makes the first two accounts.
    void found() {
        const auto person = [](const char* name) {
            const auto said = account_of(name);
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
    access::Outbox& outbox() { return outbox_; }

private:
    HttpClient& client() {
        client_ = std::make_unique<HttpClient>(server_->port());
        return *client_;
    }

    storage::MemoryRowStore rows_;
    access::Accounts accounts_{rows_, crypto::random_bytes, little_cost};
    access::Outbox outbox_{rows_};
    std::string link_;
    storage::MemoryStore store_;
    std::unique_ptr<host::KeptCommittee> committee_;
    std::unique_ptr<http::ServedCommittee> served_;
    http::AccountService account_service_{accounts_, [] { return now_ms; },
                                          http::CookieKind::secure, "treaty.example.org"};
    http::AccountIdentities identities_{account_service_};
    http::Metrics metrics_;
    http::Rates rates_{1e9, 1e9};
    http::Service service_{{}, identities_, "test", metrics_, rates_};
    http::Log log_{nullptr};
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<HttpClient> client_;
};

}  // namespace travaux::tests
