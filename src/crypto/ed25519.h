// Ed25519 signatures, RFC 8032: the same key and bytes give the same signature everywhere.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace travaux::crypto {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// What a private key is made from: 32 bytes of chance, to be kept secret.
using Seed = std::array<std::uint8_t, 32>;

/// Returns the public key of a private one.
[[nodiscard]] PublicKey public_key_of(const Seed& seed);

/// Returns the signature of bytes.
[[nodiscard]] Signature sign(const Seed& seed, std::string_view bytes);

/// Whether a signature of bytes was made with the private key of `key`. Keys of small order and
/// second spellings of a signature do not count.
[[nodiscard]] bool is_signed(const PublicKey& key, std::string_view bytes,
                             const Signature& signature);

}  // namespace travaux::crypto
