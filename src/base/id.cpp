// SPDX-License-Identifier: MIT
#include "base/id.h"

// OpenSSL calls its plain functions of one algorithm deprecated. What it wants instead prepares
// each hash for any algorithm, which takes as long as hashing a line.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <span>

#include "base/result.h"

namespace travaux {
namespace {

std::string digits_of(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(2 * bytes.size(), '\0');
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        text[2 * at] = digits[bytes[at] >> 4U];
        text[2 * at + 1] = digits[bytes[at] & 15U];
    }
    return text;
}

std::optional<unsigned> value_of(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a' + 10);
    return std::nullopt;
}

template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> bytes_of(std::string_view digits) {
    std::array<std::uint8_t, size> bytes{};
    if (digits.size() != 2 * size) return std::nullopt;
    for (std::size_t i = 0; i < size; ++i) {
        const auto high = value_of(digits[2 * i]);
        const auto low = value_of(digits[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        bytes[i] = static_cast<std::uint8_t>((*high << 4U) | *low);
    }
    return bytes;
}

}  // namespace

HashedBeginning::HashedBeginning(std::string_view beginning) {
    SHA256_CTX context{};
    VERIFY(SHA256_Init(&context) == 1);
    VERIFY(SHA256_Update(&context, beginning.data(), beginning.size()) == 1);
    state_ = std::bit_cast<decltype(state_)>(context);
}

Sha256 HashedBeginning::with(std::string_view rest) const {
    auto context = std::bit_cast<SHA256_CTX>(state_);
    Sha256 hash{};
    VERIFY(SHA256_Update(&context, rest.data(), rest.size()) == 1);
    VERIFY(SHA256_Final(hash.data(), &context) == 1);
    return hash;
}

Sha256 sha256(std::string_view bytes) { return HashedBeginning({}).with(bytes); }

std::string hex(const Sha256& hash) { return digits_of(hash); }

std::string hex(const std::array<std::uint8_t, 16>& bytes) { return digits_of(bytes); }

std::optional<std::array<std::uint8_t, 16>> parse_id(std::string_view digits) {
    return bytes_of<16>(digits);
}

std::optional<Sha256> parse_sha256(std::string_view digits) { return bytes_of<32>(digits); }

}  // namespace travaux
