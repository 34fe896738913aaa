// Things in a row, each of which knows the next: joining two rows costs nothing.
// SPDX-License-Identifier: MIT
#pragma once

namespace travaux::consolidation {

/// A part of a chain, from one thing up to another, which is not in it; null is the end.
template <typename T>
struct Links {
    class Iterator {
    public:
        explicit Iterator(const T* at) : at_(at) {}
        const T& operator*() const { return *at_; }
        Iterator& operator++() {
            at_ = at_->next;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

    private:
        const T* at_;
    };

    const T* first = nullptr;
    const T* stop = nullptr;

    [[nodiscard]] Iterator begin() const { return Iterator(first); }
    [[nodiscard]] Iterator end() const { return Iterator(stop); }
};

/// REQUIRES: T has a member `T* next`, null at first. The chain does not own what is in it.
template <typename T>
struct Chain {
    T* first = nullptr;
    T* last = nullptr;

    void append(T* one) { append(Chain{one, one}); }

    void append(const Chain& more) {
        if (more.first == nullptr) return;
        (first == nullptr ? first : last->next) = more.first;
        last = more.last;
    }

    [[nodiscard]] Links<T> links() const { return {first, nullptr}; }
    [[nodiscard]] auto begin() const { return links().begin(); }
    [[nodiscard]] auto end() const { return links().end(); }
};

}  // namespace travaux::consolidation
