// SPDX-License-Identifier: MIT
#include "base/id.h"

#include <openssl/sha.h>

#include <span>

namespace travaux {
namespace {

std::string digits_of(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::optional<unsigned> value_of(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a' + 10);
    return std::nullopt;
}

template <std::size_t Size>
std::optional<std::array<std::uint8_t, Size>> bytes_of(std::string_view digits) {
    std::array<std::uint8_t, Size> bytes{};
    if (digits.size() != 2 * Size) return std::nullopt;
    for (std::size_t i = 0; i < Size; ++i) {
        const auto high = value_of(digits[2 * i]);
        const auto low = value_of(digits[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        bytes[i] = static_cast<std::uint8_t>((*high << 4U) | *low);
    }
    return bytes;
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
    Sha256 hash{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the C interface takes bytes.
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
    return hash;
}

std::string hex(const Sha256& hash) { return digits_of(hash); }

std::string hex(const std::array<std::uint8_t, 16>& bytes) { return digits_of(bytes); }

std::optional<std::array<std::uint8_t, 16>> parse_id(std::string_view digits) {
    return bytes_of<16>(digits);
}

std::optional<Sha256> parse_sha256(std::string_view digits) { return bytes_of<32>(digits); }

}  // namespace travaux
