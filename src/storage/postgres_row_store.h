// Rows in a PostgreSQL database, which several processes on several machines may use at once.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "storage/postgres_connection.h"
#include "storage/row_store.h"

namespace travaux::storage {

class PostgresRowStore final : public RowStore {
    struct Private {};

public:
    /// For `open` alone.
    PostgresRowStore(Private /*only here*/, const std::string& url, Access access)
        : writer_(url, access), reader_(url, access) {}

    /// Opens a database. Errors: as `open_row_store`.
    [[nodiscard]] static Result<std::unique_ptr<PostgresRowStore>> open(const std::string& url,
                                                                        Access access);

    Result<std::optional<Row>> row(const RowName& name) override;
    Result<std::vector<Row>> rows(const RowRange& range) override;
    Result<std::vector<RowChange>> all() override;
    Result<void> change(std::span<const RowChange> changes) override;
    Result<void> forget() override;

private:
    using Value = PostgresConnection::Value;

    [[nodiscard]] Result<std::vector<Row>> ask(const char* sql, std::span<const Value> values);

    std::mutex write_mutex_;
    PostgresConnection writer_;
    std::mutex read_mutex_;
    PostgresConnection reader_;
};

}  // namespace travaux::storage
