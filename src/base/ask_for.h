// Asking for memory before it is read.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace travaux {

/// The bytes that a processor fetches at a time.
inline constexpr std::size_t fetched_bytes = 64;

/// Asks for the memory at an address, without waiting for it. What is read next is the same, and
/// comes sooner where much is asked for at once.
inline void ask_for(const void* address) { __builtin_prefetch(address); }

/// Asks for all bytes of a text.
inline void ask_for(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += fetched_bytes) ask_for(text.data() + at);
}

/// Asks for all of a list.
template <typename T>
void ask_for(std::span<const T> list) {
    const auto bytes = std::as_bytes(list);
    for (std::size_t at = 0; at < bytes.size(); at += fetched_bytes) ask_for(&bytes[at]);
}

}  // namespace travaux
