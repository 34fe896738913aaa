// SPDX-License-Identifier: MIT
#include "storage/sqlite.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>

namespace travaux::storage {
namespace {

namespace fs = std::filesystem;

constexpr auto look_each = std::chrono::milliseconds(20);

constexpr SqliteSchema schema{.application = 0x54726176,  // "Trav", in the head of the file
                              .version = 1,
                              .not_ours = "database.not_a_record",
                              .sql = R"(
    create table entries (position integer primary key, bytes blob not null) strict;
    create table bodies (hash blob primary key, bytes blob not null) strict;
    create table checkpoints (size integer primary key, note blob not null) strict;
    create table side (kind blob not null, key blob not null, value blob not null,
                       primary key (kind, key)) strict;
)"};

std::string_view bytes_of(const Sha256& hash) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes.
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Result<SqliteStore::Writing> prepare_writing(Connection connection) {
    TRY_ASSIGN(Statement length, connection.prepare(length_sql));
    TRY_ASSIGN(Statement entry, connection.prepare("insert into entries values (?, ?)"));
    TRY_ASSIGN(Statement body, connection.prepare("insert or replace into bodies values (?, ?)"));
    TRY_ASSIGN(Statement withheld, connection.prepare("delete from bodies where hash = ?"));
    TRY_ASSIGN(Statement side, connection.prepare("insert or replace into side values (?, ?, ?)"));
    return SqliteStore::Writing{std::move(connection), std::move(length),   std::move(entry),
                                std::move(body),       std::move(withheld), std::move(side)};
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const fs::path& path, Access access) {
    TRY_ASSIGN(Connection writer, Connection::open(path.string(), access));
    if (access != Access::read) {
        TRY_OK(
            writer.run("pragma journal_mode = wal; pragma synchronous = full;"
                       "pragma secure_delete = on"));
    }
    TRY_OK(prepare_schema(writer, schema, path.string(), access));
    TRY_ASSIGN(Connection reader, Connection::open(path.string(), Access::read));
    TRY_ASSIGN(Writing writing, prepare_writing(std::move(writer)));
    return std::make_unique<SqliteStore>(Private{}, path.string(), std::move(writing),
                                         std::move(reader));
}

Result<std::uint64_t> SqliteStore::length() {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(const std::int64_t length, reader_.number(length_sql));
    return static_cast<std::uint64_t>(length);
}

Result<void> SqliteStore::append(std::uint64_t expected_length,
                                 std::span<const record::Addition> additions) {
    {
        const std::scoped_lock lock(write_mutex_);
        TRY_ASSIGN(Transaction transaction, Transaction::begin(writing_.connection));
        TRY_ASSIGN(const std::int64_t length, writing_.length.number_once());
        if (static_cast<std::uint64_t>(length) != expected_length) {
            return std::unexpected(
                Error{ErrorCode::conflict, "store.moved_on", {std::to_string(length)}});
        }
        TRY_OK(write(expected_length, additions));
        TRY_OK(transaction.commit());
        const auto withholds = [](const auto& one) { return !one.withholds.empty(); };
        has_erased_ = has_erased_ || std::ranges::any_of(additions, withholds);
        forget_erased();
    }
    if (!additions.empty()) listeners_.tell(expected_length + additions.size());
    return {};
}

Result<void> SqliteStore::write(std::uint64_t from, std::span<const record::Addition> additions) {
    auto& [connection, length, entry, body, withheld, side] = writing_;
    for (const record::Addition& addition : additions) {
        TRY_OK(entry.number(static_cast<std::int64_t>(from++)).bytes(addition.entry).run());
        for (const record::Body& one : addition.bodies) {
            TRY_OK(body.bytes(bytes_of(one.hash)).bytes(one.bytes).run());
        }
        for (const Sha256& hash : addition.withholds) {
            TRY_OK(withheld.bytes(bytes_of(hash)).run());
        }
        for (const record::SideValue& one : addition.side) {
            TRY_OK(side.bytes(one.kind).bytes(one.key).bytes(one.value).run());
        }
    }
    return {};
}

// Empties the write-ahead log, which still has the pages as they were. A reader may be in the way:
// then it is tried again after the next write.
void SqliteStore::forget_erased() {
    if (!has_erased_) return;
    const auto is_busy = writing_.connection.number("pragma wal_checkpoint(truncate)");
    has_erased_ = !is_busy || *is_busy != 0;
}

Result<std::vector<std::string>> SqliteStore::read(std::uint64_t from, std::uint64_t count) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement, reader_.prepare("select bytes from entries where position >= ? "
                                                    "order by position limit ?"));
    const auto bounded = [](std::uint64_t number) {
        return static_cast<std::int64_t>(std::min<std::uint64_t>(number, INT64_MAX));
    };
    statement.number(bounded(from)).number(bounded(count));
    std::vector<std::string> entries;
    while (true) {
        TRY_ASSIGN(const bool has_row, statement.step());
        if (!has_row) return entries;
        entries.push_back(statement.bytes_at(0));
    }
}

