// Identities of providers at accounts: what they open, that none is ever another's, and that nobody
// is locked out. Trips to a provider and back.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "access/accounts.h"
#include "base/account_limits.h"
#include "base/base64.h"
#include "tests/access/server_accounts.h"

using namespace travaux;
using namespace travaux::access;
using tests::account_of;
using tests::any_password;
using tests::refusal;
using tests::ServerAccounts;
using tests::sure;
using tests::usual_part;

namespace {

const std::string issuer = "https://login.example.org";
const OpenIdentity akosua{issuer, "akosua"};

// Somebody new, who takes an invitation as whoever a provider knows, and is in.
Asker taken(ServerAccounts& server, const std::string& name, const OpenIdentity& identity) {
    const auto link =
        sure(server.accounts.invite(server.in("secretariat"), usual_part(Capacity::delegate)));
    const auto secret = sure(
        server.accounts.accept_by_identity(link.secret, account_of(name), identity, server.now_ms));
    return sure(server.accounts.who(Credential::log_in, secret, server.now_ms));
}

std::string refused_log_in(ServerAccounts& server, const OpenIdentity& identity) {
    return refusal(server.accounts.log_in_by_identity(identity, server.now_ms));
}

std::vector<std::string> audited(ServerAccounts& server) {
    std::vector<std::string> operations;
    for (const auto& [id, one] : sure(server.accounts.audit(server.in("admin"), ""))) {
        operations.push_back(one.operation);
    }
    return operations;
}

}  // namespace

TEST_CASE("an identity logs in once it is linked, and no more once the link is taken away") {
    ServerAccounts server;
    CHECK(refused_log_in(server, akosua) == "openid.account_needed");
    const Asker secretariat = server.in("secretariat");
    const auto id = sure(server.accounts.link_identity(secretariat, akosua));
    const auto secret = sure(server.accounts.log_in_by_identity(akosua, server.now_ms));
    const auto in = sure(server.accounts.who(Credential::log_in, secret, server.now_ms));
    CHECK(in.account == secretariat.account);
    const auto log_ins = sure(server.accounts.log_ins(in));
    CHECK(std::ranges::any_of(log_ins, [](const auto& one) { return one.second.by == "openid"; }));

    const auto all = sure(server.accounts.identities(in));
    REQUIRE(all.size() == 1);
    CHECK(all[0].first == id);
    CHECK(all[0].second.issuer == issuer);
    CHECK(refusal(server.accounts.end_identity(server.in("admin"), id)) == "openid.unknown");
    sure(server.accounts.end_identity(in, id));
    CHECK(refused_log_in(server, akosua) == "openid.account_needed");
    CHECK(refusal(server.accounts.end_identity(in, id)) == "openid.unknown");
    const auto operations = audited(server);
    CHECK(std::ranges::count(operations, "link_identity") == 1);
    CHECK(std::ranges::count(operations, "end_identity") == 1);
}

TEST_CASE("an identity is an issuer and a subject, byte for byte, and one account's alone") {
    ServerAccounts server;
    sure(server.accounts.link_identity(server.in("secretariat"), akosua));
    CHECK(refusal(server.accounts.link_identity(server.in("admin"), akosua)) ==
          "openid.identity_taken");
    CHECK(refusal(server.accounts.link_identity(server.in("secretariat"), akosua)) ==
          "openid.identity_taken");
    for (const OpenIdentity& other :
         {OpenIdentity{issuer, "Akosua"}, OpenIdentity{issuer, "akosua "},
          OpenIdentity{issuer + "/", "akosua"}, OpenIdentity{issuer, ""},
          OpenIdentity{"https://other.example.org", "akosua"},
          OpenIdentity{"", issuer + "\nakosua"}, OpenIdentity{issuer, "secretariat@example.org"}}) {
        CHECK(refused_log_in(server, other) == "openid.account_needed");
    }
    std::size_t count = 1;
    for (; count < limits::identities_of_account; ++count) {
        sure(server.accounts.link_identity(server.in("secretariat"),
                                           {issuer, std::to_string(count)}));
    }
    CHECK(refusal(server.accounts.link_identity(server.in("secretariat"), {issuer, "more"})) ==
          "openid.too_many");
}

