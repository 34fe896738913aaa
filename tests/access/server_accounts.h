// The accounts of a server for tests: on a store of their own, with chance that can be foreseen,
// passwords that cost little, and two accounts to begin with.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstring>
#include <string>

#include "access/accounts.h"
#include "storage/memory_row_store.h"
#include "tests/record/sample_record.h"

namespace travaux::tests {

inline constexpr auto committee_name = "cybercrime";
inline constexpr auto any_password = "correct horse battery";
inline constexpr crypto::PasswordCost little_cost{.passes = 1, .memory_kib = 8};

/// Returns chance that is another for each seed.
inline access::Accounts::Chance chance_of(std::uint64_t seed) {
    return [seed, count = std::uint64_t{0}]() mutable {
        return sha256(std::to_string(seed) + " " + std::to_string(++count));
    };
}

inline access::NewAccount account_of(const std::string& name) {
    return {name + "@example.org", name, {}, any_password};
}

inline access::Part part(access::Capacity capacity, std::optional<std::string> delegation = {},
                         std::optional<std::string> committee = committee_name) {
    if (capacity == access::Capacity::administrator) committee.reset();
    return {std::move(committee), capacity, std::move(delegation), {}, {}};
}

/// A part with which somebody who has it comes in, `GHA` for a delegation.
inline access::Part usual_part(access::Capacity capacity, const char* delegation = "GHA") {
    const bool speaks =
        capacity == access::Capacity::delegate || capacity == access::Capacity::head;
    return part(capacity, speaks ? std::optional<std::string>(delegation) : std::nullopt);
}

struct ServerAccounts {
    storage::MemoryRowStore memory;
    storage::RowStore& store;
    access::Accounts accounts;
    std::int64_t now_ms = 1'700'000'000'000;

    explicit ServerAccounts(storage::RowStore* other = nullptr)
        : store(other == nullptr ? memory : *other), accounts(store, chance_of(7), little_cost) {
        const auto link = sure(accounts.first_link(committee_name, now_ms));
        sure(accounts.found(*link, {account_of("admin"), account_of("secretariat")}, now_ms));
    }

    /// Logs somebody in by their name.
    access::Asker in(const std::string& name) {
        const auto secret = sure(accounts.log_in(name + "@example.org", any_password, now_ms));
        return sure(accounts.who(access::Credential::log_in, secret, now_ms));
    }

    /// Has an account made with a part that somebody gives, and logs it in.
    access::Asker add(const std::string& giver, const access::Part& given,
                      const std::string& name) {
        const auto link = sure(accounts.invite(in(giver), given));
        sure(accounts.accept(link.secret, account_of(name), now_ms));
        return in(name);
    }
};

/// Returns the id of a refusal; empty where there was none.
template <typename T>
[[nodiscard]] std::string refusal(const Result<T>& outcome) {
    return outcome ? std::string() : outcome.error().id;
}

}  // namespace travaux::tests
