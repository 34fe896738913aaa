// Rows in one SQLite file, which nobody else may read. What is forgotten is overwritten in the
// file and cut out of the write-ahead log.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <mutex>

#include "storage/row_store.h"
#include "storage/sqlite_connection.h"

namespace travaux::storage {

class SqliteRowStore final : public RowStore {
    struct Private {};

public:
    /// What changes rows, prepared once.
    struct Writing {
        Connection connection;
        Statement keep;
        Statement insert;
        Statement update;
        Statement erase;
    };

    /// For `open` alone.
    SqliteRowStore(Private /*only here*/, Writing writing, Connection reader)
        : writing_(std::move(writing)), reader_(std::move(reader)) {}

    /// Opens a file. Errors: as `open_row_store`.
    [[nodiscard]] static Result<std::unique_ptr<SqliteRowStore>> open(
        const std::filesystem::path& path, Access access);

    Result<std::optional<Row>> row(const RowName& name) override;
    Result<std::vector<Row>> rows(const RowRange& range) override;
    Result<std::vector<RowChange>> all() override;
    Result<void> change(std::span<const RowChange> changes) override;
    Result<void> forget() override;

private:
    [[nodiscard]] Result<bool> make(const RowChange& change);

    std::mutex write_mutex_;
    Writing writing_;
    std::mutex read_mutex_;
    Connection reader_;
};

}  // namespace travaux::storage
