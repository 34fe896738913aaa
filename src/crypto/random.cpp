// SPDX-License-Identifier: MIT
#include "crypto/random.h"

#include <sodium.h>

#include "base/result.h"

namespace travaux::crypto {

std::array<std::uint8_t, 32> random_bytes() {
    VERIFY(sodium_init() >= 0);
    std::array<std::uint8_t, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace travaux::crypto
