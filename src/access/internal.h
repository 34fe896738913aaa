// What the parts of the accounts share, and nobody else uses.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "access/accounts.h"

namespace travaux::access::internal {

inline constexpr std::int64_t minute_ms = 60'000;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

[[nodiscard]] std::unexpected<Error> refuse(std::string_view id, std::vector<std::string> args = {},
                                            ErrorCode code = ErrorCode::refused);

/// Returns the key under which what a secret opens is kept. It tells nothing of the secret.
[[nodiscard]] std::string key_of(std::string_view kind, std::string_view secret);

/// Returns the key of an address: capital letters of ASCII count as small ones.
[[nodiscard]] std::string key_of_address(std::string_view address);

/// Whether a text is UTF-8 without control characters.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// Checks a password that somebody wants to have. Errors: `account.password_short`,
/// `account.password_long`.
[[nodiscard]] Result<void> check_password(std::string_view password);

/// Checks an address of e-mail. Error: `account.address_malformed`.
[[nodiscard]] Result<void> check_address(std::string_view address);

/// Checks what somebody says of themselves, but for the password. Errors: `account.*`.
[[nodiscard]] Result<void> check_person(const NewAccount& said);

/// Returns the number that a text begins with; -1 where there is none.
[[nodiscard]] std::int64_t number_in(std::string_view digits);

/// Returns the secret of the server, 32 bytes; it is made of `fresh` when it is first wanted.
[[nodiscard]] Result<std::string> server_secret(Work& work,
                                                const std::array<std::uint8_t, 32>& fresh);

/// Returns the same where it was made.
[[nodiscard]] Result<std::optional<std::string>> kept_server_secret(Work& work);

/// Uses something up that is good once and until a time; those whose time is over are forgotten.
/// Returns whether it was unused.
[[nodiscard]] Result<bool> use_once(Work& work, const std::string& what, std::int64_t until_ms,
                                    std::int64_t time_ms);

[[nodiscard]] bool is_administrator(const Account& account);

}  // namespace travaux::access::internal
