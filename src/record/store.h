// The ports behind which a record and what stands beside it are kept.
//
// A store is opened on the record of one committee. What `append` has returned for survives a crash
// and a loss of power; an addition is there as a whole or not at all. Several threads may use one
// store. Failures of the ground have the code `storage`.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/body.h"

namespace travaux::record {

class Store {
public:
    /// Hears the length after the record has grown; called on any thread, and has to be quick.
    using Listener = std::function<void(std::uint64_t length)>;

    /// Hearing ends with it.
    using Watch = std::shared_ptr<void>;

    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// Returns the number of entries.
    [[nodiscard]] virtual Result<std::uint64_t> length() = 0;

    /// Appends entries with their bodies, and deletes the bodies that they withhold: all of it or
    /// nothing. Errors: `store.moved_on` where the length is another than expected. After an error
    /// of code `storage` reading tells whether they were appended.
    [[nodiscard]] virtual Result<void> append(std::uint64_t expected_length,
                                              std::span<const Addition> additions) = 0;

    /// Returns up to `count` entries from an index on; fewer at the end.
    [[nodiscard]] virtual Result<std::vector<std::string>> read(std::uint64_t from,
                                                                std::uint64_t count) = 0;

    /// Tells a listener whenever the record has grown, here or at another process.
    [[nodiscard]] virtual Watch watch(Listener listener) = 0;

    /// Returns the bytes of a body, salt first, or nothing where it is not there.
    [[nodiscard]] virtual Result<std::optional<std::string>> body(const Sha256& hash) = 0;

    /// Keeps the signed head of a size; one that is there already is replaced.
    [[nodiscard]] virtual Result<void> save_checkpoint(std::uint64_t size,
                                                       const std::string& note) = 0;

    /// Returns the signed head of a size, the greatest where none is given; nothing where there is
    /// none.
    [[nodiscard]] virtual Result<std::optional<std::string>> checkpoint(
        std::optional<std::uint64_t> size) = 0;
};

/// What stands beside a record and can be erased: personal data and unsubmitted drafts, each with a
/// kind and a key of its own. Nothing of it enters the record.
class SideTable {
public:
    SideTable() = default;
    SideTable(const SideTable&) = delete;
    SideTable& operator=(const SideTable&) = delete;
    virtual ~SideTable() = default;

    /// Puts a value in the place of what is there.
    [[nodiscard]] virtual Result<void> put(const std::string& kind, const std::string& key,
                                           const std::string& value) = 0;

    /// Returns a value, or nothing.
    [[nodiscard]] virtual Result<std::optional<std::string>> get(const std::string& kind,
                                                                 const std::string& key) = 0;

    /// Erases a value, so that its bytes are nowhere in the store.
    [[nodiscard]] virtual Result<void> erase(const std::string& kind, const std::string& key) = 0;

    /// Returns the keys of a kind, sorted.
    [[nodiscard]] virtual Result<std::vector<std::string>> keys(const std::string& kind) = 0;
};

}  // namespace travaux::record
