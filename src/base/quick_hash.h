// A quick hash of bytes, for tables in memory.
//
// Who looks up compares the bytes where hashes are equal. No order and no output comes of it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/id.h"

namespace travaux {

/// Returns a number whose bits all depend on all bits of another.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdULL;
    value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

/// Returns the hash of bytes, eight at a time; the last eight may overlap those before them.
[[nodiscard]] inline std::uint64_t quick_hash(std::string_view bytes) {
    const auto load = [&]<typename Unit>(Unit unit, std::size_t at) -> std::uint64_t {
        std::memcpy(&unit, bytes.data() + at, sizeof unit);
        return unit;
    };
    const std::size_t size = bytes.size();
    std::uint64_t hash = size * 0x9E3779B97F4A7C15ULL;
    const auto take = [&](std::uint64_t octets) {
        hash = (hash ^ octets) * 0x9FB21C651E98DF25ULL;
        hash ^= hash >> 35U;
    };
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8) take(load(std::uint64_t{}, at));
        take(load(std::uint64_t{}, size - 8));
    } else if (size >= 4) {
        take(load(std::uint32_t{}, 0) << 32U | load(std::uint32_t{}, size - 4));
    } else if (size > 0) {
        take(load(std::uint8_t{}, 0) << 16U | load(std::uint8_t{}, size / 2) << 8U |
             load(std::uint8_t{}, size - 1));
    }
    return mixed(hash);
}

/// Hashes ids for tables.
struct IdHash {
    using is_avalanching = void;  // NOLINT(readability-identifier-naming): the name Boost looks for

    template <typename Tag>
    std::size_t operator()(const Id<Tag>& id) const {
        return quick_hash({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
    }
};

}  // namespace travaux
