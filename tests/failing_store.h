// A store whose ground can go away, also right after an append.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "storage/memory.h"

namespace travaux::tests {

class FailingStore final : public record::Store {
public:
    Result<std::uint64_t> length() override {
        if (is_away) return away();
        return kept.length();
    }
    Result<void> append(std::uint64_t expected,
                        std::span<const record::Addition> additions) override {
        ++appends;
        if (is_away) return away();
        TRY_OK(kept.append(expected, additions));
        if (loses_answers) return away();
        return {};
    }
    Result<std::vector<std::string>> read(std::uint64_t from, std::uint64_t count) override {
        if (is_away) return away();
        return kept.read(from, count);
    }
    Watch watch(Listener listener) override { return kept.watch(std::move(listener)); }
    Result<std::optional<std::string>> body(const Sha256& hash) override {
        if (is_away) return away();
        return kept.body(hash);
    }
    Result<void> save_checkpoint(std::uint64_t size, const std::string& note) override {
        if (is_away) return away();
        return kept.save_checkpoint(size, note);
    }
    Result<std::optional<std::string>> checkpoint(std::optional<std::uint64_t> size) override {
        if (is_away) return away();
        return kept.checkpoint(size);
    }

    static std::unexpected<Error> away() {
        return std::unexpected(Error{ErrorCode::storage, "database.failed", {"it is away"}});
    }

    storage::MemoryStore kept;
    std::atomic<bool> is_away = false;
    std::atomic<bool> loses_answers = false;  ///< after what was appended
    std::atomic<int> appends = 0;
};

}  // namespace travaux::tests