// Other processes do not say when they append: the length is looked at on a connection of its own.
void SqliteStore::look_again_and_again(const std::stop_token& stop) {
    auto connection = Connection::open(path_, Access::read);
    if (!connection) return;
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        if (const auto length = connection->number(length_sql)) {
            listeners_.tell(static_cast<std::uint64_t>(*length));
        }
        ended.wait_for(lock, stop, look_each, [] { return false; });
    }
}

record::Store::Watch SqliteStore::watch(Listener listener) {
    // What is there already is no news.
    if (const auto now = length()) listeners_.tell(*now);
    std::call_once(is_watched_, [this] {
        looks_ = std::jthread([this](const std::stop_token& stop) { look_again_and_again(stop); });
    });
    return listeners_.add(std::move(listener));
}

Result<std::optional<std::string>> SqliteStore::body(const Sha256& hash) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement, reader_.prepare("select bytes from bodies where hash = ?"));
    statement.bytes(bytes_of(hash));
    return Connection::bytes(std::move(statement));
}

Result<void> SqliteStore::save_checkpoint(std::uint64_t size, const std::string& note) {
    const std::scoped_lock lock(write_mutex_);
    TRY_ASSIGN(Statement statement,
               writing_.connection.prepare("insert or replace into checkpoints values (?, ?)"));
    return statement.number(static_cast<std::int64_t>(size)).bytes(note).run();
}

Result<std::optional<std::string>> SqliteStore::checkpoint(std::optional<std::uint64_t> size) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement,
               reader_.prepare(size ? "select note from checkpoints where size = ?"
                                    : "select note from checkpoints order by size desc limit 1"));
    if (size) statement.number(static_cast<std::int64_t>(*size));
    return Connection::bytes(std::move(statement));
}

Result<void> SqliteStore::put(const std::string& kind, const std::string& key,
                              const std::string& value) {
    const std::scoped_lock lock(write_mutex_);
    TRY_ASSIGN(Statement statement,
               writing_.connection.prepare("insert or replace into side values (?, ?, ?)"));
    return statement.bytes(kind).bytes(key).bytes(value).run();
}

Result<std::optional<std::string>> SqliteStore::get(const std::string& kind,
                                                    const std::string& key) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement,
               reader_.prepare("select value from side where kind = ? and key = ?"));
    statement.bytes(kind).bytes(key);
    return Connection::bytes(std::move(statement));
}

Result<void> SqliteStore::erase(const std::string& kind, const std::string& key) {
    const std::scoped_lock lock(write_mutex_);
    TRY_ASSIGN(Statement statement,
               writing_.connection.prepare("delete from side where kind = ? and key = ?"));
    TRY_OK(statement.bytes(kind).bytes(key).run());
    has_erased_ = true;
    forget_erased();
    return {};
}

Result<std::vector<std::string>> SqliteStore::keys(const std::string& kind) {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement,
               reader_.prepare("select key from side where kind = ? order by key"));
    statement.bytes(kind);
    std::vector<std::string> keys;
    while (true) {
        TRY_ASSIGN(const bool has_row, statement.step());
        if (!has_row) return keys;
        keys.push_back(statement.bytes_at(0));
    }
}

Result<void> SqliteStore::backup(const fs::path& path) {
    return write_fresh(path, [&](const fs::path& part) -> Result<void> {
        // A connection of its own sees one moment of the store, and holds up neither the writer nor
        // the reader.
        TRY_ASSIGN(Connection source, Connection::open(path_, Access::read));
        TRY_ASSIGN(Connection target, Connection::open(part.string(), Access::create));
        return source.copy_to(target);
    });
}

Result<void> SqliteStore::check_structure() {
    const std::scoped_lock lock(read_mutex_);
    TRY_ASSIGN(Statement statement, reader_.prepare("pragma integrity_check(1)"));
    TRY_ASSIGN(const auto said, Connection::bytes(std::move(statement)));
    if (said == "ok") return {};
    return std::unexpected(
        Error{ErrorCode::corrupt, "database.damaged", {path_, said.value_or("")}});
}

}  // namespace travaux::storage
