// A store in a PostgreSQL database, which several processes on several machines may use at once.
//
// The tables stand in the schema that the URL's search path begins with, so a database has room
// for several records. An append is one durable transaction, and on a standby too where the server
// waits for one. Two that append at one length meet at the primary key of the entries: one of them
// is told that the record has moved on.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "storage/database.h"
#include "storage/listeners.h"
#include "storage/postgres_connection.h"
#include "storage/postgres_herald.h"

namespace travaux::storage {

class PostgresStore final : public Database {
    struct Private {};

public:
    /// For `open` alone.
    PostgresStore(Private /*only here*/, const std::string& url, Access access)
        : url_(url), access_(access), writer_(url, access), reader_(url, access) {}

    /// Opens a database. Errors: `database.failed`, `database.not_a_record` where its schema has
    /// tables of something else or none, `database.version` where a later program made them.
    [[nodiscard]] static Result<std::unique_ptr<PostgresStore>> open(const std::string& url,
                                                                     Access access);

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

    Result<void> backup(const std::filesystem::path& path) override;
    Result<void> check_structure() override { return {}; }

private:
    using Value = PostgresConnection::Value;

    [[nodiscard]] Result<PostgresRows> ask(const char* sql, std::span<const Value> values = {});
    [[nodiscard]] Result<void> expect(std::uint64_t expected_length);
    [[nodiscard]] Result<std::optional<std::string>> first(const char* sql,
                                                           std::span<const Value> values);
    [[nodiscard]] Result<void> write(const char* sql, std::span<const Value> values);
    void forget_withheld();
    void start_herald();

    std::string url_;
    Access access_;
    std::mutex write_mutex_;
    PostgresConnection writer_;
    std::optional<std::uint64_t> length_;  // known to be reached on the writer's connection
    bool has_withheld_ = false;            // the table may still hold what was withheld
    std::mutex read_mutex_;
    PostgresConnection reader_;
    Listeners listeners_;
    std::once_flag has_herald_;
    std::unique_ptr<PostgresHerald> herald_;  // last: it uses the listeners
};

/// Puts all that an SQLite file holds into a database that holds nothing yet, in one transaction.
/// Errors: `store.not_empty`; those of opening.
[[nodiscard]] Result<void> fill_postgres(const std::string& url, const std::filesystem::path& file);

/// Makes the tables where there are none and that is wanted, and refuses what is no record.
/// Errors: as `PostgresStore::open`.
[[nodiscard]] Result<void> prepare_record(PostgresConnection& connection, Access access);

}  // namespace travaux::storage
