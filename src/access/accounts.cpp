// SPDX-License-Identifier: MIT
#include "access/accounts.h"

#include <algorithm>
#include <boost/json.hpp>

#include "access/internal.h"
#include "base/account_limits.h"
#include "record/canonical_json.h"

namespace travaux::access {

using namespace internal;

namespace internal {

std::unexpected<Error> refuse(std::string_view id, std::vector<std::string> args, ErrorCode code) {
    return std::unexpected(Error{code, std::string(id), std::move(args)});
}

std::string key_of(std::string_view kind, std::string_view secret) {
    return hex(sha256(std::string(kind) + "\n" + std::string(secret)));
}

std::string key_of_address(std::string_view address) {
    std::string small(address);
    for (char& one : small) {
        if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
    }
    return key_of(kinds::address, small);
}

bool is_plain_text(std::string_view text) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    if (std::ranges::any_of(text, is_control)) return false;
    const auto written = record::write_canonical(boost::json::value(text));
    return written && record::parse_json(*written);
}

Result<void> check_password(std::string_view password) {
    const auto number = [](std::size_t bytes) { return std::to_string(bytes); };
    if (password.size() < limits::password_bytes_min) {
        return refuse("account.password_short", {number(limits::password_bytes_min)},
                      ErrorCode::invalid);
    }
    if (password.size() > limits::password_bytes) {
        return refuse("account.password_long", {number(limits::password_bytes)},
                      ErrorCode::invalid);
    }
    return {};
}

Result<void> check_language(std::string_view code) {
    constexpr std::array<std::string_view, 6> languages = {"ar", "zh", "en", "fr", "ru", "es"};
    if (std::ranges::find(languages, code) != languages.end()) return {};
    return refuse("account.language_unknown", {}, ErrorCode::invalid);
}

Result<void> check_address(std::string_view address) {
    const std::size_t at = address.find('@');
    const bool is_address = at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
                            address.find('@', at + 1) == std::string_view::npos &&
                            address.find(' ') == std::string_view::npos &&
                            address.size() <= limits::address_bytes && is_plain_text(address);
    if (is_address) return {};
    return refuse("account.address_malformed", {}, ErrorCode::invalid);
}

Result<void> check_person(const NewAccount& said) {
    const auto invalid = [](std::string_view id, std::vector<std::string> args = {}) {
        return refuse(id, std::move(args), ErrorCode::invalid);
    };
    TRY_OK(check_address(said.address));
    if (said.name.empty() || said.name.size() > limits::person_name_bytes ||
        !is_plain_text(said.name)) {
        return invalid("account.name_malformed", {std::to_string(limits::person_name_bytes)});
    }
    if (said.language) return check_language(*said.language);
    return {};
}

bool is_administrator(const Account& account) {
    return std::ranges::any_of(account.roles, [](const Role& role) {
        return role.part.capacity == Capacity::administrator;
    });
}

}  // namespace internal

bool holds_at(const Part& part, std::int64_t time_ms) {
    const Date today = date_of(time_ms);
    return (!part.from || *part.from <= today) && (!part.until || today < *part.until);
}

Accounts::Accounts(storage::RowStore& store, Chance chance, crypto::PasswordCost cost,
                   std::vector<std::string> issuers)
    : store_(store), chance_(std::move(chance)), cost_(cost), issuers_(std::move(issuers)),
      nobodys_password_(keep(secret())) {}

std::string Accounts::secret() { return hex(chance_()); }

std::string Accounts::id() { return hex(ActorId::of(chance_()).bytes); }

std::string Accounts::keep(std::string_view password) {
    return crypto::keep_password(password, ActorId::of(chance_()).bytes, cost_);
}

Result<Accounts::Fresh> Accounts::fresh(const NewAccount& said) {
    TRY_OK(check_person(said));
    TRY_OK(check_password(said.password));
    return Fresh{said, keep(said.password)};
}

