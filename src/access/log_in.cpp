// Logging in, and what it lasts: log-ins of browsers and tokens of scripts.
//
// A try is taken before a password is looked at, so that many at once are no way round the limit,
// and comes back when the password was right. There are tries for every address, whether anybody
// has it or not, and none for where somebody comes from: a whole hall comes from one place.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "access/accounts.h"
#include "access/internal.h"
#include "base/account_limits.h"
#include "base/limits.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr std::int64_t idle_ms = 4 * hour_ms;  // a meeting and the hours around it
constexpr std::int64_t lasts_ms = day_ms;      // a day of a session
constexpr std::int64_t token_lasts_ms = 366 * day_ms;
constexpr std::int64_t try_comes_back_ms = minute_ms;

// Tries are kept for parts of the keys of addresses: there are at most 2^20 rows, whatever
// addresses somebody makes up.
std::string tries_key(std::string_view address) { return key_of_address(address).substr(0, 5); }

Tries at(const std::optional<Tries>& kept, std::int64_t time_ms) {
    if (!kept) return {limits::log_in_tries, time_ms};
    const std::int64_t came_back =
        std::max<std::int64_t>(0, time_ms - kept->at_ms) / try_comes_back_ms;
    const std::int64_t left = std::min(limits::log_in_tries, kept->left + came_back);
    const bool is_full = left == limits::log_in_tries;
    return {left, is_full ? time_ms : kept->at_ms + came_back * try_comes_back_ms};
}

bool has_ended(const LogIn& one, std::int64_t time_ms) {
    return time_ms - one.used_ms >= idle_ms || time_ms - one.began_ms >= lasts_ms;
}

bool has_ended(const Token& one, std::int64_t time_ms) { return time_ms >= one.until_ms; }

std::string_view kind_of(Credential credential) {
    return credential == Credential::log_in ? kinds::log_in : kinds::token;
}

// Finds who comes in, and notes that they did, once in a minute.
template <typename T>
Result<std::string> come_in(Work& work, std::string_view kind, const std::string& key,
                            std::int64_t time_ms) {
    TRY_ASSIGN(auto found, work.read<T>(kind, key));
    if (!found || has_ended(*found, time_ms)) return refuse("identity.unknown");
    std::string account = found->account;
    if (time_ms - found->used_ms < minute_ms) return account;
    found->used_ms = time_ms;
    TRY_OK(work.put(kind, key, account, *found));
    return account;
}

}  // namespace

Result<void> Accounts::take_try(std::string_view address, std::int64_t time_ms) {
    const std::string key = tries_key(address);
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const auto kept, work.read<Tries>(kinds::tries, key));
        Tries tries = at(kept, time_ms);
        if (tries.left <= 0) {
            const std::int64_t wait_ms = tries.at_ms + try_comes_back_ms - time_ms;
            return refuse("log_in.wait", {std::to_string((wait_ms + 999) / 1000)});
        }
        --tries.left;
        return work.put(kinds::tries, key, "", tries);
    });
}

Result<void> Accounts::give_try_back(Work& work, std::string_view address) {
    const std::string key = tries_key(address);
    TRY_ASSIGN(auto kept, work.read<Tries>(kinds::tries, key));
    if (!kept) return {};
    kept->left = std::min(limits::log_in_tries, kept->left + 1);
    return work.put(kinds::tries, key, "", *kept);
}

// Checks a password at the cost of one try. Where nobody has the address, a password that is
// nobody's is tried, so that it takes as long.
Result<std::pair<std::string, Account>> Accounts::verified(std::string_view address,
                                                           std::string_view password,
                                                           std::int64_t time_ms) {
    TRY_OK(take_try(address, time_ms));
    Work work(store_);
    TRY_ASSIGN(const auto id, work.read<std::string>(kinds::address, key_of_address(address)));
    TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, id.value_or("")));
    const bool has_password = account && account->password;
    const bool is_short = password.size() <= limits::password_bytes;
    const bool is_right = crypto::is_password(has_password ? *account->password : nobodys_password_,
                                              is_short ? password : std::string_view());
    if (!has_password || !is_short || !is_right) return refuse("log_in.wrong");
    TRY_OK(working(store_, [&](Work& other) { return give_try_back(other, address); }));
    return std::pair(*id, *account);
}

