// Calendars of one's own: a secret address for each, of which the hash is kept. Whoever has it
// reads what its owner may read then, and nothing else.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "access/accounts.h"
#include "access/internal.h"
#include "base/account_limits.h"

namespace travaux::access {

using namespace internal;

namespace {

std::unexpected<Error> unknown() { return refuse("feed.unknown", {}, ErrorCode::not_found); }

// The first part in a committee that holds.
const Role* role_in(const Account& account, std::string_view committee, std::int64_t time_ms) {
    const auto found = std::ranges::find_if(account.roles, [&](const Role& role) {
        return role.part.committee == committee && holds_at(role.part, time_ms);
    });
    return found == account.roles.end() ? nullptr : &*found;
}

}  // namespace

Result<GivenToken> Accounts::make_feed(const Asker& asker, const std::string& committee) {
    return working(store_, [&](Work& work) -> Result<GivenToken> {
        TRY_ASSIGN(const Account account,
                   doing(work, asker, Operation::make_feed, {asker.account, nullptr}));
        if (role_in(account, committee, asker.time_ms) == nullptr) {
            return refuse("account.no_such_role");
        }
        TRY_ASSIGN(const auto others, work.list<CalendarFeed>({kinds::feed, asker.account, "",
                                                               limits::feeds_of_account}));
        if (others.size() >= limits::feeds_of_account) {
            return refuse("feed.too_many", {std::to_string(limits::feeds_of_account)});
        }
        GivenToken given{secret(), {}};
        given.id = key_of(kinds::feed, given.secret);
        TRY_OK(work.put(kinds::feed, given.id, asker.account,
                        CalendarFeed{asker.account, committee, asker.time_ms}));
        TRY_OK(audit(work, {asker.time_ms, "make_feed", asker.account, asker.account, {}}));
        return given;
    });
}

Result<ById<CalendarFeed>> Accounts::feeds(const Asker& asker) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_feeds, {asker.account, nullptr}));
    return work.list<CalendarFeed>({kinds::feed, asker.account, "", limits::feeds_of_account});
}

Result<void> Accounts::end_feed(const Asker& asker, const std::string& id) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::end_feed, {asker.account, nullptr}));
        TRY_ASSIGN(const auto one, work.read<CalendarFeed>(kinds::feed, id));
        if (!one || one->account != asker.account) return unknown();
        return work.erase(kinds::feed, id);
    });
}

Result<void> Accounts::end_feeds(Work& work, const std::string& account) {
    TRY_ASSIGN(const auto feeds,
               work.list<CalendarFeed>({kinds::feed, account, "", limits::feeds_of_account}));
    for (const auto& [key, feed] : feeds) TRY_OK(work.erase(kinds::feed, key));
    return {};
}

Result<committee::Caller> Accounts::read_feed(std::string_view secret, std::string_view committee,
                                              std::int64_t time_ms) {
    Work work(store_);
    TRY_ASSIGN(const auto feed, work.read<CalendarFeed>(kinds::feed, key_of(kinds::feed, secret)));
    if (!feed || feed->committee != committee) return unknown();
    TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, feed->account));
    const Role* const role = account ? role_in(*account, committee, time_ms) : nullptr;
    if (role == nullptr) return unknown();
    return committee::Caller{role->actor, role->part.capacity, role->part.delegation.value_or("")};
}

Result<void> Accounts::check(const Asker& asker, Operation operation, const About& about) {
    Work work(store_);
    TRY_OK(doing(work, asker, operation, about));
    return {};
}

}  // namespace travaux::access
