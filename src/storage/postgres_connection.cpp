// SPDX-License-Identifier: MIT
#include "storage/postgres_connection.h"

#include <array>

namespace travaux::storage {
namespace {

using Value = PostgresConnection::Value;

constexpr int as_bytes = 1;  // the binary format of values and rows

// PostgreSQL, appendix A: codes of errors.
constexpr std::string_view unique_violation = "23505";
constexpr std::string_view damage_class = "XX0";
constexpr std::string_view internal_error = "XX000";

std::string_view code_of(const PGresult* result) {
    const char* const code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return code == nullptr ? "" : code;
}

bool is_good(const PGresult* result) {
    const auto status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_SINGLE_TUPLE;
}

struct Parameters {
    explicit Parameters(std::span<const Value> values) {
        for (const Value& value : values) {
            const auto* const number = std::get_if<std::int64_t>(&value);
            numbers.push_back(number == nullptr ? "" : std::to_string(*number));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto* const bytes = std::get_if<std::string_view>(&values[i]);
            const std::string_view shown = bytes == nullptr ? std::string_view(numbers[i]) : *bytes;
            // A null pointer would be NULL.
            starts.push_back(shown.data() == nullptr ? "" : shown.data());
            lengths.push_back(static_cast<int>(shown.size()));
            formats.push_back(bytes == nullptr ? 0 : as_bytes);
        }
    }

    [[nodiscard]] int size() const { return static_cast<int>(starts.size()); }

    std::vector<std::string> numbers;
    std::vector<const char*> starts;
    std::vector<int> lengths;
    std::vector<int> formats;
};

}  // namespace

std::string shown_url(const std::string& url) {
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfoParse(url.c_str(), nullptr), PQconninfoFree);
    std::string host;
    std::string name;
    for (const auto* one = options.get(); one != nullptr && one->keyword != nullptr; ++one) {
        const std::string value = one->val == nullptr ? "" : one->val;
        if (std::string_view("host") == one->keyword) host = value;
        if (std::string_view("dbname") == one->keyword) name = value;
    }
    return "postgresql://" + host + "/" + name;
}

std::int64_t PostgresRows::number_at(int row, int column) const {
    const std::string bytes = bytes_at(row, column);
    std::uint64_t number = 0;
    for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

std::string PostgresRows::bytes_at(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

Result<PostgresConnection::Link> PostgresConnection::ready() {
    // A server that goes away says so first: what it said is read, and then that it is gone.
    const auto is_there = [this] { return PQconsumeInput(handle_.get()) == 1; };
    if (PQstatus(handle_.get()) == CONNECTION_OK && is_there() && is_there()) return Link::same;
    TRY_OK(connect());
    return Link::made_anew;
}

Result<void> PostgresConnection::connect() {
    // What the URL says comes after, and wins. Of several hosts the one that may be written.
    const std::array<const char*, 6> keywords = {"connect_timeout",  "tcp_user_timeout",
                                                 "application_name", "target_session_attrs",
                                                 "dbname",           nullptr};
    const std::array<const char*, 6> values = {
        "10",         "10000", "travaux", access_ == Access::read ? "any" : "read-write",
        url_.c_str(), nullptr};
    handle_.reset(PQconnectdbParams(keywords.data(), values.data(), /*expand_dbname=*/1));
    prepared_.clear();
    if (PQstatus(handle_.get()) != CONNECTION_OK) return failure(nullptr);
    PQsetNoticeProcessor(handle_.get(), [](void*, const char*) {}, nullptr);
    // A commit is durable, on the standby too where there is one that has to have it, and is not
    // cut short while it waits for that.
    if (access_ == Access::read) return run("set default_transaction_read_only = on");
    return run(
        "set statement_timeout = 0;"
        "select set_config('synchronous_commit', 'on', false) where "
        "current_setting('synchronous_commit') in ('off', 'local', 'remote_write')");
}

Result<void> PostgresConnection::run(const char* sql) {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(handle_.get(), sql),
                                                                PQclear);
    if (!is_good(result.get())) return failure(result.get());
    return {};
}

Result<std::string> PostgresConnection::prepared(const char* sql) {
    if (const auto found = prepared_.find(sql); found != prepared_.end()) return found->second;
    std::string name = "statement_" + std::to_string(prepared_.size());
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
        PQprepare(handle_.get(), name.c_str(), sql, 0, nullptr), PQclear);
    if (!is_good(result.get())) return failure(result.get());
    prepared_[sql] = name;
    return name;
}

bool PostgresConnection::send(const std::string& name, std::span<const Value> values) {
    const Parameters all(values);
    return PQsendQueryPrepared(handle_.get(), name.c_str(), all.size(), all.starts.data(),
                               all.lengths.data(), all.formats.data(), as_bytes) == 1;
}

Result<PostgresRows> PostgresConnection::query(const char* sql, std::span<const Value> values) {
    TRY_ASSIGN(const std::string name, prepared(sql));
    const Parameters all(values);
    PGresult* const result =
        PQexecPrepared(handle_.get(), name.c_str(), all.size(), all.starts.data(),
                       all.lengths.data(), all.formats.data(), as_bytes);
    PostgresRows rows(result);
    if (!is_good(result)) return failure(result);
    return rows;
}