TEST_CASE(
    "an invitation makes an account that only the identity opens, or adds to the one it has") {
    ServerAccounts server;
    const Asker one = taken(server, "akosua", akosua);
    CHECK(sure(server.accounts.own(one)).roles.size() == 1);
    CHECK(refusal(server.accounts.log_in("akosua@example.org", "", server.now_ms)) ==
          "log_in.wrong");
    CHECK(refusal(server.accounts.log_in("akosua@example.org", any_password, server.now_ms)) ==
          "log_in.wrong");
    const Asker again = taken(server, "another", akosua);
    CHECK(again.account == one.account);
    CHECK(sure(server.accounts.own(one)).roles.size() == 2);
    CHECK(sure(server.accounts.own(one)).name == "akosua");
}

TEST_CASE("an address never leads to an account: an invitation by an identity needs a free one") {
    ServerAccounts server;
    const auto link =
        sure(server.accounts.invite(server.in("secretariat"), usual_part(Capacity::delegate)));
    for (int i = 0; i < limits::link_refusals; ++i) {
        CHECK(refusal(server.accounts.accept_by_identity(link.secret, account_of("secretariat"),
                                                         akosua, server.now_ms)) ==
              "account.address_taken");
    }
    // A link is no way to find out who has an account.
    CHECK(refusal(server.accounts.accept_by_identity(link.secret, account_of("akosua"), akosua,
                                                     server.now_ms)) == "link.unknown");
    CHECK(refused_log_in(server, akosua) == "openid.account_needed");
    CHECK(refusal(server.accounts.accept_by_identity("no link", account_of("akosua"), akosua,
                                                     server.now_ms)) == "link.unknown");
}

TEST_CASE("the last way into an account cannot be taken away") {
    tests::ServerAccounts memory;
    Accounts accounts(memory.store, tests::chance_of(99), tests::little_cost, {issuer});
    const Asker one = taken(memory, "akosua", akosua);
    const auto first = sure(accounts.identities(one)).at(0).first;
    CHECK(refusal(accounts.end_identity(one, first)) == "account.last_way_in");
    CHECK(refused_log_in(memory, akosua).empty());
    // A provider that the server does not have lets nobody in.
    const auto elsewhere = sure(accounts.link_identity(one, {"https://gone.example", "akosua"}));
    CHECK(refusal(accounts.end_identity(one, first)) == "account.last_way_in");
    const auto second = sure(accounts.link_identity(one, {issuer, "akosua at home"}));
    sure(accounts.end_identity(one, first));
    CHECK(refusal(accounts.end_identity(one, second)) == "account.last_way_in");
    sure(accounts.end_identity(one, elsewhere));

    const auto link = sure(accounts.recover(memory.in("admin"), one.account));
    sure(accounts.accept_recovery(link.secret, any_password, memory.now_ms));
    // With a recovery all that was open ends: somebody else may have linked what is theirs.
    CHECK(refused_log_in(memory, {issuer, "akosua at home"}) == "openid.account_needed");
    const Asker in = memory.in("akosua");
    sure(accounts.end_identity(in, sure(accounts.link_identity(in, akosua))));
}

TEST_CASE("tokens of scripts neither link nor end an identity, and see which there are") {
    ServerAccounts server;
    const Asker in = server.in("secretariat");
    const auto id = sure(server.accounts.link_identity(in, akosua));
    const auto token = sure(server.accounts.make_token(in, "script", server.now_ms + 1000));
    const Asker script = sure(server.accounts.who(Credential::token, token.secret, server.now_ms));
    CHECK(refusal(server.accounts.link_identity(script, {issuer, "x"})) == "account.by_token");
    CHECK(refusal(server.accounts.end_identity(script, id)) == "account.by_token");
    CHECK(sure(server.accounts.identities(script)).size() == 1);
}

