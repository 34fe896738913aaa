// Permanent ids: 128 bits, written as 32 lower-case hexadecimal digits.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace travaux {

/// The hash of some bytes.
using Sha256 = std::array<std::uint8_t, 32>;

/// Returns the SHA-256 of bytes.
[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// A beginning that several texts share, hashed once for all of them.
class HashedBeginning {
public:
    explicit HashedBeginning(std::string_view beginning);

    /// Returns the SHA-256 of the beginning and what follows.
    [[nodiscard]] Sha256 with(std::string_view rest) const;

private:
    std::array<std::uint32_t, 28> state_{};  // of the library's
};

/// Returns bytes as lower-case hexadecimal digits.
[[nodiscard]] std::string hex(const Sha256& hash);

/// Reads 64 lower-case hexadecimal digits, or nothing for any other text.
[[nodiscard]] std::optional<Sha256> parse_sha256(std::string_view digits);

/// An id of one kind of thing; ids of different `Tag`s do not mix. All zero means "none".
template <typename Tag>
struct Id {
    std::array<std::uint8_t, 16> bytes{};

    bool operator==(const Id& other) const {
        const auto [a, b] = halves();
        const auto [of_a, of_b] = other.halves();
        return a == of_a && b == of_b;
    }

    /// Orders ids by their bytes.
    std::strong_ordering operator<=>(const Id& other) const {
        const auto [a, b] = halves();
        const auto [of_a, of_b] = other.halves();
        if (a != of_a) return std::byteswap(a) <=> std::byteswap(of_a);
        return std::byteswap(b) <=> std::byteswap(of_b);
    }

    /// Returns the id born from a hash: its first 128 bits.
    static Id of(const Sha256& hash) {
        Id id;
        for (std::size_t i = 0; i < id.bytes.size(); ++i) id.bytes[i] = hash[i];
        return id;
    }

    [[nodiscard]] bool is_none() const { return *this == Id{}; }

private:
    static_assert(std::endian::native == std::endian::little, "swapped, the first byte leads");

    // Two numbers compare without a call.
    [[nodiscard]] std::array<std::uint64_t, 2> halves() const {
        return std::bit_cast<std::array<std::uint64_t, 2>>(bytes);
    }
};

/// Returns an id's 32 digits.
[[nodiscard]] std::string hex(const std::array<std::uint8_t, 16>& bytes);

/// Reads 32 lower-case hexadecimal digits, or nothing for any other text.
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> parse_id(std::string_view digits);

struct ProvisionTag {};
struct OriginTag {};
struct DraftTag {};
struct ActorTag {};

using ProvisionId = Id<ProvisionTag>;  ///< a node of the treaty; never derived from its number
using OriginId = Id<OriginTag>;        ///< what introduced or removed words
using DraftId = Id<DraftTag>;          ///< one frozen state of the text
using ActorId = Id<ActorTag>;          ///< who acts; who that is stands beside the record

}  // namespace travaux
