// SPDX-License-Identifier: MIT
#include "storage/memory.h"

#include <algorithm>

namespace travaux::storage {

Result<std::uint64_t> MemoryStore::length() {
    const std::scoped_lock lock(mutex_);
    return entries_.size();
}

Result<void> MemoryStore::append(std::uint64_t expected_length,
                                 std::span<const record::Addition> additions) {
    std::uint64_t grown = 0;
    {
        const std::scoped_lock lock(mutex_);
        if (entries_.size() != expected_length) {
            return std::unexpected(
                Error{ErrorCode::conflict, "store.moved_on", {std::to_string(entries_.size())}});
        }
        for (const record::Addition& addition : additions) {
            entries_.push_back(addition.entry);
            for (const record::Body& body : addition.bodies) bodies_[body.hash] = body.bytes;
            for (const Sha256& hash : addition.withholds) bodies_.erase(hash);
            for (const auto& one : addition.side) side_[{one.kind, one.key}] = one.value;
        }
        grown = entries_.size();
    }
    if (grown != expected_length) listeners_.tell(grown);
    return {};
}

Result<std::vector<std::string>> MemoryStore::read(std::uint64_t from, std::uint64_t count) {
    const std::scoped_lock lock(mutex_);
    const std::uint64_t begin = std::min<std::uint64_t>(from, entries_.size());
    const std::uint64_t end = begin + std::min<std::uint64_t>(count, entries_.size() - begin);
    return std::vector<std::string>(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
                                    entries_.begin() + static_cast<std::ptrdiff_t>(end));
}

record::Store::Watch MemoryStore::watch(Listener listener) {
    return listeners_.add(std::move(listener));
}

Result<std::optional<std::string>> MemoryStore::body(const Sha256& hash) {
    const std::scoped_lock lock(mutex_);
    const auto found = bodies_.find(hash);
    if (found == bodies_.end()) return std::nullopt;
    return found->second;
}

Result<void> MemoryStore::save_checkpoint(std::uint64_t size, const std::string& note) {
    const std::scoped_lock lock(mutex_);
    checkpoints_[size] = note;
    return {};
}

Result<std::optional<std::string>> MemoryStore::checkpoint(std::optional<std::uint64_t> size) {
    const std::scoped_lock lock(mutex_);
    if (checkpoints_.empty()) return std::nullopt;
    if (!size) return checkpoints_.rbegin()->second;
    const auto found = checkpoints_.find(*size);
    if (found == checkpoints_.end()) return std::nullopt;
    return found->second;
}

Result<void> MemoryStore::put(const std::string& kind, const std::string& key,
                              const std::string& value) {
    const std::scoped_lock lock(mutex_);
    side_[{kind, key}] = value;
    return {};
}

Result<std::optional<std::string>> MemoryStore::get(const std::string& kind,
                                                    const std::string& key) {
    const std::scoped_lock lock(mutex_);
    const auto found = side_.find({kind, key});
    if (found == side_.end()) return std::nullopt;
    return found->second;
}

Result<void> MemoryStore::erase(const std::string& kind, const std::string& key) {
    const std::scoped_lock lock(mutex_);
    side_.erase({kind, key});
    return {};
}

Result<std::vector<std::string>> MemoryStore::keys(const std::string& kind) {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> keys;
    for (const auto& [name, value] : side_) {
        if (name.first == kind) keys.push_back(name.second);
    }
    return keys;
}

}  // namespace travaux::storage
