// Accounts from the first start on: links, log-in, what it lasts, and what ends it.
// SPDX-License-Identifier: MIT
#include "access/accounts.h"

#include <doctest/doctest.h>

#include "base/account_limits.h"
#include "tests/access/server_accounts.h"

using namespace travaux;
using namespace travaux::access;
using tests::account_of;
using tests::any_password;
using tests::part;
using tests::refusal;
using tests::ServerAccounts;
using tests::sure;
using tests::usual_part;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr auto other_password = "quite another password";

std::string all_rows(storage::RowStore& store) {
    std::string all;
    for (const char* kind : {"account", "address", "actor", "log_in", "token", "link", "tries",
                             "administrators", "audit", "first_link"}) {
        for (const char* owner : {"", tests::committee_name}) {
            for (const auto& row : sure(store.rows({kind, owner, "", 1000}))) {
                all += row.key + row.owner + row.value + "\n";
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("the first start gives one link that makes two accounts, once") {
    storage::MemoryRowStore store;
    Accounts accounts(store, tests::chance_of(1), tests::little_cost);
    const auto old = sure(accounts.first_link("c", 0));
    const auto link = sure(accounts.first_link("c", 0));
    REQUIRE(old);
    REQUIRE(link);
    const FirstAccounts first{account_of("admin"), account_of("secretariat")};
    CHECK(refusal(accounts.found(*old, first, 0)) == "link.unknown");
    CHECK(refusal(accounts.found("nonsense", first, 0)) == "link.unknown");
    CHECK(refusal(accounts.found(*link, {account_of("one"), account_of("ONE")}, 0)) ==
          "account.address_taken");
    CHECK(refusal(accounts.found(*link, first, 15 * day_ms)) == "link.unknown");
    CHECK(refusal(accounts.accept(*link, account_of("guest"), 0)) == "link.unknown");
    sure(accounts.found(*link, first, 0));
    CHECK(refusal(accounts.found(*link, first, 0)) == "link.unknown");
    CHECK(sure(accounts.first_link("c", 0)) == std::nullopt);

    const auto caller_of = [&](const char* name) {
        const auto secret = sure(accounts.log_in(account_of(name).address, any_password, 0));
        return sure(accounts.caller(sure(accounts.who(Credential::log_in, secret, 0)), "c"));
    };
    CHECK(caller_of("admin").capacity == Capacity::administrator);
    CHECK(caller_of("secretariat").capacity == Capacity::secretariat);
    CHECK_FALSE(caller_of("secretariat").actor.is_none());
}

TEST_CASE("an invitation opens one part, once, in its time, and is gone when it is closed") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const Asker secretariat = server.in("secretariat");
    const Part head = usual_part(Capacity::head);
    const GivenLink link = sure(accounts.invite(secretariat, head));
    CHECK(sure(accounts.link(link.secret, server.now_ms)).part == head);
    CHECK(sure(accounts.links(secretariat, tests::committee_name)).size() == 1);
    CHECK(refusal(accounts.link(link.id, server.now_ms)) == "link.unknown");
    CHECK(refusal(accounts.link(link.secret, server.now_ms + 14 * day_ms)) == "link.unknown");
    sure(accounts.accept(link.secret, account_of("head"), server.now_ms));
    CHECK(refusal(accounts.accept(link.secret, account_of("thief"), server.now_ms)) ==
          "link.unknown");
    CHECK(sure(accounts.links(secretariat, tests::committee_name)).empty());

    const auto caller = sure(accounts.caller(server.in("head"), tests::committee_name));
    CHECK(caller == committee::Caller{*link.actor, Capacity::head, "GHA"});
    CHECK(sure(accounts.caller(server.in("head"), "another committee")) == committee::Caller{});

    const GivenLink closed = sure(accounts.invite(secretariat, head));
    CHECK(refusal(accounts.revoke_link(server.in("head"), closed.id)) == "link.unknown");
    sure(accounts.revoke_link(secretariat, closed.id));
    CHECK(refusal(accounts.accept(closed.secret, account_of("late"), server.now_ms)) ==
          "link.unknown");
}

TEST_CASE("who has an account takes an invitation with it, and acts in the part that they choose") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const Asker secretariat = server.in("secretariat");
    server.add("secretariat", usual_part(Capacity::delegate), "kofi");
    const GivenLink officer = sure(accounts.invite(secretariat, usual_part(Capacity::officer)));
    NewAccount wrong = account_of("KOFI");
    wrong.password = other_password;
    CHECK(refusal(accounts.accept(officer.secret, wrong, server.now_ms)) ==
          "account.address_taken");
    sure(accounts.accept(officer.secret, account_of("Kofi"), server.now_ms));
    const GivenLink elsewhere =
        sure(accounts.invite(secretariat, usual_part(Capacity::translator)));
    sure(accounts.accept_as(elsewhere.secret, server.in("kofi")));

    const Asker kofi = server.in("kofi");
    CHECK(sure(accounts.own(kofi)).roles.size() == 3);
    CHECK(sure(accounts.caller(kofi, tests::committee_name)).capacity == Capacity::delegate);
    CHECK(sure(accounts.caller(kofi, tests::committee_name, officer.actor)).capacity ==
          Capacity::officer);
    CHECK(refusal(accounts.caller(kofi, "another", officer.actor)) == "account.no_such_role");
    CHECK(refusal(accounts.caller(secretariat, tests::committee_name, officer.actor)) ==
          "account.no_such_role");
}

TEST_CASE("a link lets nobody find out who has an account") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const GivenLink link =
        sure(accounts.invite(server.in("secretariat"), usual_part(Capacity::head)));
    NewAccount guess = account_of("admin");
    guess.password = other_password;
    for (int i = 0; i < limits::link_refusals; ++i) {
        CHECK_FALSE(accounts.accept(link.secret, guess, server.now_ms));
    }
    CHECK(refusal(accounts.accept(link.secret, guess, server.now_ms)) == "link.unknown");
}

TEST_CASE("a part holds on its days only") {
    ServerAccounts server;
    Part days = usual_part(Capacity::delegate);
    const Date today = date_of(server.now_ms);
    const Date tomorrow = date_of(server.now_ms + day_ms);
    days.from = today;
    days.until = tomorrow;
    const Asker kofi = server.add("secretariat", days, "kofi");
    const auto capacity = [&](std::int64_t later_ms) {
        Asker later = kofi;
        later.time_ms += later_ms;
        return sure(server.accounts.caller(later, tests::committee_name)).capacity;
    };
    CHECK(capacity(0) == Capacity::delegate);
    CHECK(capacity(day_ms) == Capacity::visitor);
    CHECK(capacity(-day_ms) == Capacity::visitor);
    days.until = today;
    CHECK(refusal(server.accounts.invite(server.in("secretariat"), days)) == "link.part_malformed");
}

TEST_CASE("whether somebody has an account is not told to who logs in") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const auto try_in = [&](const char* address, std::string_view password) {
        return accounts.log_in(address, password, server.now_ms);
    };
    const auto known = try_in("admin@example.org", other_password);
    const auto unknown = try_in("nobody@example.org", other_password);
    REQUIRE_FALSE(known);
    REQUIRE_FALSE(unknown);
    CHECK(known.error() == unknown.error());
    CHECK(known.error().id == "log_in.wrong");
    CHECK(try_in("Admin@Example.ORG", any_password));

    // Both have as many tries, which come back one in a minute.
    const std::string too_long(limits::password_bytes + 1, 'x');
    for (int i = 1; i < limits::log_in_tries; ++i) {
        CHECK(refusal(try_in("admin@example.org", too_long)) == "log_in.wrong");
        CHECK(refusal(try_in("nobody@example.org", too_long)) == "log_in.wrong");
    }
    const auto known_waits = try_in("admin@example.org", any_password);
    REQUIRE_FALSE(known_waits);
    CHECK(known_waits.error() == Error{ErrorCode::refused, "log_in.wait", {"60"}});
    CHECK(try_in("nobody@example.org", any_password).error() == known_waits.error());
    CHECK(try_in("secretariat@example.org", any_password));
    server.now_ms += minute_ms;
    CHECK(try_in("admin@example.org", any_password));
}

