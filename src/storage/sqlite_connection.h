// A connection to an SQLite database, and statements on it, as values that close themselves.
//
// Failures of SQLite are refusals: `database.damaged` where the file is no sound database,
// otherwise `database.failed` of code `storage`. A connection is used by one thread at a time.
// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "storage/database.h"

namespace travaux::storage {

class Statement {
public:
    /// Binds the next place of the statement.
    Statement& number(std::int64_t value);
    Statement& text(std::string_view value);
    Statement& bytes(std::string_view value);

    /// Steps to the next row. Returns whether there is one.
    [[nodiscard]] Result<bool> step();

    /// Steps once where no row is wanted, and is then ready for other values.
    [[nodiscard]] Result<void> run();

    /// Returns whether there is a row, and is then ready for other values.
    [[nodiscard]] Result<bool> any();

    /// Returns the number in the first row, and is then ready to run again.
    [[nodiscard]] Result<std::int64_t> number_once();

    [[nodiscard]] std::int64_t number_at(int column) const;
    [[nodiscard]] std::string bytes_at(int column) const;

private:
    friend class Connection;
    explicit Statement(sqlite3_stmt* handle) : handle_(handle, sqlite3_finalize) {}

    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> handle_;
    int next_ = 1;
};

class Connection {
public:
    [[nodiscard]] static Result<Connection> open(const std::string& path, Access access);

    /// Runs statements that take no values and give no rows.
    [[nodiscard]] Result<void> run(const char* sql);

    [[nodiscard]] Result<Statement> prepare(std::string_view sql);

    /// Returns the number that a statement gives in its first row.
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql);

    /// Returns the bytes that a prepared statement gives in its first row, if there is one.
    [[nodiscard]] static Result<std::optional<std::string>> bytes(Statement statement);

    /// Copies the whole database into another, which is overwritten.
    [[nodiscard]] Result<void> copy_to(Connection& target);

private:
    explicit Connection(sqlite3* handle) : handle_(handle, sqlite3_close_v2) {}

    std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle_;
};

/// Runs what is done while it lives as one transaction; what is not committed is undone.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);

    [[nodiscard]] Result<void> commit();

    Transaction(Transaction&& other) noexcept
        : connection_(std::exchange(other.connection_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}

    Connection* connection_;
};

/// The tables of a kind of file, and how the file says what it is.
struct SqliteSchema {
    std::int64_t application = 0;  ///< SQLite's application id
    std::int64_t version = 0;
    const char* not_ours = nullptr;  ///< the refusal of a file of something else
    const char* sql = nullptr;
};

/// Makes the tables of a file that has none and may be made, and refuses the file of something
/// else. Errors: the schema's, `database.version` where a later program made it.
[[nodiscard]] Result<void> prepare_schema(Connection& connection, const SqliteSchema& schema,
                                          const std::string& path, Access access);

}  // namespace travaux::storage
