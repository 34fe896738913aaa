// Passwords as they are kept: argon2id, RFC 9106, in the spelling of its reference program, so
// that others can check them too.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace travaux::crypto {

/// What trying one password costs.
struct PasswordCost {
    std::uint32_t passes = 2;
    std::uint32_t memory_kib = 64U << 10U;

    bool operator==(const PasswordCost&) const = default;
};

/// Returns what is kept of a password: `$argon2id$v=19$m=65536,t=2,p=1$…$…`.
[[nodiscard]] std::string keep_password(std::string_view password,
                                        const std::array<std::uint8_t, 16>& salt,
                                        const PasswordCost& cost);

/// Whether a password is the one that is kept. Takes as long whether it is or not.
[[nodiscard]] bool is_password(std::string_view kept, std::string_view password);

/// Whether a password is kept at another cost.
[[nodiscard]] bool has_other_cost(std::string_view kept, const PasswordCost& cost);

}  // namespace travaux::crypto