TEST_CASE("a log-in lasts while it is used, and a day at most") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const std::int64_t began = server.now_ms;
    const auto come_in = [&](const std::string& secret, std::int64_t after_ms) {
        return refusal(accounts.who(Credential::log_in, secret, began + after_ms));
    };
    const auto log_in = [&] {
        return sure(accounts.log_in("admin@example.org", any_password, began));
    };
    const std::string idle = log_in();
    CHECK(come_in(idle, 4 * hour_ms - 1).empty());
    CHECK(come_in(idle, 8 * hour_ms - 1) == "identity.unknown");
    const std::string used = log_in();
    for (int hours = 0; hours < 24; hours += 3) CHECK(come_in(used, hours * hour_ms).empty());
    CHECK(come_in(used, 23 * hour_ms).empty());
    CHECK(come_in(used, 24 * hour_ms) == "identity.unknown");
}

TEST_CASE("log-ins are listed and ended by whose they are, and only so many are kept") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const auto secret = sure(accounts.log_in("admin@example.org", any_password, server.now_ms));
    const Asker admin = sure(accounts.who(Credential::log_in, secret, server.now_ms));
    const Asker other = server.in("secretariat");
    CHECK(sure(accounts.log_ins(admin)).size() == 1);
    CHECK(refusal(accounts.end_log_in(other, admin.key)) == "log_in.unknown");
    sure(accounts.end_log_in(admin, admin.key));
    CHECK(refusal(accounts.who(Credential::log_in, secret, server.now_ms)) == "identity.unknown");
    CHECK(refusal(accounts.end_log_in(admin, admin.key)) == "log_in.unknown");
    for (std::size_t i = 0; i < limits::log_ins_of_account + 5; ++i) {
        ++server.now_ms;
        server.in("admin");
    }
    CHECK(sure(accounts.log_ins(admin)).size() == limits::log_ins_of_account);
}

