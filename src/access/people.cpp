// Who has which part, how a part is taken away, and how a person is erased.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "access/accounts.h"
#include "access/internal.h"
#include "access/outbox.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr std::uint64_t people_max = 20'000;  // of one committee, and of the server
constexpr std::uint64_t audit_page = 1'000;

}  // namespace

Result<std::vector<Person>> Accounts::people(const Asker& asker, const std::string& committee) {
    Work work(store_);
    const Part part{committee, Capacity::visitor, {}, {}, {}};
    TRY_OK(doing(work, asker, Operation::see_people, {{}, &part}));
    TRY_ASSIGN(const auto all, work.list<std::string>({kinds::actor, committee, "", people_max}));
    std::vector<Person> people;
    for (const auto& [actor, id] : all) {
        TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, id));
        if (!account) continue;
        for (const Role& role : account->roles) {
            if (hex(role.actor.bytes) != actor || !holds_at(role.part, asker.time_ms)) continue;
            people.push_back({role.actor, id, account->name, role.part});
        }
    }
    return people;
}

Result<ById<Account>> Accounts::accounts(const Asker& asker) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_accounts, {}));
    TRY_ASSIGN(auto all, work.list<Account>({kinds::account, "", "", people_max}));
    for (auto& [id, account] : all) account.password.reset();
    return all;
}

// Takes a role out of what hangs on it, but for the account itself. There is always somebody who
// administers.
Result<void> Accounts::take_role(Work& work, const std::string& id, const Role& role) {
    TRY_OK(work.erase(kinds::actor, hex(role.actor.bytes)));
    if (role.part.capacity != Capacity::administrator) return {};
    TRY_ASSIGN(auto all, work.read<Administrators>(kinds::administrators, ""));
    VERIFY(all);
    std::erase(all->accounts, id);
    if (all->accounts.empty()) return refuse("account.last_administrator");
    return work.put(kinds::administrators, "", "", *all);
}

Result<void> Accounts::end_role(const Asker& asker, const std::string& id, const ActorId& actor) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(auto account, work.read<Account>(kinds::account, id));
        const auto role = account ? std::ranges::find(account->roles, actor, &Role::actor)
                                  : std::vector<Role>::iterator();
        const bool is_there = account && role != account->roles.end();
        const Part part = is_there ? role->part : Part{};
        TRY_OK(doing(work, asker, Operation::end_role, {id, is_there ? &part : nullptr}));
        if (!is_there) return refuse("account.no_such_role", {}, ErrorCode::not_found);
        TRY_OK(take_role(work, id, *role));
        account->roles.erase(role);
        TRY_OK(work.put(kinds::account, id, "", *account));
        return audit(work, {asker.time_ms, "end_role", asker.account, id, part});
    });
}

Result<void> Accounts::erase_person(const Asker& asker, const std::string& id) {
    const auto erased = working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::erase_person, {id, nullptr}));
        TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, id));
        if (!account) return refuse("account.unknown", {id}, ErrorCode::not_found);
        for (const Role& role : account->roles) TRY_OK(take_role(work, id, role));
        TRY_OK(work.erase(kinds::address, key_of_address(account->address)));
        TRY_OK(end_all(work, id, {}));
        TRY_OK(end_passkeys(work, id));
        TRY_OK(end_identities(work, id));
        TRY_OK(forget_notices(work, id, account->address));
        TRY_OK(end_feeds(work, id));
        TRY_OK(work.erase(kinds::account, id));
        return audit(work, {asker.time_ms, "erase_person", asker.account, id, {}});
    });
    if (!erased) return erased;
    return store_.forget();
}

Result<ById<Audited>> Accounts::audit(const Asker& asker, const std::string& after) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_audit, {}));
    return work.list<Audited>({kinds::audit, "", after, audit_page});
}

}  // namespace travaux::access
