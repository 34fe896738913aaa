// How much two texts share at their ends, in bytes.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace travaux {

/// Whether as many bytes of two texts as a Unit has are equal.
template <typename Unit>
[[nodiscard]] bool same_units(const char* a, const char* b) {
    Unit of_a{};
    Unit of_b{};
    std::memcpy(&of_a, a, sizeof of_a);
    std::memcpy(&of_b, b, sizeof of_b);
    return of_a == of_b;
}

/// Returns the length of the longest common beginning.
[[nodiscard]] inline std::size_t common_prefix(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (shorter - length >= 8 && same_units<std::uint64_t>(a.data() + length, b.data() + length))
        length += 8;
    while (length < shorter && a[length] == b[length]) ++length;
    return length;
}

/// Returns the length of the longest common end.
[[nodiscard]] inline std::size_t common_suffix(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    const char* const end_a = a.data() + a.size();
    const char* const end_b = b.data() + b.size();
    std::size_t length = 0;
    while (shorter - length >= 8 &&
           same_units<std::uint64_t>(end_a - length - 8, end_b - length - 8)) {
        length += 8;
    }
    while (length < shorter && *(end_a - length - 1) == *(end_b - length - 1)) ++length;
    return length;
}

}  // namespace travaux
