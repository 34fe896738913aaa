// SPDX-License-Identifier: MIT
#include "crypto/password.h"

#include <sodium.h>

#include "base/base64.h"
#include "base/result.h"

namespace travaux::crypto {
namespace {

constexpr std::size_t hash_bytes = 32;

// The text before the salt.
std::string head_of(const PasswordCost& cost) {
    return "$argon2id$v=19$m=" + std::to_string(cost.memory_kib) +
           ",t=" + std::to_string(cost.passes) + ",p=1$";
}

template <std::size_t size>
std::string unpadded(const std::array<std::uint8_t, size>& bytes) {
    std::string text = base64(std::string(bytes.begin(), bytes.end()));
    while (text.ends_with('=')) text.pop_back();
    return text;
}

}  // namespace

std::string keep_password(std::string_view password, const std::array<std::uint8_t, 16>& salt,
                          const PasswordCost& cost) {
    static_assert(crypto_pwhash_SALTBYTES == 16);
    VERIFY(sodium_init() >= 0);
    std::array<std::uint8_t, hash_bytes> hash{};
    VERIFY(crypto_pwhash(hash.data(), hash.size(), password.data(), password.size(), salt.data(),
                         cost.passes, std::size_t{cost.memory_kib} << 10U,
                         crypto_pwhash_ALG_ARGON2ID13) == 0);
    std::string kept = head_of(cost) + unpadded(salt) + "$" + unpadded(hash);
    VERIFY(kept.size() < crypto_pwhash_STRBYTES);
    return kept;
}

bool is_password(std::string_view kept, std::string_view password) {
    VERIFY(sodium_init() >= 0);
    // libsodium reads the kept spelling up to a zero.
    const std::string terminated(kept);
    const char* const words = password.empty() ? "" : password.data();
    return crypto_pwhash_str_verify(terminated.c_str(), words, password.size()) == 0;
}

bool has_other_cost(std::string_view kept, const PasswordCost& cost) {
    return !kept.starts_with(head_of(cost));
}

}  // namespace travaux::crypto
