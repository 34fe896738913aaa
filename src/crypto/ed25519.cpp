// SPDX-License-Identifier: MIT
#include "crypto/ed25519.h"

#include <sodium.h>

#include "base/result.h"

namespace travaux::crypto {
namespace {

static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES);
static_assert(sizeof(Signature) == crypto_sign_BYTES);
static_assert(sizeof(Seed) == crypto_sign_SEEDBYTES);

struct KeyPair {
    PublicKey open{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};

    explicit KeyPair(const Seed& seed) {
        VERIFY(sodium_init() >= 0);
        crypto_sign_seed_keypair(open.data(), secret.data(), seed.data());
    }
    ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
    KeyPair(const KeyPair&) = delete;
    KeyPair& operator=(const KeyPair&) = delete;
};

const unsigned char* start_of(std::string_view bytes) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the C interface takes bytes.
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

PublicKey public_key_of(const Seed& seed) { return KeyPair(seed).open; }

Signature sign(const Seed& seed, std::string_view bytes) {
    const KeyPair pair(seed);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, start_of(bytes), bytes.size(),
                         pair.secret.data());
    return signature;
}

bool is_signed(const PublicKey& key, std::string_view bytes, const Signature& signature) {
    VERIFY(sodium_init() >= 0);
    return crypto_sign_verify_detached(signature.data(), start_of(bytes), bytes.size(),
                                       key.data()) == 0;
}

}  // namespace travaux::crypto
