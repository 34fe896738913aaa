// SPDX-License-Identifier: MIT
#include "storage/sqlite_row_store.h"

#include <chrono>
#include <thread>

namespace travaux::storage {
namespace {

namespace fs = std::filesystem;

constexpr SqliteSchema schema{.application = 0x54726163,  // "Trac", in the head of the file
                              .version = 1,
                              .not_ours = "database.not_accounts",
                              .sql = R"(
    create table rows (kind blob not null, key blob not null, owner blob not null,
                       version integer not null, value blob not null,
                       primary key (kind, key)) strict;
    create index rows_by_owner on rows (kind, owner, key);
)"};

Result<SqliteRowStore::Writing> prepare_writing(Connection connection) {
    TRY_ASSIGN(Statement keep,
               connection.prepare("select 1 from rows where kind = ? and key = ? and version = ?"));
    TRY_ASSIGN(Statement insert, connection.prepare("insert into rows values (?, ?, ?, 1, ?) "
                                                    "on conflict do nothing returning 1"));
    TRY_ASSIGN(Statement update,
               connection.prepare("update rows set owner = ?, value = ?, version = version + 1 "
                                  "where kind = ? and key = ? and version = ? returning 1"));
    TRY_ASSIGN(Statement erase, connection.prepare("delete from rows where kind = ? and key = ? "
                                                   "and version = ? returning 1"));
    return SqliteRowStore::Writing{std::move(connection), std::move(keep), std::move(insert),
                                   std::move(update), std::move(erase)};
}

// What the program writes of persons is for its own account alone.
Result<void> make_private(const fs::path& path) {
    std::error_code failure;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, failure);
    if (!failure) return {};
    return std::unexpected(Error{ErrorCode::storage, "file.unwritable", {path.string()}});
}

Row row_of(const Statement& statement) {
    return {statement.bytes_at(0), statement.bytes_at(1),
            static_cast<std::uint64_t>(statement.number_at(2)), statement.bytes_at(3)};
}

}  // namespace

Result<std::unique_ptr<SqliteRowStore>> SqliteRowStore::open(const fs::path& path, Access access) {
    TRY_ASSIGN(Connection writer, Connection::open(path.string(), access));
    if (access != Access::read) {
        TRY_OK(make_private(path));
        TRY_OK(
            writer.run("pragma journal_mode = wal; pragma synchronous = full;"
                       "pragma secure_delete = on"));
    }
    TRY_OK(prepare_schema(writer, schema, path.string(), access));
    TRY_ASSIGN(Connection reader, Connection::open(path.string(), Access::read));
    TRY_ASSIGN(Writing writing, prepare_writing(std::move(writer)));
    return std::make_unique<SqliteRowStore>(Private{}, std::move(writing), std::move(reader));
}

Result<std::optional<Row>> SqliteRowStore::row(const RowName& name) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement, reader_.prepare("select key, owner, version, value from rows "
                                                    "where kind = ? and key = ?"));
    TRY_ASSIGN(const bool has_row, statement.bytes(name.kind).bytes(name.key).step());
    if (!has_row) return std::nullopt;
    return row_of(statement);
}

Result<std::vector<Row>> SqliteRowStore::rows(const RowRange& range) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement,
               reader_.prepare("select key, owner, version, value from rows where kind = ? and "
                               "owner = ? and key > ? order by key limit ?"));
    statement.bytes(range.kind).bytes(range.owner).bytes(range.after);
    statement.number(static_cast<std::int64_t>(range.count));
    std::vector<Row> rows;
    while (true) {
        TRY_ASSIGN(const bool has_row, statement.step());
        if (!has_row) return rows;
        rows.push_back(row_of(statement));
    }
}

Result<std::vector<RowChange>> SqliteRowStore::all() {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement,
               reader_.prepare("select kind, key, owner, value from rows order by kind, key"));
    std::vector<RowChange> all;
    while (true) {
        TRY_ASSIGN(const bool has_row, statement.step());
        if (!has_row) return all;
        all.push_back({RowChange::What::put,
                       {statement.bytes_at(0), statement.bytes_at(1)},
                       0,
                       statement.bytes_at(2),
                       statement.bytes_at(3)});
    }
}

// Makes one change; returns whether the row was as it had been read.
Result<bool> SqliteRowStore::make(const RowChange& change) {
    const auto& [kind, key] = change.name;
    const auto version = static_cast<std::int64_t>(change.version);
    auto& [connection, keep, insert, update, erase] = writing_;
    switch (change.what) {
        case RowChange::What::keep: return keep.bytes(kind).bytes(key).number(version).any();
        case RowChange::What::erase: return erase.bytes(kind).bytes(key).number(version).any();
        case RowChange::What::put: break;
    }
    if (version == 0) {
        return insert.bytes(kind).bytes(key).bytes(change.owner).bytes(change.value).any();
    }
    update.bytes(change.owner).bytes(change.value).bytes(kind).bytes(key);
    return update.number(version).any();
}

Result<void> SqliteRowStore::change(std::span<const RowChange> changes) {
    const auto ordered = in_order(changes);
    const std::scoped_lock lock(write_mutex_);
    TRY_ASSIGN(Transaction transaction, Transaction::begin(writing_.connection));
    for (const RowChange& one : ordered) {
        TRY_ASSIGN(const bool is_made, make(one));
        if (!is_made) return row_moved_on(one.name);
    }
    return transaction.commit();
}

// Empties the write-ahead log, which still has the pages as they were. A reader of another process
// may be in the way for a moment.
Result<void> SqliteRowStore::forget() {
    constexpr int tries = 50;
    for (int i = 0; i < tries; ++i) {
        {
            const std::scoped_lock lock(write_mutex_);
            TRY_ASSIGN(const std::int64_t is_busy,
                       writing_.connection.number("pragma wal_checkpoint(truncate)"));
            if (is_busy == 0) return {};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return std::unexpected(Error{ErrorCode::storage, "row.not_forgotten", {}});
}

}  // namespace travaux::storage