TEST_CASE("a changed password ends the other log-ins, and this one goes on under another secret") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const std::int64_t now = server.now_ms;
    const auto first = sure(accounts.log_in("admin@example.org", any_password, now));
    const auto second = sure(accounts.log_in("admin@example.org", any_password, now));
    const Asker asker = sure(accounts.who(Credential::log_in, first, now));
    CHECK(refusal(accounts.change_password(asker, other_password, other_password)) ==
          "log_in.wrong");
    CHECK(refusal(accounts.change_password(asker, any_password, "short")) ==
          "account.password_short");
    const auto third = sure(accounts.change_password(asker, any_password, other_password));
    CHECK(refusal(accounts.who(Credential::log_in, first, now)) == "identity.unknown");
    CHECK(refusal(accounts.who(Credential::log_in, second, now)) == "identity.unknown");
    CHECK(accounts.who(Credential::log_in, third, now));
    CHECK(refusal(accounts.log_in("admin@example.org", any_password, now)) == "log_in.wrong");
    CHECK(accounts.log_in("admin@example.org", other_password, now));
}

TEST_CASE("a token lets a script in until its time, and does nothing to accounts") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const Asker asker = server.in("secretariat");
    const std::int64_t until = server.now_ms + 30 * day_ms;
    const GivenToken token = sure(accounts.make_token(asker, "nightly export", until));
    const Asker script = sure(accounts.who(Credential::token, token.secret, until - 1));
    CHECK(sure(accounts.caller(script, tests::committee_name)).capacity == Capacity::secretariat);
    CHECK(refusal(accounts.who(Credential::token, token.secret, until)) == "identity.unknown");
    CHECK(refusal(accounts.invite(script, usual_part(Capacity::head))) == "account.by_token");
    CHECK(refusal(accounts.make_token(script, "more", until)) == "account.by_token");
    CHECK(refusal(accounts.change_password(script, any_password, other_password)) ==
          "account.by_token");
    CHECK(sure(accounts.tokens(asker)).size() == 1);
    CHECK(refusal(accounts.make_token(asker, "", until)) == "token.name_malformed");
    CHECK(refusal(accounts.make_token(asker, "x", server.now_ms + 400 * day_ms)) ==
          "token.lasts_too_long");
    CHECK(refusal(accounts.end_token(server.in("admin"), token.id)) == "token.unknown");
    sure(accounts.end_token(asker, token.id));
    CHECK(refusal(accounts.who(Credential::token, token.secret, server.now_ms)) ==
          "identity.unknown");
    for (std::size_t i = 0; i < limits::tokens_of_account; ++i) {
        sure(accounts.make_token(asker, "x", until));
    }
    CHECK(refusal(accounts.make_token(asker, "x", until)) == "token.too_many");
}

