// A connection to a PostgreSQL database, which is made again after it was lost.
//
// What fails at the server is a refusal of code `storage`, `database.failed`; `database.damaged`
// where the server finds its own files damaged. A connection is used by one thread at a time.
// SPDX-License-Identifier: MIT
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "storage/database.h"

namespace travaux::storage {

/// Returns what a URL shows to people: its host and its database, and no password.
[[nodiscard]] std::string shown_url(const std::string& url);

/// The rows that a statement gave.
class PostgresRows {
public:
    explicit PostgresRows(PGresult* result) : result_(result, PQclear) {}

    [[nodiscard]] int size() const { return PQntuples(result_.get()); }
    [[nodiscard]] std::int64_t number_at(int row, int column) const;
    [[nodiscard]] std::string bytes_at(int row, int column) const;

private:
    std::unique_ptr<PGresult, void (*)(PGresult*)> result_;
};

class PostgresConnection {
public:
    /// What takes a place (`$1`) of a statement. Bytes are kept by the caller.
    using Value = std::variant<std::int64_t, std::string_view>;

    /// A statement with its values.
    struct Step {
        const char* sql = nullptr;
        std::vector<Value> values;
    };

    /// Whether the connection is the one that was there before.
    enum class Link : std::uint8_t { same, made_anew };

    /// What became of a transaction.
    enum class Ended : std::uint8_t { committed, unique_value_taken };

    /// REQUIRES: `url` is a URL of PostgreSQL.
    PostgresConnection(std::string url, Access access) : url_(std::move(url)), access_(access) {}

    /// Makes sure that there is a connection, as far as can be seen without asking the server. The
    /// others do not, so that no transaction goes on behind another connection.
    [[nodiscard]] Result<Link> ready();

    /// Runs one or several statements that take no values.
    [[nodiscard]] Result<void> run(const char* sql);

    /// Runs a statement. It is parsed once for each connection.
    [[nodiscard]] Result<PostgresRows> query(const char* sql, std::span<const Value> values = {});

    /// Runs a statement and hands on one row after another, each as rows of one.
    using Row = std::function<Result<void>(const PostgresRows&)>;
    [[nodiscard]] Result<void> each(const char* sql, const Row& row);

    /// Runs a `copy … from stdin`: takes bytes from a source until it gives none.
    using Source = std::function<Result<std::string>()>;
    [[nodiscard]] Result<void> copy_in(const char* sql, const Source& next);

    /// Runs steps as one transaction, handed to the server at once. What fails is undone.
    [[nodiscard]] Result<Ended> commit(std::span<const Step> steps);

    /// Returns the socket, to wait on; less than 0 where there is no connection.
    [[nodiscard]] int socket() const { return PQsocket(handle_.get()); }

    /// Whether a notification came in since this was last asked.
    [[nodiscard]] bool was_notified();

    /// Returns the server's host and the database, for people.
    [[nodiscard]] std::string shown() const { return shown_url(url_); }

private:
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<std::string> prepared(const char* sql);
    [[nodiscard]] bool send(const std::string& name, std::span<const Value> values);
    [[nodiscard]] bool send_all(std::span<const Step> steps, const std::vector<std::string>& names);
    [[nodiscard]] Result<Ended> collect();
    [[nodiscard]] std::unexpected<Error> failure(const PGresult* result) const;

    std::string url_;
    Access access_;
    std::unique_ptr<PGconn, void (*)(PGconn*)> handle_{nullptr, PQfinish};
    std::map<std::string, std::string> prepared_;  ///< what is parsed, and its name
};

/// The tables of a schema, and how it says what it is.
struct PostgresSchema {
    const char* mark = nullptr;  ///< the table that holds the version, and is there alone
    std::int64_t version = 0;
    const char* not_ours = nullptr;  ///< the refusal of tables of something else
    const char* sql = nullptr;       ///< makes the tables; where two do so, the second does nothing
};

/// Makes the tables where there are none and that is wanted, and refuses what is something else.
/// Errors: the schema's, `database.version` where a later program made them.
[[nodiscard]] Result<void> prepare_postgres(PostgresConnection& connection,
                                            const PostgresSchema& schema, Access access);

}  // namespace travaux::storage
