// Memory for one piece of work, given back all at once.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <type_traits>
#include <utility>

namespace travaux::consolidation {

/// What is made in a scratch lives as long as the scratch does.
class Scratch {
public:
    Scratch() = default;
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Returns a new T made from `arguments`.
    template <typename T, typename... Arguments>
    [[nodiscard]] T* make(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T>);
        return std::construct_at(allocate<T>(1), std::forward<Arguments>(arguments)...);
    }

    /// Returns `count` new Ts, each as `T{}`.
    template <typename T>
    [[nodiscard]] std::span<T> make_list(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        T* const first = allocate<T>(count);
        std::uninitialized_value_construct_n(first, count);
        return {first, count};
    }

    /// Returns a new, empty container whose contents stand in the scratch too.
    template <typename Container>
    [[nodiscard]] Container* make_container() {
        return std::construct_at(allocate<Container>(1), &memory_);
    }

private:
    static constexpr std::size_t bytes_at_hand = 8192;

    template <typename T>
    T* allocate(std::size_t count) {
        return static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
    }

    alignas(std::max_align_t) std::array<std::byte, bytes_at_hand> at_hand_;
    std::pmr::monotonic_buffer_resource memory_{at_hand_.data(), at_hand_.size()};
};

}  // namespace travaux::consolidation