// Reads the account of who asks, and checks that they may do an operation.
Result<Account> Accounts::doing(Work& work, const Asker& asker, Operation operation,
                                const About& about) const {
    TRY_ASSIGN(auto account, work.read<Account>(kinds::account, asker.account));
    if (!account) return refuse("identity.unknown");
    const Doer doer{asker.account, *account, asker.credential == Credential::token, asker.time_ms};
    TRY_OK(may(doer, operation, about));
    return *std::move(account);
}

// The key begins with the time, so that the list is in its order.
Result<void> Accounts::audit(Work& work, const Audited& what) {
    std::string time = std::to_string(what.time_ms);
    time.insert(0, 16 - std::min<std::size_t>(16, time.size()), '0');
    return work.put(kinds::audit, time + "-" + id(), "", what);
}

// Makes an account with one role.
Result<std::string> Accounts::make_account(Work& work, const Fresh& fresh, Role role,
                                           std::int64_t time_ms) {
    const std::string address_key = key_of_address(fresh.said.address);
    TRY_ASSIGN(const auto taken, work.read<std::string>(kinds::address, address_key));
    if (taken) return refuse("account.address_taken");
    std::string account_id = id();
    TRY_OK(work.put(kinds::address, address_key, account_id, account_id));
    Account account{
        fresh.said.address, fresh.said.name, fresh.said.language, fresh.kept, {}, time_ms, {}};
    TRY_OK(give_role(work, account_id, std::move(account), std::move(role)));
    return account_id;
}

// Who administers accounts has no part in a committee, and the other way round.
Result<void> Accounts::give_role(Work& work, const std::string& account_id, Account account,
                                 Role role) {
    if (account.roles.size() >= limits::roles_of_account) {
        return refuse("account.too_many_roles", {std::to_string(limits::roles_of_account)});
    }
    const bool administers = role.part.capacity == Capacity::administrator;
    if (!account.roles.empty() && is_administrator(account) != administers) {
        return refuse("account.administrator_apart");
    }
    if (administers) {
        TRY_ASSIGN(auto all, work.read<Administrators>(kinds::administrators, ""));
        if (!all) all.emplace();
        if (std::ranges::find(all->accounts, account_id) == all->accounts.end()) {
            all->accounts.push_back(account_id);
        }
        TRY_OK(work.put(kinds::administrators, "", "", *all));
    }
    TRY_OK(work.put(kinds::actor, hex(role.actor.bytes), role.part.committee.value_or(""),
                    account_id));
    account.roles.push_back(std::move(role));
    return work.put(kinds::account, account_id, "", account);
}

Result<Account> Accounts::own(const Asker& asker) {
    Work work(store_);
    TRY_ASSIGN(auto account, work.read<Account>(kinds::account, asker.account));
    if (!account) return refuse("identity.unknown");
    account->password.reset();
    return *std::move(account);
}

Result<void> Accounts::choose_language(const Asker& asker, std::string_view language) {
    TRY_OK(check_language(language));
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(Account account,
                   doing(work, asker, Operation::choose_language, {asker.account, nullptr}));
        account.language = language;
        return work.put(kinds::account, asker.account, "", account);
    });
}

Result<committee::Caller> Accounts::caller(const Asker& asker, std::string_view committee,
                                           const std::optional<ActorId>& chosen) {
    TRY_ASSIGN(const Account account, own(asker));
    for (const Role& role : account.roles) {
        const bool is_here = role.part.committee ? *role.part.committee == committee
                                                 : role.part.capacity == Capacity::administrator;
        if (!is_here || !holds_at(role.part, asker.time_ms)) continue;
        if (chosen && *chosen != role.actor) continue;
        return committee::Caller{role.actor, role.part.capacity, role.part.delegation.value_or("")};
    }
    if (chosen) return refuse("account.no_such_role");
    return committee::Caller{};
}

}  // namespace travaux::access