// Begins a log-in and returns its secret.
Result<std::string> Accounts::begin(Work& work, const std::string& account, std::string_view by,
                                    std::int64_t time_ms) {
    TRY_ASSIGN(auto others,
               work.list<LogIn>({kinds::log_in, account, "", 4 * limits::log_ins_of_account}));
    std::ranges::sort(others, {}, [](const auto& one) { return one.second.began_ms; });
    std::size_t count = others.size();
    for (const auto& [key, one] : others) {
        if (!has_ended(one, time_ms) && count < limits::log_ins_of_account) continue;
        TRY_OK(work.erase(kinds::log_in, key));
        --count;
    }
    std::string fresh_secret = secret();
    TRY_OK(work.put(kinds::log_in, key_of(kinds::log_in, fresh_secret), account,
                    LogIn{account, time_ms, time_ms, std::string(by)}));
    return fresh_secret;
}

Result<std::string> Accounts::log_in(std::string_view address, std::string_view password,
                                     std::int64_t time_ms) {
    TRY_ASSIGN(const auto known, verified(address, password, time_ms));
    const std::string& id = known.first;
    const Account& seen = known.second;
    const bool is_kept_anew = crypto::has_other_cost(*seen.password, cost_);
    const std::string kept = is_kept_anew ? keep(password) : *seen.password;
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(auto account, work.read<Account>(kinds::account, id));
        // Somebody may have changed it in between.
        if (!account || account->password != seen.password) return refuse("log_in.wrong");
        account->password = kept;
        if (is_kept_anew) TRY_OK(work.put(kinds::account, id, "", *account));
        return begin(work, id, "password", time_ms);
    });
}

Result<Asker> Accounts::who(Credential credential, std::string_view secret, std::int64_t time_ms) {
    const std::string_view kind = kind_of(credential);
    const std::string key = key_of(kind, secret);
    TRY_ASSIGN(std::string account, working(store_, [&](Work& work) -> Result<std::string> {
                   return credential == Credential::log_in
                              ? come_in<LogIn>(work, kind, key, time_ms)
                              : come_in<Token>(work, kind, key, time_ms);
               }));
    return Asker{std::move(account), credential, key, time_ms};
}

Result<ById<LogIn>> Accounts::log_ins(const Asker& asker) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_log_ins, {asker.account, nullptr}));
    TRY_ASSIGN(auto all, work.list<LogIn>(
                             {kinds::log_in, asker.account, "", 4 * limits::log_ins_of_account}));
    std::erase_if(all, [&](const auto& one) { return has_ended(one.second, asker.time_ms); });
    return all;
}

Result<void> Accounts::end_log_in(const Asker& asker, const std::string& id) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::end_log_in, {asker.account, nullptr}));
        TRY_ASSIGN(const auto one, work.read<LogIn>(kinds::log_in, id));
        if (!one || one->account != asker.account) {
            return refuse("log_in.unknown", {}, ErrorCode::not_found);
        }
        return work.erase(kinds::log_in, id);
    });
}

// Ends the log-ins of an account, but for one, and its tokens where none is spared.
Result<void> Accounts::end_all(Work& work, const std::string& account, std::string_view but_key) {
    TRY_ASSIGN(const auto log_ins,
               work.list<LogIn>({kinds::log_in, account, "", 4 * limits::log_ins_of_account}));
    for (const auto& [key, one] : log_ins) {
        if (key != but_key) TRY_OK(work.erase(kinds::log_in, key));
    }
    if (!but_key.empty()) return {};
    TRY_ASSIGN(const auto tokens,
               work.list<Token>({kinds::token, account, "", limits::tokens_of_account}));
    for (const auto& [key, one] : tokens) TRY_OK(work.erase(kinds::token, key));
    return {};
}

