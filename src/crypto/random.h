// Chance from the operating system, for keys and salts.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace travaux::crypto {

/// Returns 32 bytes that nobody can foresee.
[[nodiscard]] std::array<std::uint8_t, 32> random_bytes();

}  // namespace travaux::crypto
