// Accounts on stores that several processes use at once: a link opens once, tries are counted
// together, and no order of deeds breaks what always has to hold.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unistd.h>

#include <map>
#include <set>

#include "base/account_limits.h"
#include "tests/access/server_accounts.h"
#include "tests/process.h"
#include "tests/scratch.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
using namespace travaux::access;
using tests::account_of;
using tests::any_password;
using tests::refusal;
using tests::ServerAccounts;
using tests::sure;
using tests::usual_part;

namespace {

// Has two processes do something on one store, and returns how often each said that it was done.
std::vector<int> in_two_processes(const std::string& location, const auto& done) {
    std::vector<tests::Process> processes;
    for (std::uint64_t seed = 101; seed <= 102; ++seed) {
        processes.push_back(tests::in_a_process([&, seed](int pipe) {
            const auto store = sure(storage::open_row_store(location, storage::Access::write));
            Accounts accounts(*store, tests::chance_of(seed), tests::little_cost);
            const int count = done(accounts, seed);
            if (::write(pipe, &count, sizeof count) != sizeof count) return;
        }));
    }
    std::vector<int> counts;
    for (auto& process : processes) {
        int count = -1;
        if (::read(process.pipe, &count, sizeof count) != sizeof count) count = -1;
        counts.push_back(count);
        process.end();
    }
    return counts;
}

void check_two_processes(const std::string& location) {
    std::vector<std::string> links;
    {
        const auto store = sure(storage::open_row_store(location, storage::Access::create));
        ServerAccounts server(store.get());
        const Asker secretariat = server.in("secretariat");
        for (int i = 0; i < 20; ++i) {
            links.push_back(
                sure(server.accounts.invite(secretariat, usual_part(Capacity::head))).secret);
        }
    }
    const std::int64_t now = 1'700'000'000'000;
    const auto taken = in_two_processes(location, [&](Accounts& accounts, std::uint64_t) {
        int count = 0;
        for (std::size_t i = 0; i < links.size(); ++i) {
            const std::string name = "n" + std::to_string(i) + "-" + std::to_string(::getpid());
            const auto outcome = accounts.accept(links[i], account_of(name), now);
            if (outcome) ++count;
            if (!outcome && outcome.error().id != "link.unknown") return -1;
        }
        return count;
    });
    CHECK(taken[0] >= 0);
    CHECK(taken[1] >= 0);
    CHECK(taken[0] + taken[1] == 20);

    const auto tried = in_two_processes(location, [&](Accounts& accounts, std::uint64_t) {
        int count = 0;
        for (int i = 0; i < 30; ++i) {
            count +=
                refusal(accounts.log_in("nobody@example.org", any_password, now)) == "log_in.wrong";
        }
        return count;
    });
    CHECK(tried[0] + tried[1] == limits::log_in_tries);
}

// Each takes invitations of its own as the same persons: each person becomes one account.
void check_identities(const std::string& location) {
    constexpr std::size_t persons = 10;
    std::vector<std::string> links;
    {
        const auto store = sure(storage::open_row_store(location, storage::Access::create));
        ServerAccounts server(store.get());
        const Asker secretariat = server.in("secretariat");
        while (links.size() < 2 * persons) {
            links.push_back(
                sure(server.accounts.invite(secretariat, usual_part(Capacity::head))).secret);
        }
    }
    const std::int64_t now = 1'700'000'000'000;
    const auto taken = in_two_processes(location, [&](Accounts& accounts, std::uint64_t seed) {
        int count = 0;
        for (std::size_t i = 0; i < persons; ++i) {
            const std::string name = "n" + std::to_string(i) + "-" + std::to_string(seed);
            const OpenIdentity identity{"https://login.example.org", std::to_string(i)};
            const std::string& link = links[2 * i + (seed % 2)];
            if (accounts.accept_by_identity(link, account_of(name), identity, now)) ++count;
        }
        return count;
    });
    CHECK(taken[0] + taken[1] == static_cast<int>(2 * persons));
    const auto store = sure(storage::open_row_store(location, storage::Access::write));
    const auto accounts = sure(store->rows({"account", "", "", 1000}));
    CHECK(accounts.size() == 2 + persons);
    for (const auto& row : accounts) {
        const auto kept = boost::json::parse(row.value);
        const bool is_first = kept.as_object().contains("password");
        CHECK(kept.at("roles").as_array().size() == (is_first ? 1 : 2));
        CHECK(sure(store->rows({"identity", row.key, "", 10})).size() == (is_first ? 0 : 1));
    }
}

}  // namespace