Result<void> PostgresConnection::each(const char* sql, const Row& row) {
    TRY_ASSIGN(const std::string name, prepared(sql));
    if (!send(name, {}) || PQsetSingleRowMode(handle_.get()) != 1) return failure(nullptr);
    Result<void> outcome;
    while (PGresult* const result = PQgetResult(handle_.get())) {
        const PostgresRows rows(result);
        if (!outcome) continue;
        if (!is_good(result)) {
            outcome = failure(result);
        } else if (rows.size() > 0) {
            outcome = row(rows);
        }
    }
    return outcome;
}

Result<void> PostgresConnection::copy_in(const char* sql, const Source& next) {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> begun(PQexec(handle_.get(), sql), PQclear);
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return failure(begun.get());
    Result<void> outcome;
    while (true) {
        const auto bytes = next();
        if (!bytes) outcome = std::unexpected(bytes.error());
        if (!bytes || bytes->empty()) break;
        if (PQputCopyData(handle_.get(), bytes->data(), static_cast<int>(bytes->size())) != 1) {
            return failure(nullptr);
        }
    }
    if (PQputCopyEnd(handle_.get(), outcome ? nullptr : "given up") != 1) return failure(nullptr);
    while (PGresult* const result = PQgetResult(handle_.get())) {
        const PostgresRows rows(result);
        if (outcome && !is_good(result)) outcome = failure(result);
    }
    return outcome;
}

Result<PostgresConnection::Ended> PostgresConnection::commit(std::span<const Step> steps) {
    std::vector<std::string> names;
    for (const Step& step : steps) {
        TRY_ASSIGN(names.emplace_back(), prepared(step.sql));
    }
    if (PQenterPipelineMode(handle_.get()) != 1) return failure(nullptr);
    const bool is_sent = send_all(steps, names);
    auto ended = is_sent ? collect() : Result<Ended>(failure(nullptr));
    if (PQexitPipelineMode(handle_.get()) != 1) handle_.reset();
    if (ended == Ended::committed || !handle_) return ended;
    if (!run("rollback")) handle_.reset();
    return ended;
}

bool PostgresConnection::send_all(std::span<const Step> steps,
                                  const std::vector<std::string>& names) {
    const auto say = [&](const char* sql) {
        return PQsendQueryParams(handle_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr,
                                 as_bytes) == 1;
    };
    bool is_sent = say("begin");
    for (std::size_t i = 0; is_sent && i < steps.size(); ++i) {
        is_sent = send(names[i], steps[i].values);
    }
    return is_sent && say("commit") && PQpipelineSync(handle_.get()) == 1;
}

// Reads the results up to the end of the transaction; the first that failed says why.
Result<PostgresConnection::Ended> PostgresConnection::collect() {
    Result<Ended> ended = Ended::committed;
    bool has_failed = false;
    while (true) {
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQgetResult(handle_.get()),
                                                                    PQclear);
        if (!result) {  // the end of one statement, or of the connection
            if (PQstatus(handle_.get()) == CONNECTION_OK) continue;
            return has_failed ? ended : failure(nullptr);
        }
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC) return ended;
        if (is_good(result.get()) || has_failed) continue;
        has_failed = true;
        ended = code_of(result.get()) == unique_violation ? Result<Ended>(Ended::unique_value_taken)
                                                          : failure(result.get());
    }
}

bool PostgresConnection::was_notified() {
    bool was = false;
    while (PGnotify* const one = PQnotifies(handle_.get())) {
        was = true;
        PQfreemem(one);
    }
    return was;
}

std::unexpected<Error> PostgresConnection::failure(const PGresult* result) const {
    std::string said = result == nullptr ? "" : PQresultErrorMessage(result);
    if (said.empty()) said = PQerrorMessage(handle_.get());
    while (!said.empty() && said.back() == '\n') said.pop_back();
    const std::string_view code = result == nullptr ? "" : code_of(result);
    if (code.starts_with(damage_class) && code != internal_error) {
        return std::unexpected(Error{ErrorCode::corrupt, "database.damaged", {shown(), said}});
    }
    return std::unexpected(Error{ErrorCode::storage, "database.failed", {shown(), said}});
}

Result<void> prepare_postgres(PostgresConnection& connection, const PostgresSchema& schema,
                              Access access) {
    const auto refuse = [&](std::string id, std::vector<std::string> more = {}) {
        more.insert(more.begin(), connection.shown());
        return std::unexpected(Error{ErrorCode::invalid, std::move(id), std::move(more)});
    };
    const std::array<Value, 1> mark = {schema.mark};
    TRY_ASSIGN(
        const PostgresRows tables,
        connection.query("select count(*), count(*) filter (where relname = "
                         "convert_from($1::bytea, 'UTF8')) from pg_class where relkind = "
                         "'r' and relnamespace = quote_ident(current_schema())::regnamespace",
                         mark));
    const bool is_ours = tables.number_at(0, 1) > 0;
    const bool is_made = access == Access::create && tables.number_at(0, 0) == 0;
    if (!is_ours && !is_made) return refuse(schema.not_ours);
    if (is_made) TRY_OK(connection.run(schema.sql));
    const std::string version_sql = "select version from " + std::string(schema.mark);
    TRY_ASSIGN(const PostgresRows written, connection.query(version_sql.c_str()));
    const std::int64_t found = written.size() == 1 ? written.number_at(0, 0) : 0;
    if (found != schema.version) return refuse("database.version", {std::to_string(found)});
    return {};
}

}  // namespace travaux::storage
