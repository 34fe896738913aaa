// Who may do what about accounts: every capacity, every operation, on what is one's own and what
// is not. What is allowed stands here a second time, by hand.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "access/accounts.h"
#include "committee/described.h"
#include "tests/access/server_accounts.h"

using namespace travaux;
using namespace travaux::access;
using tests::refusal;
using tests::ServerAccounts;
using tests::sure;
using tests::usual_part;

namespace {

std::string words(Capacity capacity) { return std::string(committee::name_of(capacity)); }

std::vector<Capacity> capacities() {
    auto all = committee::all_of<Capacity>();
    std::erase(all, Capacity::visitor);
    return all;
}

// Whoever has the one gives the other, in the same committee and for the same delegation.
const std::set<std::pair<Capacity, Capacity>> given = {
    {Capacity::administrator, Capacity::administrator},
    {Capacity::administrator, Capacity::secretariat},
    {Capacity::secretariat, Capacity::stakeholder},
    {Capacity::secretariat, Capacity::delegate},
    {Capacity::secretariat, Capacity::head},
    {Capacity::secretariat, Capacity::officer},
    {Capacity::secretariat, Capacity::facilitator},
    {Capacity::secretariat, Capacity::language_coordinator},
    {Capacity::secretariat, Capacity::translator},
    {Capacity::head, Capacity::delegate},
};

Part moved(Part part, const char* committee, const char* delegation) {
    if (part.committee) part.committee = committee;
    if (part.delegation) part.delegation = delegation;
    return part;
}

// An account for each capacity, made by who gives it.
struct Everybody {
    ServerAccounts server;
    std::map<Capacity, Asker> in;

    Everybody() {
        for (const Capacity one : capacities()) {
            const bool is_by_admin = one == Capacity::administrator || one == Capacity::secretariat;
            in[one] =
                server.add(is_by_admin ? "admin" : "secretariat", usual_part(one), words(one));
        }
    }
};

}  // namespace

TEST_CASE("who gives a part gives it in its own committee and delegation, and nobody else does") {
    Everybody all;
    auto& accounts = all.server.accounts;
    for (const auto& [giver, asker] : all.in) {
        for (const Capacity one : capacities()) {
            INFO(words(giver) << " gives " << words(one));
            const bool may_give = given.contains({giver, one});
            const Part own = usual_part(one);
            CHECK(accounts.invite(asker, own).has_value() == may_give);
            const Part elsewhere = moved(own, "another", "GHA");
            const bool may_elsewhere = may_give && giver == Capacity::administrator;
            CHECK(accounts.invite(asker, elsewhere).has_value() == may_elsewhere);
            const Part foreign = moved(own, tests::committee_name, "FRA");
            const bool may_foreign = may_give && !(giver == Capacity::head);
            CHECK(accounts.invite(asker, foreign).has_value() == may_foreign);
            CHECK_FALSE(
                accounts.invite(asker, {tests::committee_name, Capacity::visitor, {}, {}, {}}));
        }
    }
}

TEST_CASE("links are seen and closed by who may give them") {
    for (const Capacity one : capacities()) {
        Everybody all;
        auto& accounts = all.server.accounts;
        const bool is_by_admin = one == Capacity::administrator || one == Capacity::secretariat;
        const auto link = sure(accounts.invite(
            all.in.at(is_by_admin ? Capacity::administrator : Capacity::secretariat),
            usual_part(one)));
        const auto committee = usual_part(one).committee;
        for (const auto& [giver, asker] : all.in) {
            INFO(words(giver) << " sees " << words(one));
            const bool may_see = given.contains({giver, one});
            CHECK(sure(accounts.links(asker, committee)).size() == (may_see ? 1 : 0));
            if (!may_see) CHECK(refusal(accounts.revoke_link(asker, link.id)) == "link.unknown");
        }
    }
}

TEST_CASE("what concerns an account is open to itself, to administrators, and to nobody else") {
    Everybody all;
    auto& accounts = all.server.accounts;
    const Asker target = all.server.add("secretariat", usual_part(Capacity::delegate, "FRA"), "t");
    for (const auto& [capacity, asker] : all.in) {
        INFO(words(capacity));
        const bool administers = capacity == Capacity::administrator;
        const std::string wanted = administers ? "" : "account.not_open";
        CHECK(refusal(accounts.accounts(asker)) == wanted);
        CHECK(refusal(accounts.audit(asker, "")) == wanted);
        CHECK(refusal(accounts.recover(asker, target.account)) == wanted);
        CHECK(refusal(accounts.recover(asker, asker.account)) == wanted);
        CHECK(refusal(accounts.people(asker, "another")) == "account.not_open");
        CHECK(refusal(accounts.people(asker, tests::committee_name)) ==
              (administers ? "account.not_open" : ""));
        if (!administers) {
            CHECK(refusal(accounts.end_all_log_ins(asker, target.account)) == "account.not_open");
            CHECK(refusal(accounts.erase_person(asker, target.account)) == "account.not_open");
        }
        CHECK(refusal(accounts.log_ins(asker)).empty());
        CHECK(refusal(accounts.tokens(asker)).empty());
    }
    for (const auto& [capacity, asker] : all.in) {
        INFO(words(capacity));
        sure(accounts.end_all_log_ins(asker, asker.account));
        sure(accounts.erase_person(asker, asker.account));
        CHECK(refusal(accounts.log_ins(asker)) == "identity.unknown");
        CHECK(refusal(accounts.invite(asker, usual_part(Capacity::delegate))) ==
              "identity.unknown");
        CHECK(refusal(accounts.erase_person(asker, asker.account)) == "identity.unknown");
    }
}

TEST_CASE("every part is taken away by who gives it and by whose it is") {
    for (const Capacity one : capacities()) {
        for (const Capacity by : capacities()) {
            Everybody all;
            INFO(words(by) << " ends " << words(one));
            const Asker& target = all.in.at(one);
            const auto roles = sure(all.server.accounts.own(target)).roles;
            const auto ended =
                all.server.accounts.end_role(all.in.at(by), target.account, roles.at(0).actor);
            CHECK(ended.has_value() == (by == one || given.contains({by, one})));
        }
    }
}

TEST_CASE("every operation says who may do it, and only tokens that may do it do") {
    std::set<std::string_view> names;
    std::size_t at = 0;
    for (const OperationRule& rule : operations()) {
        INFO(rule.name);
        CHECK(static_cast<std::size_t>(rule.operation) == at++);
        CHECK_FALSE(rule.who.empty());
        CHECK(rule.sentence.ends_with('.'));
        CHECK(names.insert(rule.name).second);
        Account account;
        const std::string id = "me";
        const Doer by_token{id, account, true, 0};
        const auto outcome = may(by_token, rule.operation, {id, nullptr});
        if (rule.by == By::log_in) CHECK(refusal(outcome) == "account.by_token");
    }
    CHECK(at == static_cast<std::size_t>(Operation::read_feed) + 1);
}