TEST_CASE("who is erased is known by no identity, and the store tells nothing of a subject") {
    ServerAccounts server;
    const Asker one = taken(server, "akosua", {issuer, "subject-of-akosua"});
    for (const auto& row : sure(server.store.rows({"identity", one.account, "", 100}))) {
        CHECK(row.value.find("subject-of-akosua") == std::string::npos);
        CHECK(row.key.find("subject-of-akosua") == std::string::npos);
    }
    sure(server.accounts.erase_person(one, one.account));
    CHECK(refused_log_in(server, {issuer, "subject-of-akosua"}) == "openid.account_needed");
    CHECK(sure(server.store.rows({"identity", one.account, "", 100})).empty());
}

TEST_CASE("a trip ends once, in time, where it began and with the state that it began with") {
    ServerAccounts server;
    const auto begin = [&] {
        Trip trip;
        trip.provider = "un";
        return sure(server.accounts.begin_trip(trip, server.now_ms));
    };
    const auto refused = [&](const std::string& sealed, const std::string& state,
                             std::int64_t time_ms) {
        return refusal(server.accounts.end_trip(sealed, state, time_ms)) == "openid.not_begun";
    };
    const BegunTrip one = begin();
    const BegunTrip other = begin();
    const std::set<std::string> all{one.state,   one.nonce,   one.verifier,
                                    other.state, other.nonce, other.verifier};
    CHECK(all.size() == 6);
    CHECK(one.verifier.size() == 43);  // RFC 7636: the least
    CHECK(one.sealed.find(one.state) == std::string::npos);
    CHECK(one.sealed.find(one.verifier) == std::string::npos);

    const std::int64_t now = server.now_ms;
    CHECK(refused(one.sealed, other.state, now));
    CHECK(refused(one.sealed, "", now));
    CHECK(refused("", one.state, now));
    CHECK(refused(one.sealed, one.state, now - 1));
    CHECK(refused(one.sealed, one.state, now + 600'000));
    for (std::size_t at = 0; at < one.sealed.size(); at += 5) {
        std::string changed = one.sealed;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        CHECK(refused(changed, one.state, now));
        CHECK(refused(one.sealed.substr(0, at), one.state, now));
    }
    ServerAccounts elsewhere;
    CHECK(refusal(elsewhere.accounts.end_trip(one.sealed, one.state, now)) == "openid.not_begun");

    const EndedTrip ended = sure(server.accounts.end_trip(one.sealed, one.state, now + 599'999));
    CHECK(ended.trip.provider == "un");
    CHECK(ended.trip.errand == Errand::log_in);
    CHECK(ended.nonce == one.nonce);
    CHECK(ended.verifier == one.verifier);
    CHECK(refused(one.sealed, one.state, now));
    sure(server.accounts.end_trip(other.sealed, other.state, now));
}

TEST_CASE("a trip for an invitation begins only where it can end well") {
    ServerAccounts server;
    const auto link =
        sure(server.accounts.invite(server.in("secretariat"), usual_part(Capacity::delegate)));
    const auto recovery =
        sure(server.accounts.recover(server.in("admin"), server.in("secretariat").account));
    const auto outcome = [&](const std::string& secret, const std::string& address,
                             const std::string& name) {
        Trip trip;
        trip.errand = Errand::accept;
        trip.provider = "un";
        trip.secret = secret;
        trip.address = address;
        trip.name = name;
        return refusal(server.accounts.begin_trip(trip, server.now_ms));
    };
    CHECK(outcome(link.secret, "a@example.org", "Akosua").empty());
    CHECK(outcome(link.secret, "a@example.org", std::string(200, '"')).empty());
    CHECK(outcome(link.secret, "a@example.org", "") == "account.name_malformed");
    CHECK(outcome(link.secret, "nowhere", "Akosua") == "account.address_malformed");
    CHECK(outcome("no link", "a@example.org", "Akosua") == "link.unknown");
    CHECK(outcome(recovery.secret, "a@example.org", "Akosua") == "link.unknown");
}