TEST_CASE("a secret of one kind opens nothing of another, and a forged one nothing at all") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const std::int64_t now = server.now_ms;
    const Asker asker = server.in("secretariat");
    const auto log_in = sure(accounts.log_in("secretariat@example.org", any_password, now));
    const auto token = sure(accounts.make_token(asker, "script", now + day_ms)).secret;
    const auto link = sure(accounts.invite(asker, usual_part(Capacity::head))).secret;
    const auto recovery = sure(accounts.recover(server.in("admin"), asker.account)).secret;
    CHECK(accounts.who(Credential::log_in, log_in, now));
    CHECK(accounts.who(Credential::token, token, now));
    for (const auto& wrong : {token, link, recovery, asker.key, std::string("x"), std::string()}) {
        CHECK(refusal(accounts.who(Credential::log_in, wrong, now)) == "identity.unknown");
    }
    for (const auto& wrong : {log_in, link, recovery, asker.key, std::string()}) {
        CHECK(refusal(accounts.who(Credential::token, wrong, now)) == "identity.unknown");
    }
    for (const auto& wrong : {log_in, token, recovery}) {
        CHECK(refusal(accounts.accept(wrong, account_of("thief"), now)) == "link.unknown");
    }
    for (const auto& wrong : {log_in, token, link}) {
        CHECK(refusal(accounts.accept_recovery(wrong, other_password, now)) == "link.unknown");
    }
    for (std::size_t i = 0; i < log_in.size(); ++i) {
        std::string forged = log_in;
        forged[i] = forged[i] == '0' ? '1' : '0';
        CHECK_FALSE(accounts.who(Credential::log_in, forged, now));
    }
    // No secret stands in the store.
    const std::string kept = all_rows(server.store);
    for (const auto& secret : {log_in, token, link, recovery, std::string(any_password)}) {
        CHECK(kept.find(secret) == std::string::npos);
    }
}

TEST_CASE("a recovery gives another password, ends all that was open, and can be seen") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const std::int64_t now = server.now_ms;
    const Asker kofi = server.add("secretariat", usual_part(Capacity::head), "kofi");
    const auto token = sure(accounts.make_token(kofi, "script", now + day_ms)).secret;
    CHECK(refusal(accounts.recover(server.in("secretariat"), kofi.account)) == "account.not_open");
    const Asker admin = server.in("admin");
    const auto link = sure(accounts.recover(admin, kofi.account)).secret;
    CHECK(refusal(accounts.accept_recovery(link, other_password, now + day_ms)) == "link.unknown");
    CHECK(sure(accounts.links(admin, std::nullopt)).size() == 1);
    sure(accounts.accept_recovery(link, other_password, now));
    CHECK(refusal(accounts.accept_recovery(link, any_password, now)) == "link.unknown");
    CHECK(refusal(accounts.who(Credential::token, token, now)) == "identity.unknown");
    CHECK(refusal(accounts.log_in("kofi@example.org", any_password, now)) == "log_in.wrong");
    const auto secret = sure(accounts.log_in("kofi@example.org", other_password, now));
    const Asker again = sure(accounts.who(Credential::log_in, secret, now));
    CHECK(sure(accounts.own(again)).recovered_ms == now);
    CHECK(refusal(accounts.recover(admin, "no account")) == "account.unknown");
}

TEST_CASE("a person who is erased is nowhere in the store, and their deeds are nobody's") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const Asker kofi = server.add("secretariat", usual_part(Capacity::head), "kofi");
    const auto people = sure(accounts.people(server.in("secretariat"), tests::committee_name));
    CHECK(people.size() == 2);
    CHECK(refusal(accounts.erase_person(server.in("secretariat"), kofi.account)) ==
          "account.not_open");
    sure(accounts.erase_person(server.in("admin"), kofi.account));
    CHECK(all_rows(server.store).find("kofi") == std::string::npos);
    CHECK(refusal(accounts.own(kofi)) == "identity.unknown");
    CHECK(refusal(accounts.caller(kofi, tests::committee_name)) == "identity.unknown");
    CHECK(sure(accounts.people(server.in("secretariat"), tests::committee_name)).size() == 1);
    CHECK(refusal(accounts.log_in("kofi@example.org", any_password, server.now_ms)) ==
          "log_in.wrong");
    const Asker admin = server.in("admin");
    CHECK(refusal(accounts.erase_person(admin, admin.account)) == "account.last_administrator");
    server.add("admin", part(Capacity::administrator), "second");
    sure(accounts.erase_person(admin, admin.account));
}

