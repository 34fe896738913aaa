// Two servers on one PostgreSQL database, and a real server of mail: each message once.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/access/server_accounts.h"
#include "tests/http/served_process.h"
#include "tests/mail/smtp_server.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpFields;
using tests::ServedProcess;
using tests::SmtpServer;

namespace {

const HttpFields json = {{"Content-Type", "application/json"}};

void wait_for(const SmtpServer& server, std::size_t count) {
    for (int i = 0; i < 3000 && server.count() < count; ++i) ::usleep(20'000);
    REQUIRE(server.count() >= count);
}

std::string text_at(const HttpAnswer& answer, const char* key) {
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return std::string(boost::json::parse(answer.body).at(key).as_string());
}

std::string session(const std::string& title) {
    return R"({"title": ")" + title +
           R"(", "kind": "negotiating", "words": "in April", "standing": "tentative"})";
}

}  // namespace

TEST_CASE("two servers on one database send each message once, an invitation and notices") {
    if (!tests::has_postgres("two servers send each message once") ||
        !tests::has_smtp_server("two servers send each message once")) {
        return;
    }
    const tests::Scratch scratch;
    const std::string record = tests::shared_postgres().fresh_database();
    const std::string accounts = tests::shared_postgres().fresh_database();
    const SmtpServer mail;
    const std::vector<std::string> options = {"--accounts",    accounts,
                                              "--mail-server", mail.address(),
                                              "--mail-from",   "Desk <desk@treaty.example.org>"};
    ServedProcess one(record, (scratch / "one").string(), options);
    one.found();
    ServedProcess other(record, (scratch / "other").string(), options);
    other.log_in();
    REQUIRE(one.act("committee.found",
                    R"({"resolution": "A/RES/74/247", "adopted_on": "2019-12-27",
                        "title": "Committee", "purpose": "To elaborate",
                        "parent_organ": "General Assembly"})")
                .status == 200);
    const auto link = other.ask("POST", "/api/v1/invitations", json,
                                R"({"committee": "c", "capacity": "translator", "language": "fr",
                                    "address": "ama@example.org"})");
    wait_for(mail, 1);
    CHECK(tests::head(mail.message(1), "x-taken-for") == "ama@example.org");
    CHECK(tests::words(mail.message(1), 0).find("/accept/" + text_at(link, "secret")) !=
          std::string::npos);
    const std::string person =
        R"({"address": "ama@example.org", "name": "Ama", "password": "one long password"})";
    REQUIRE(one.ask("POST", "/api/v1/accept", json,
                    R"({"secret": ")" + text_at(link, "secret") + R"(", "person": )" + person + "}")
                .status == 200);
    const auto in = one.ask("POST", "/api/v1/log_in", json,
                            R"({"address": "ama@example.org", "password": "one long password"})");
    const std::string& set = in.fields.at("set-cookie");
    HttpFields as_ama = json;
    as_ama.emplace_back("Cookie", set.substr(0, set.find(';')));
    // The secretariat's own cookie would come after it and lose.
    REQUIRE(tests::HttpClient(one.port())
                .ask("POST", "/api/v1/notices", as_ama, R"({"frequency": "at_once"})")
                .status == 200);
    constexpr std::size_t sessions = 8;
    for (std::size_t i = 1; i <= sessions; ++i) {
        const ServedProcess& by = i % 2 == 0 ? one : other;
        REQUIRE(by.act("session.plan", session("Session " + std::to_string(i))).status == 200);
    }
    wait_for(mail, 1 + sessions);
    REQUIRE(one.act("session.plan", session("The last one")).status == 200);
    wait_for(mail, 2 + sessions);
    CHECK(mail.count() == 2 + sessions);
    std::map<std::string, int> names;
    for (std::size_t i = 1; i <= mail.count(); ++i) {
        ++names[tests::head(mail.message(i), "message-id")];
    }
    CHECK(names.size() == mail.count());
}
