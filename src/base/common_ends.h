// How much two texts share at their ends, in bytes.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace travaux {

/// Returns in which bits eight bytes of two texts differ. REQUIRES: they can be read.
[[nodiscard]] inline std::uint64_t difference(const char* a, const char* b) {
    static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
    std::uint64_t of_a = 0;
    std::uint64_t of_b = 0;
    std::memcpy(&of_a, a, sizeof of_a);
    std::memcpy(&of_b, b, sizeof of_b);
    return of_a ^ of_b;
}

/// Returns the length of the longest common beginning.
[[nodiscard]] inline std::size_t common_prefix(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t length = 0;
    for (; shorter - length >= 8; length += 8) {
        const std::uint64_t bits = difference(a.data() + length, b.data() + length);
        if (bits != 0) return length + static_cast<std::size_t>(std::countr_zero(bits)) / 8;
    }
    while (length < shorter && a[length] == b[length]) ++length;
    return length;
}

/// Returns the length of the longest common end.
[[nodiscard]] inline std::size_t common_suffix(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    const char* const end_a = a.data() + a.size();
    const char* const end_b = b.data() + b.size();
    std::size_t length = 0;
    for (; shorter - length >= 8; length += 8) {
        const std::uint64_t bits = difference(end_a - length - 8, end_b - length - 8);
        if (bits != 0) return length + static_cast<std::size_t>(std::countl_zero(bits)) / 8;
    }
    while (length < shorter && *(end_a - length - 1) == *(end_b - length - 1)) ++length;
    return length;
}

}  // namespace travaux
