// A store that keeps a record in memory, for tests and for trying things out.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <utility>

#include "record/store.h"
#include "storage/listeners.h"

namespace travaux::storage {

class MemoryStore final : public record::Store, public record::SideTable {
public:
    Result<std::uint64_t> length() override;
    Result<void> append(std::uint64_t expected_length,
                        std::span<const record::Addition> additions) override;
    Result<std::vector<std::string>> read(std::uint64_t from, std::uint64_t count) override;
    Watch watch(Listener listener) override;
    Result<std::optional<std::string>> body(const Sha256& hash) override;
    Result<void> save_checkpoint(std::uint64_t size, const std::string& note) override;
    Result<std::optional<std::string>> checkpoint(std::optional<std::uint64_t> size) override;

    Result<void> put(const std::string& kind, const std::string& key,
                     const std::string& value) override;
    Result<std::optional<std::string>> get(const std::string& kind,
                                           const std::string& key) override;
    Result<void> erase(const std::string& kind, const std::string& key) override;
    Result<std::vector<std::string>> keys(const std::string& kind) override;

private:
    std::mutex mutex_;
    std::vector<std::string> entries_;
    std::map<Sha256, std::string> bodies_;
    std::map<std::uint64_t, std::string> checkpoints_;
    std::map<std::pair<std::string, std::string>, std::string> side_;
    Listeners listeners_;
};

}  // namespace travaux::storage