TEST_CASE("a part that is taken away is gone at once") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const Asker head = server.add("secretariat", usual_part(Capacity::head), "head");
    const Asker kofi = server.add("head", usual_part(Capacity::delegate), "kofi");
    const ActorId actor = sure(accounts.caller(kofi, tests::committee_name)).actor;
    const Asker other = server.add("secretariat", usual_part(Capacity::head, "FRA"), "other");
    CHECK(refusal(accounts.end_role(other, kofi.account, actor)) == "account.not_open");
    CHECK(refusal(accounts.end_role(other, kofi.account, ActorId{})) == "account.not_open");
    sure(accounts.end_role(head, kofi.account, actor));
    CHECK(sure(accounts.caller(kofi, tests::committee_name)) == committee::Caller{});
    CHECK(refusal(accounts.end_role(kofi, kofi.account, actor)) == "account.no_such_role");
}

TEST_CASE("who administers accounts has no part in a committee, and the other way round") {
    ServerAccounts server;
    auto& accounts = server.accounts;
    const auto secretariat = sure(accounts.invite(server.in("admin"), part(Capacity::secretariat)));
    CHECK(refusal(accounts.accept_as(secretariat.secret, server.in("admin"))) ==
          "account.administrator_apart");
    CHECK(refusal(accounts.accept(secretariat.secret, account_of("admin"), server.now_ms)) ==
          "account.administrator_apart");
    const auto admin = sure(accounts.invite(server.in("admin"), part(Capacity::administrator)));
    CHECK(refusal(accounts.accept_as(admin.secret, server.in("secretariat"))) ==
          "account.administrator_apart");
}

TEST_CASE("what is done about accounts is listed, without names") {
    ServerAccounts server;
    ++server.now_ms;
    const auto link =
        sure(server.accounts.invite(server.in("secretariat"), usual_part(Capacity::head)));
    ++server.now_ms;
    sure(server.accounts.accept(link.secret, account_of("kofi"), server.now_ms));
    CHECK(refusal(server.accounts.audit(server.in("secretariat"), "")) == "account.not_open");
    const auto audit = sure(server.accounts.audit(server.in("admin"), ""));
    std::string operations;
    for (const auto& [key, one] : audit) operations += one.operation + " ";
    CHECK(operations == "found found invite accept ");
    CHECK(sure(server.accounts.audit(server.in("admin"), audit.back().first)).empty());
}

TEST_CASE("what somebody says of themselves is checked") {
    ServerAccounts server;
    const auto link =
        sure(server.accounts.invite(server.in("secretariat"), usual_part(Capacity::head)));
    const auto refused = [&](auto change) {
        NewAccount said = account_of("kofi");
        change(said);
        return refusal(server.accounts.accept(link.secret, said, server.now_ms));
    };
    for (const char* address : {"", "kofi", "@x", "x@", "a@b@c", "a b@c", "a\n@c", "\xff@c"}) {
        CHECK(refused([&](auto& said) { said.address = address; }) == "account.address_malformed");
    }
    CHECK(refused([](auto& said) { said.address = std::string(254, 'a') + "@b"; }) ==
          "account.address_malformed");
    for (const std::string& name :
         {std::string(), std::string("a\x1b[2J"), std::string("\xc3"), std::string(201, 'a')}) {
        CHECK(refused([&](auto& said) { said.name = name; }) == "account.name_malformed");
    }
    CHECK(refused([](auto& said) { said.language = "tlh"; }) == "account.language_unknown");
    CHECK(refused([](auto& said) { said.password = "eleven byte"; }) == "account.password_short");
    CHECK(refused([](auto& said) { said.password = std::string(1001, 'x'); }) ==
          "account.password_long");
    CHECK(refused([](auto& said) { said.name = "\u0643\u0648\u0641\u064A"; }).empty());
}
