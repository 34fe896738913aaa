// Identities of providers that are linked to accounts: by them somebody logs in, takes an
// invitation, and is never locked out for want of another way.
//
// An identity is an issuer and a subject, and nothing else that a provider says counts. It belongs
// to one account. An account comes about by an invitation alone.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "access/accounts.h"
#include "access/internal.h"
#include "base/account_limits.h"

namespace travaux::access {

using namespace internal;

namespace {

// No issuer has a line's end, so no two identities are spelled alike.
std::string key_of_identity(const OpenIdentity& identity) {
    return key_of(kinds::identity, identity.issuer + "\n" + identity.subject);
}

storage::RowRange identities_of(const std::string& account) {
    return {kinds::identity, account, "", limits::identities_of_account};
}

}  // namespace

// Returns the account that an identity is linked to, if it is to any.
Result<std::optional<std::string>> Accounts::account_of(Work& work, const OpenIdentity& identity) {
    TRY_ASSIGN(const auto kept,
               work.read<KeptIdentity>(kinds::identity, key_of_identity(identity)));
    if (!kept) return std::nullopt;
    return kept->account;
}

// Links an identity that is linked to nobody, and returns its id.
Result<std::string> Accounts::add_identity(Work& work, const std::string& account,
                                           const OpenIdentity& identity, std::int64_t time_ms) {
    std::string key = key_of_identity(identity);
    TRY_OK(
        work.put(kinds::identity, key, account, KeptIdentity{account, identity.issuer, time_ms}));
    TRY_OK(audit(work, {time_ms, "link_identity", account, account, {}}));
    return key;
}

Result<std::string> Accounts::log_in_by_identity(const OpenIdentity& identity,
                                                 std::int64_t time_ms) {
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(const auto account, account_of(work, identity));
        if (!account) return refuse("openid.account_needed");
        return begin(work, *account, by_identity, time_ms);
    });
}

Result<std::string> Accounts::link_identity(const Asker& asker, const OpenIdentity& identity) {
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_OK(doing(work, asker, Operation::link_identity, {asker.account, nullptr}));
        TRY_ASSIGN(const auto account, account_of(work, identity));
        if (account) return refuse("openid.identity_taken");
        TRY_ASSIGN(const auto others, work.list<KeptIdentity>(identities_of(asker.account)));
        if (others.size() >= limits::identities_of_account) {
            return refuse("openid.too_many", {std::to_string(limits::identities_of_account)});
        }
        return add_identity(work, asker.account, identity, asker.time_ms);
    });
}

Result<ById<KeptIdentity>> Accounts::identities(const Asker& asker) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_identities, {asker.account, nullptr}));
    return work.list<KeptIdentity>(identities_of(asker.account));
}

Result<void> Accounts::end_identity(const Asker& asker, const std::string& id) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::end_identity, {asker.account, nullptr}));
        TRY_ASSIGN(const auto one, work.read<KeptIdentity>(kinds::identity, id));
        if (!one || one->account != asker.account) {
            return refuse("openid.unknown", {}, ErrorCode::not_found);
        }
        TRY_OK(work.erase(kinds::identity, id));
        TRY_OK(keep_way_in(work, asker.account, id));
        return audit(work, {asker.time_ms, "end_identity", asker.account, asker.account, {}});
    });
}

Result<void> Accounts::end_identities(Work& work, const std::string& account) {
    TRY_ASSIGN(const auto all, work.list<KeptIdentity>(identities_of(account)));
    for (const auto& [key, one] : all) TRY_OK(work.erase(kinds::identity, key));
    return {};
}

// Checks that an account has a way in beside the one of a key. The account is written as it is, so
// that of two that end a way at the same moment one comes second.
Result<void> Accounts::keep_way_in(Work& work, const std::string& id, const std::string& but_key) {
    TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, id));
    VERIFY(account);
    if (account->password) return {};
    TRY_OK(work.put(kinds::account, id, "", *account));
    TRY_ASSIGN(const auto passkeys,
               work.list<KeptPasskey>({kinds::passkey, id, "", limits::passkeys_of_account}));
    TRY_ASSIGN(const auto identities, work.list<KeptIdentity>(identities_of(id)));
    const bool has_passkey =
        std::ranges::any_of(passkeys, [&](const auto& one) { return one.first != but_key; });
    const bool has_identity = std::ranges::any_of(identities, [&](const auto& one) {
        return one.first != but_key &&
               std::ranges::find(issuers_, one.second.issuer) != issuers_.end();
    });
    if (!has_passkey && !has_identity) return refuse("account.last_way_in");
    return {};
}

}  // namespace travaux::access
