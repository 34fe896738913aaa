// What is handed out sealed and comes back: the secret under which it is sealed, and that it is
// good once. Nothing is kept of what never comes back.
// SPDX-License-Identifier: MIT
#include <charconv>

#include "access/internal.h"

namespace travaux::access::internal {
namespace {

constexpr auto server_secret_kind = "server_secret";
constexpr auto used_kind = "used_challenge";  // the value is the time at which it may go
constexpr std::uint64_t old_ones_at_once = 100;

}  // namespace

std::int64_t number_in(std::string_view digits) {
    std::int64_t number = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

Result<std::optional<std::string>> kept_server_secret(Work& work) {
    return work.read<std::string>(server_secret_kind, "");
}

Result<std::string> server_secret(Work& work, const std::array<std::uint8_t, 32>& fresh) {
    TRY_ASSIGN(const auto found, kept_server_secret(work));
    if (found) return *found;
    std::string secret(fresh.begin(), fresh.end());
    TRY_OK(work.put(server_secret_kind, "", "", secret));
    return secret;
}

Result<bool> use_once(Work& work, const std::string& what, std::int64_t until_ms,
                      std::int64_t time_ms) {
    const std::string key = key_of(used_kind, what);
    TRY_ASSIGN(const auto used, work.read<std::string>(used_kind, key));
    if (used) return false;
    TRY_ASSIGN(const auto others, work.list<std::string>({used_kind, "", "", old_ones_at_once}));
    for (const auto& [other, until] : others) {
        if (number_in(until) <= time_ms) TRY_OK(work.erase(used_kind, other));
    }
    TRY_OK(work.put(used_kind, key, "", std::to_string(until_ms)));
    return true;
}

}  // namespace travaux::access::internal
