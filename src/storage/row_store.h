// The port behind which accounts, drafts and what else stands beside the records are kept: rows
// with a kind, a key, an owner and a version.
//
// Several rows change together or not at all, and only where each is still as it was read. So
// several threads and several processes may use one store. Failures of the ground have the code
// `storage`.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "storage/database.h"

namespace travaux::storage {

struct RowName {
    std::string kind;
    std::string key;

    auto operator<=>(const RowName&) const = default;
};

struct Row {
    std::string key;
    std::string owner;          ///< whose it is: rows are listed by owner
    std::uint64_t version = 0;  ///< 1 at first, and one more with each change
    std::string value;

    bool operator==(const Row&) const = default;
};

struct RowChange {
    enum class What : std::uint8_t { keep, put, erase };

    What what = What::keep;
    RowName name;
    std::uint64_t version = 0;  ///< as it was read; 0: it was not there, and only a `put` says so
    std::string owner;          ///< of a `put`
    std::string value;          ///< of a `put`
};

/// Rows of a kind and an owner, by key.
struct RowRange {
    std::string kind;
    std::string owner;
    std::string after;  ///< the key before the first that is wanted; empty: from the beginning
    std::uint64_t count = 1000;
};

class RowStore {
public:
    RowStore() = default;
    RowStore(const RowStore&) = delete;
    RowStore& operator=(const RowStore&) = delete;
    virtual ~RowStore() = default;

    /// Returns a row, or nothing.
    [[nodiscard]] virtual Result<std::optional<Row>> row(const RowName& name) = 0;

    /// Returns the rows of a range, by key.
    [[nodiscard]] virtual Result<std::vector<Row>> rows(const RowRange& range) = 0;

    /// Returns all rows as they are at one moment, by kind and key, as changes that put them into a
    /// store that holds nothing.
    [[nodiscard]] virtual Result<std::vector<RowChange>> all() = 0;

    /// Makes changes, durably: all or none. REQUIRES: each row is named once. Errors:
    /// `row.moved_on` where one of the rows is not as it was read.
    [[nodiscard]] virtual Result<void> change(std::span<const RowChange> changes) = 0;

    /// Sees to it that the bytes of what was erased or replaced are nowhere in the store.
    [[nodiscard]] virtual Result<void> forget() = 0;
};

/// Opens the store at a location: the URL of a PostgreSQL database, whose search path begins with a
/// schema for it alone, or the path of an SQLite file, which nobody else may read. Errors:
/// `file.not_found`, `database.not_accounts`, `database.version`, `database.failed`.
[[nodiscard]] Result<std::unique_ptr<RowStore>> open_row_store(const std::string& location,
                                                               Access access);

/// Copies a store of rows as it is at one moment to a location that holds nothing yet, all of it or
/// nothing, and returns the number of rows; versions begin at 1 again. Errors: `file.exists`,
/// `store.not_empty`, those of `open_row_store`.
[[nodiscard]] Result<std::size_t> copy_rows(const std::string& from, const std::string& to);

/// Makes the refusal of changes that come too late.
[[nodiscard]] std::unexpected<Error> row_moved_on(const RowName& name);

/// Returns changes in the order of their names, in which they are made, so that two that meet do
/// not wait for each other. REQUIRES: as `RowStore::change`.
[[nodiscard]] std::vector<RowChange> in_order(std::span<const RowChange> changes);

}  // namespace travaux::storage
