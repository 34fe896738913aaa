// What was made at a cost, kept under its name until there is too much of it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace travaux::http {

/// Keeps values by name, at most so many bytes of them. Several threads may use it.
template <typename T>
class Shelf {
public:
    explicit Shelf(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    /// Returns what is kept under a name; null where there is nothing.
    [[nodiscard]] std::shared_ptr<const T> find(const std::string& name) const {
        const std::scoped_lock lock(mutex_);
        const auto found = kept_.find(name);
        return found == kept_.end() ? nullptr : found->second.value;
    }

    /// Keeps a value of so many bytes in the place of what had its name, and lets go of others
    /// where there is no room for it.
    void keep(const std::string& name, std::shared_ptr<const T> value, std::size_t bytes) {
        const std::scoped_lock lock(mutex_);
        forget(kept_.find(name));
        while (!kept_.empty() && bytes_ + bytes > bytes_max_) forget(kept_.begin());
        kept_[name] = {std::move(value), bytes};
        bytes_ += bytes;
    }

private:
    struct Kept {
        std::shared_ptr<const T> value;
        std::size_t bytes = 0;
    };
    using Place = typename std::map<std::string, Kept>::iterator;

    void forget(Place which) {
        if (which == kept_.end()) return;
        bytes_ -= which->second.bytes;
        kept_.erase(which);
    }

    std::size_t bytes_max_;
    mutable std::mutex mutex_;
    std::map<std::string, Kept> kept_;
    std::size_t bytes_ = 0;
};

}  // namespace travaux::http