TEST_CASE("two processes on one file: one identity never becomes two accounts") {
    const tests::Scratch scratch;
    check_identities((scratch / "accounts").string());
}

TEST_CASE("two processes on one database: one identity never becomes two accounts") {
    if (!tests::has_postgres("two processes with one identity")) return;
    check_identities(tests::shared_postgres().fresh_database());
}

TEST_CASE("two processes on one file: a link opens once, and tries are counted together") {
    const tests::Scratch scratch;
    check_two_processes((scratch / "accounts").string());
}

TEST_CASE("two processes on one database: a link opens once, and tries are counted together") {
    if (!tests::has_postgres("two processes on one store of accounts")) return;
    check_two_processes(tests::shared_postgres().fresh_database());
}

namespace {

// What is known beside the accounts, to compare: who was made, and which secrets are good.
struct Known {
    ServerAccounts server;
    std::vector<std::string> names = {"admin", "secretariat"};
    std::vector<std::string> open_links;
    std::vector<std::string> used_links;
    std::set<std::string> log_ins;
    std::set<std::string> ended;
    int count = 0;
};

void invite_somebody(Known& known) {
    const auto giver = *rc::gen::elementOf(known.names);
    const auto capacity =
        *rc::gen::elementOf(std::vector{Capacity::administrator, Capacity::secretariat,
                                        Capacity::head, Capacity::delegate, Capacity::officer});
    const auto secret =
        known.server.accounts.log_in(giver + "@example.org", any_password, known.server.now_ms);
    if (!secret) return;
    const auto asker =
        sure(known.server.accounts.who(Credential::log_in, *secret, known.server.now_ms));
    const auto link = known.server.accounts.invite(asker, usual_part(capacity));
    if (link) known.open_links.push_back(link->secret);
}

void take_a_link(Known& known) {
    if (known.open_links.empty()) return;
    const auto secret = *rc::gen::elementOf(known.open_links);
    const std::string name = "n" + std::to_string(++known.count);
    sure(known.server.accounts.accept(secret, account_of(name), known.server.now_ms));
    std::erase(known.open_links, secret);
    known.used_links.push_back(secret);
    known.names.push_back(name);
}

void log_somebody_in(Known& known) {
    const auto name = *rc::gen::elementOf(known.names);
    const auto secret =
        known.server.accounts.log_in(name + "@example.org", any_password, known.server.now_ms);
    if (secret) known.log_ins.insert(*secret);
}

void end_a_log_in(Known& known) {
    if (known.log_ins.empty()) return;
    const auto secret = *rc::gen::elementOf(known.log_ins);
    const auto asker = known.server.accounts.who(Credential::log_in, secret, known.server.now_ms);
    if (asker) sure(known.server.accounts.end_log_in(*asker, asker->key));
    known.log_ins.erase(secret);
    known.ended.insert(secret);
}

void erase_somebody(Known& known) {
    const auto name = *rc::gen::elementOf(known.names);
    const auto secret =
        known.server.accounts.log_in(name + "@example.org", any_password, known.server.now_ms);
    if (!secret) return;
    const auto asker =
        sure(known.server.accounts.who(Credential::log_in, *secret, known.server.now_ms));
    const auto erased = known.server.accounts.erase_person(asker, asker.account);
    if (!erased) RC_ASSERT(erased.error().id == "account.last_administrator");
    if (erased) std::erase(known.names, name);
    if (erased) known.ended.insert(*secret);
}

OpenIdentity some_identity() {
    return {"https://login.example.org", std::to_string(*rc::gen::inRange(0, 5))};
}

// As whoever a provider knows; the name leads nowhere, since there is no password.
void take_a_link_by_identity(Known& known) {
    if (known.open_links.empty()) return;
    const auto secret = *rc::gen::elementOf(known.open_links);
    const std::string name = "n" + std::to_string(++known.count);
    const auto taken = known.server.accounts.accept_by_identity(
        secret, account_of(name), some_identity(), known.server.now_ms);
    if (!taken) RC_ASSERT(taken.error().id == "account.administrator_apart");
    if (!taken) return;
    known.log_ins.insert(*taken);
    std::erase(known.open_links, secret);
    known.used_links.push_back(secret);
}

std::optional<Asker> somebody_in(Known& known) {
    if (known.log_ins.empty()) return std::nullopt;
    const auto secret = *rc::gen::elementOf(known.log_ins);
    const auto asker = known.server.accounts.who(Credential::log_in, secret, known.server.now_ms);
    return asker ? std::optional(*asker) : std::nullopt;
}

void link_an_identity(Known& known) {
    const auto asker = somebody_in(known);
    if (!asker) return;
    const auto linked = known.server.accounts.link_identity(*asker, some_identity());
    if (!linked) RC_ASSERT(linked.error().id == "openid.identity_taken");
}

void end_an_identity(Known& known) {
    const auto asker = somebody_in(known);
    if (!asker) return;
    const auto all = sure(known.server.accounts.identities(*asker));
    if (all.empty()) return;
    const auto ended = known.server.accounts.end_identity(*asker, all.front().first);
    if (!ended) RC_ASSERT(ended.error().id == "account.last_way_in");
}

void pass_time(Known& known) { known.server.now_ms += *rc::gen::inRange(0, 120'000); }

// Somebody always administers; everybody has a way in; every role has one id on the record, and
// every id one account; nothing that ended or was used opens anything.
void check_all(Known& known) {
    auto& [memory, store, accounts, now] = known.server;
    std::map<std::string, std::string> actors;
    bool is_administered = false;
    for (const auto& row : sure(store.rows({"account", "", "", 1000}))) {
        const auto roles = boost::json::parse(row.value).as_object()["roles"];
        if (!roles.is_array()) continue;
        for (const auto& role : roles.get_array()) {
            const std::string actor(role.at("actor").as_string());
            RC_ASSERT(actors.emplace(actor, row.key).second);
            is_administered |= role.at("part").at("capacity") == "administrator";
        }
    }
    RC_ASSERT(is_administered);
    std::size_t count = 0;
    for (const char* owner : {"", tests::committee_name}) {
        for (const auto& row : sure(store.rows({"actor", owner, "", 1000}))) {
            RC_ASSERT(actors.at(row.key) == row.value);
            ++count;
        }
    }
    RC_ASSERT(count == actors.size());
    for (const auto& row : sure(store.rows({"account", "", "", 1000}))) {
        const bool has_identity = !sure(store.rows({"identity", row.key, "", 1})).empty();
        const bool has_password = boost::json::parse(row.value).as_object().contains("password");
        RC_ASSERT(has_identity || has_password);
    }
    for (const auto& link : known.used_links) RC_ASSERT(!accounts.link(link, now));
    for (const auto& one : known.ended) RC_ASSERT(!accounts.who(Credential::log_in, one, now));
}

}  // namespace

TEST_CASE("no order of deeds breaks what always has to hold") {
    const bool holds = rc::check([] {
        Known known;
        const int steps = *rc::gen::inRange(1, 40);
        const std::vector deeds = {invite_somebody,  take_a_link,     take_a_link_by_identity,
                                   log_somebody_in,  log_somebody_in, end_a_log_in,
                                   link_an_identity, end_an_identity, erase_somebody,
                                   pass_time};
        for (int i = 0; i < steps; ++i) {
            (*rc::gen::elementOf(deeds))(known);
            check_all(known);
        }
    });
    CHECK(holds);
}
