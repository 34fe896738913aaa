// SPDX-License-Identifier: MIT
#include "storage/sqlite_connection.h"

#include <utility>

#include "base/limits.h"

namespace travaux::storage {
namespace {

constexpr int busy_ms_max = 10'000;

std::unexpected<Error> failure_of(sqlite3* handle) {
    const int code = sqlite3_errcode(handle) & 0xFF;
    const char* const name = sqlite3_db_filename(handle, nullptr);
    const std::string path = name == nullptr ? "database" : name;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        return std::unexpected(
            Error{ErrorCode::corrupt, "database.damaged", {path, sqlite3_errmsg(handle)}});
    }
    return std::unexpected(
        Error{ErrorCode::storage, "database.failed", {path, sqlite3_errmsg(handle)}});
}

int flags_of(Access access) {
    switch (access) {
        case Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case Access::write: return SQLITE_OPEN_READWRITE;
        case Access::read: break;
    }
    return SQLITE_OPEN_READONLY;
}

}  // namespace

Statement& Statement::number(std::int64_t value) {
    VERIFY(sqlite3_bind_int64(handle_.get(), next_++, value) == SQLITE_OK);
    return *this;
}

Statement& Statement::text(std::string_view value) {
    VERIFY(sqlite3_bind_text64(handle_.get(), next_++, value.data(), value.size(), SQLITE_TRANSIENT,
                               SQLITE_UTF8) == SQLITE_OK);
    return *this;
}

Statement& Statement::bytes(std::string_view value) {
    // A null pointer would bind NULL.
    VERIFY(sqlite3_bind_blob64(handle_.get(), next_++, value.empty() ? "" : value.data(),
                               value.size(), SQLITE_TRANSIENT) == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return failure_of(sqlite3_db_handle(handle_.get()));
}

Result<void> Statement::run() {
    const auto has_row = step();
    sqlite3_reset(handle_.get());
    next_ = 1;
    TRY_OK(has_row);
    return {};
}

Result<bool> Statement::any() {
    const auto has_row = step();
    sqlite3_reset(handle_.get());
    next_ = 1;
    return has_row;
}

Result<std::int64_t> Statement::number_once() {
    const auto has_row = step();
    const std::int64_t number = has_row && *has_row ? number_at(0) : 0;
    sqlite3_reset(handle_.get());
    TRY_OK(has_row);
    return number;
}

std::int64_t Statement::number_at(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

std::string Statement::bytes_at(int column) const {
    const void* const start = sqlite3_column_blob(handle_.get(), column);
    const int size = sqlite3_column_bytes(handle_.get(), column);
    if (start == nullptr) return {};
    return {static_cast<const char*>(start), static_cast<std::size_t>(size)};
}

Result<Connection> Connection::open(const std::string& path, Access access) {
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &handle, flags_of(access) | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(handle);
    if (code != SQLITE_OK) {
        return std::unexpected(
            Error{ErrorCode::storage, "database.failed", {path, sqlite3_errstr(code)}});
    }
    sqlite3_busy_timeout(handle, busy_ms_max);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, static_cast<int>(limits::body_bytes + 4096));
    // What a hostile file has in its schema is not run.
    TRY_OK(connection.run("pragma trusted_schema = off; pragma cell_size_check = on"));
    return connection;
}

Result<void> Connection::run(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure_of(handle_.get());
    }
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK) return failure_of(handle_.get());
    return Statement(statement);
}

Result<std::int64_t> Connection::number(std::string_view sql) {
    TRY_ASSIGN(Statement statement, prepare(sql));
    return statement.number_once();
}

Result<std::optional<std::string>> Connection::bytes(Statement statement) {
    TRY_ASSIGN(const bool has_row, statement.step());
    if (!has_row) return std::nullopt;
    return statement.bytes_at(0);
}

Result<void> Connection::copy_to(Connection& target) {
    sqlite3_backup* const backup =
        sqlite3_backup_init(target.handle_.get(), "main", handle_.get(), "main");
    if (backup == nullptr) return failure_of(target.handle_.get());
    const int code = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) return failure_of(target.handle_.get());
    return {};
}

Result<Transaction> Transaction::begin(Connection& connection) {
    TRY_OK(connection.run("begin immediate"));
    return Transaction(connection);
}

Result<void> Transaction::commit() {
    TRY_OK(connection_->run("commit"));
    connection_ = nullptr;
    return {};
}

Transaction::~Transaction() {
    // Where SQLite has undone it already there is nothing left to undo.
    if (connection_ == nullptr) return;
    [[maybe_unused]] const auto undone = connection_->run("rollback");
}

Result<void> prepare_schema(Connection& connection, const SqliteSchema& schema,
                            const std::string& path, Access access) {
    TRY_ASSIGN(auto of_whom, connection.number("pragma application_id"));
    TRY_ASSIGN(const auto tables, connection.number("select count(*) from sqlite_schema"));
    if (of_whom == 0 && tables == 0 && access == Access::create) {
        TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
        // Another process may have made them in between.
        TRY_ASSIGN(of_whom, connection.number("pragma application_id"));
        if (of_whom == 0) {
            const std::string marks =
                "pragma application_id = " + std::to_string(schema.application) +
                "; pragma user_version = " + std::to_string(schema.version);
            TRY_OK(connection.run(schema.sql));
            TRY_OK(connection.run(marks.c_str()));
            of_whom = schema.application;
        }
        TRY_OK(transaction.commit());
    }
    if (of_whom != schema.application) {
        return std::unexpected(Error{ErrorCode::invalid, schema.not_ours, {path}});
    }
    TRY_ASSIGN(const auto written, connection.number("pragma user_version"));
    if (written != schema.version) {
        return std::unexpected(
            Error{ErrorCode::invalid, "database.version", {path, std::to_string(written)}});
    }
    return {};
}

}  // namespace travaux::storage
