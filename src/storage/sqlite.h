// A store in one SQLite file: a committee's record, its bodies, its heads and what stands beside
// it.
//
// An append is one durable transaction (write-ahead log, `synchronous=FULL`). What is withheld or
// erased is overwritten in the file and cut out of the write-ahead log. Who watches hears of what
// other processes append within some hundredths of a second.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "storage/database.h"
#include "storage/listeners.h"
#include "storage/sqlite_connection.h"

namespace travaux::storage {

class SqliteStore final : public Database {
    struct Private {};

public:
    /// The connection that writes, with what every append runs, prepared once.
    struct Writing {
        Connection connection;
        Statement length;
        Statement entry;
        Statement body;
        Statement withheld;
        Statement side;
    };

    /// For `open` alone.
    SqliteStore(Private /*only here*/, std::string path, Writing writing, Connection reader)
        : path_(std::move(path)), writing_(std::move(writing)), reader_(std::move(reader)) {}

    /// Opens a file. Errors: `database.failed`, `database.damaged`, `database.not_a_record` where
    /// it is a database of something else, `database.version` where a later program made it.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(
        const std::filesystem::path& path, Access access);

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
    Result<void> check_structure() override;

private:
    [[nodiscard]] Result<void> write(std::uint64_t from,
                                     std::span<const record::Addition> additions);
    void forget_erased();
    void look_again_and_again(const std::stop_token& stop);

    std::string path_;
    std::mutex write_mutex_;
    Writing writing_;
    bool has_erased_ = false;  // the write-ahead log may still hold what was erased
    std::mutex read_mutex_;
    Connection reader_;
    Listeners listeners_;
    std::once_flag is_watched_;
    std::jthread looks_;  // last: it uses the path and the listeners
};

}  // namespace travaux::storage