Result<void> Accounts::end_all_log_ins(const Asker& asker, const std::string& account) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::end_all_log_ins, {account, nullptr}));
        TRY_ASSIGN(const auto found, work.read<Account>(kinds::account, account));
        if (!found) return refuse("account.unknown", {account}, ErrorCode::not_found);
        TRY_OK(end_all(work, account, {}));
        return audit(work, {asker.time_ms, "end_all_log_ins", asker.account, account, {}});
    });
}

Result<std::string> Accounts::change_password(const Asker& asker, std::string_view old,
                                              std::string_view fresh_password) {
    TRY_OK(check_password(fresh_password));
    Work first(store_);
    TRY_ASSIGN(const Account now,
               doing(first, asker, Operation::change_password, {asker.account, nullptr}));
    TRY_ASSIGN(const auto known, verified(now.address, old, asker.time_ms));
    const std::string kept = keep(fresh_password);
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(auto account, work.read<Account>(kinds::account, asker.account));
        if (!account || account->password != known.second.password) return refuse("log_in.wrong");
        account->password = kept;
        TRY_OK(work.put(kinds::account, asker.account, "", *account));
        TRY_ASSIGN(std::string fresh_secret, begin(work, asker.account, "password", asker.time_ms));
        TRY_OK(end_all(work, asker.account, key_of(kinds::log_in, fresh_secret)));
        TRY_OK(audit(work, {asker.time_ms, "change_password", asker.account, asker.account, {}}));
        return fresh_secret;
    });
}

Result<GivenToken> Accounts::make_token(const Asker& asker, const std::string& name,
                                        std::int64_t until_ms) {
    if (name.empty() || name.size() > limits::name_bytes || !is_plain_text(name)) {
        return refuse("token.name_malformed", {std::to_string(limits::name_bytes)},
                      ErrorCode::invalid);
    }
    if (until_ms <= asker.time_ms || until_ms > asker.time_ms + token_lasts_ms) {
        return refuse("token.lasts_too_long", {}, ErrorCode::invalid);
    }
    return working(store_, [&](Work& work) -> Result<GivenToken> {
        TRY_OK(doing(work, asker, Operation::make_token, {asker.account, nullptr}));
        TRY_ASSIGN(const auto others,
                   work.list<Token>({kinds::token, asker.account, "", limits::tokens_of_account}));
        std::size_t count = others.size();
        for (const auto& [key, one] : others) {
            if (!has_ended(one, asker.time_ms)) continue;
            TRY_OK(work.erase(kinds::token, key));
            --count;
        }
        if (count >= limits::tokens_of_account) {
            return refuse("token.too_many", {std::to_string(limits::tokens_of_account)});
        }
        GivenToken given{secret(), {}};
        given.id = key_of(kinds::token, given.secret);
        TRY_OK(work.put(kinds::token, given.id, asker.account,
                        Token{asker.account, name, asker.time_ms, asker.time_ms, until_ms}));
        TRY_OK(audit(work, {asker.time_ms, "make_token", asker.account, asker.account, {}}));
        return given;
    });
}

Result<ById<Token>> Accounts::tokens(const Asker& asker) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_tokens, {asker.account, nullptr}));
    TRY_ASSIGN(auto all,
               work.list<Token>({kinds::token, asker.account, "", limits::tokens_of_account}));
    std::erase_if(all, [&](const auto& one) { return has_ended(one.second, asker.time_ms); });
    return all;
}

Result<void> Accounts::end_token(const Asker& asker, const std::string& id) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::end_token, {asker.account, nullptr}));
        TRY_ASSIGN(const auto one, work.read<Token>(kinds::token, id));
        if (!one || one->account != asker.account) {
            return refuse("token.unknown", {}, ErrorCode::not_found);
        }
        return work.erase(kinds::token, id);
    });
}

}  // namespace travaux::access
