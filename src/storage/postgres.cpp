// SPDX-License-Identifier: MIT
#include "storage/postgres.h"

#include <algorithm>
#include <array>

namespace travaux::storage {
namespace {

using Value = PostgresConnection::Value;
using Step = PostgresConnection::Step;

// Of those who find no tables one makes them, and the others wait for it. Statements that are run
// at once are one transaction.
constexpr PostgresSchema schema{
    .mark = "travaux_record", .version = 1, .not_ours = "database.not_a_record", .sql = R"(
    select pg_advisory_xact_lock(1416782198, quote_ident(current_schema())::regnamespace::oid::integer);
    create table if not exists entries (position bigint primary key, bytes bytea not null);
    create table if not exists bodies (hash bytea primary key, bytes bytea not null);
    create table if not exists checkpoints (size bigint primary key, note bytea not null);
    create table if not exists side (kind bytea not null, key bytea not null,
                                     value bytea not null, primary key (kind, key));
    create table if not exists travaux_record (version bigint not null);
    insert into travaux_record
        select 1 where not exists (select from travaux_record);
)"};

constexpr auto entry_sql = "insert into entries values ($1::bigint, $2::bytea)";
constexpr auto body_sql =
    "insert into bodies values ($1::bytea, $2::bytea) "
    "on conflict (hash) do update set bytes = excluded.bytes";
constexpr auto withheld_sql = "delete from bodies where hash = $1::bytea";
constexpr auto side_sql =
    "insert into side values ($1::bytea, $2::bytea, $3::bytea) "
    "on conflict (kind, key) do update set value = excluded.value";

std::string_view bytes_of(const Sha256& hash) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes.
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::int64_t bounded(std::uint64_t number) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(number, INT64_MAX));
}

std::unexpected<Error> moved_on(std::uint64_t length) {
    return std::unexpected(Error{ErrorCode::conflict, "store.moved_on", {std::to_string(length)}});
}

std::vector<Step> steps_of(std::uint64_t from, std::span<const record::Addition> additions) {
    std::vector<Step> steps;
    for (const record::Addition& addition : additions) {
        steps.push_back({entry_sql, {bounded(from++), addition.entry}});
        for (const record::Body& one : addition.bodies) {
            steps.push_back({body_sql, {bytes_of(one.hash), one.bytes}});
        }
        for (const Sha256& hash : addition.withholds) {
            steps.push_back({withheld_sql, {bytes_of(hash)}});
        }
        for (const record::SideValue& one : addition.side) {
            steps.push_back({side_sql, {one.kind, one.key, one.value}});
        }
    }
    return steps;
}

}  // namespace

Result<void> prepare_record(PostgresConnection& connection, Access access) {
    return prepare_postgres(connection, schema, access);
}

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(const std::string& url, Access access) {
    auto store = std::make_unique<PostgresStore>(Private{}, url, access);
    TRY_OK(store->reader_.ready());
    TRY_OK(prepare_record(store->reader_, access));
    return store;
}

Result<PostgresRows> PostgresStore::ask(const char* sql, std::span<const Value> values) {
    const std::scoped_lock lock(read_mutex_);
    TRY_OK(reader_.ready());
    return reader_.query(sql, values);
}

Result<std::uint64_t> PostgresStore::length() {
    TRY_ASSIGN(const PostgresRows rows, ask(length_sql));
    return static_cast<std::uint64_t>(rows.number_at(0, 0));
}

// Refuses a length that the record does not have, as far as this connection knows. What others
// append meanwhile the primary key refuses.
Result<void> PostgresStore::expect(std::uint64_t expected_length) {
    TRY_ASSIGN(const auto link, writer_.ready());
    // Behind a new connection there may be a standby that has less.
    if (link == PostgresConnection::Link::made_anew) length_ = std::nullopt;
    if (length_ == expected_length) return {};
    TRY_ASSIGN(const PostgresRows rows, writer_.query(length_sql));
    length_ = static_cast<std::uint64_t>(rows.number_at(0, 0));
    if (length_ != expected_length) return moved_on(*length_);
    return {};
}

Result<void> PostgresStore::append(std::uint64_t expected_length,
                                   std::span<const record::Addition> additions) {
    {
        const std::scoped_lock lock(write_mutex_);
        TRY_OK(expect(expected_length));
        if (additions.empty()) return {};
        TRY_ASSIGN(const auto ended, writer_.commit(steps_of(expected_length, additions)));
        if (ended == PostgresConnection::Ended::unique_value_taken) {
            length_ = std::nullopt;
            TRY_OK(expect(expected_length));
            return moved_on(expected_length);
        }
        length_ = expected_length + additions.size();
        const auto withholds = [](const auto& one) { return !one.withholds.empty(); };
        has_withheld_ = has_withheld_ || std::ranges::any_of(additions, withholds);
        forget_withheld();
    }
    listeners_.tell(expected_length + additions.size());
    start_herald();
    herald_->spread();
    return {};
}

// Writes the table anew without what was deleted. Where that fails it is tried again after the next
// append.
void PostgresStore::forget_withheld() {
    if (has_withheld_) has_withheld_ = !writer_.run("vacuum full bodies");
}

Result<std::vector<std::string>> PostgresStore::read(std::uint64_t from, std::uint64_t count) {
    const std::array<Value, 2> values = {bounded(from), bounded(count)};
    TRY_ASSIGN(const PostgresRows rows,
               ask("select bytes from entries where position >= $1::bigint "
                   "order by position limit $2::bigint",
                   values));
    std::vector<std::string> entries;
    for (int row = 0; row < rows.size(); ++row) entries.push_back(rows.bytes_at(row, 0));
    return entries;
}

void PostgresStore::start_herald() {
    std::call_once(has_herald_, [this] {
        herald_ = std::make_unique<PostgresHerald>(
            url_, access_, [this](std::uint64_t length) { listeners_.tell(length); });
    });
}

record::Store::Watch PostgresStore::watch(Listener listener) {
    // What is there already is no news.
    if (const auto now = length()) listeners_.tell(*now);
    start_herald();
    return listeners_.add(std::move(listener));
}

Result<std::optional<std::string>> PostgresStore::first(const char* sql,
                                                        std::span<const Value> values) {
    TRY_ASSIGN(const PostgresRows rows, ask(sql, values));
    if (rows.size() == 0) return std::nullopt;
    return rows.bytes_at(0, 0);
}

Result<void> PostgresStore::write(const char* sql, std::span<const Value> values) {
    const std::scoped_lock lock(write_mutex_);
    TRY_OK(writer_.ready());
    TRY_OK(writer_.query(sql, values));
    return {};
}

Result<std::optional<std::string>> PostgresStore::body(const Sha256& hash) {
    const std::array<Value, 1> values = {bytes_of(hash)};
    return first("select bytes from bodies where hash = $1::bytea", values);
}

Result<void> PostgresStore::save_checkpoint(std::uint64_t size, const std::string& note) {
    const std::array<Value, 2> values = {bounded(size), note};
    return write(
        "insert into checkpoints values ($1::bigint, $2::bytea) "
        "on conflict (size) do update set note = excluded.note",
        values);
}

Result<std::optional<std::string>> PostgresStore::checkpoint(std::optional<std::uint64_t> size) {
    const std::array<Value, 1> values = {bounded(size.value_or(0))};
    if (size) return first("select note from checkpoints where size = $1::bigint", values);
    return first("select note from checkpoints order by size desc limit 1", {});
}

Result<void> PostgresStore::put(const std::string& kind, const std::string& key,
                                const std::string& value) {
    const std::array<Value, 3> values = {kind, key, value};
    return write(side_sql, values);
}

Result<std::optional<std::string>> PostgresStore::get(const std::string& kind,
                                                      const std::string& key) {
    const std::array<Value, 2> values = {kind, key};
    return first("select value from side where kind = $1::bytea and key = $2::bytea", values);
}

Result<void> PostgresStore::erase(const std::string& kind, const std::string& key) {
    const std::array<Value, 2> values = {kind, key};
    TRY_OK(write("delete from side where kind = $1::bytea and key = $2::bytea", values));
    // The table is written anew without it.
    const std::scoped_lock lock(write_mutex_);
    return writer_.run("vacuum full side");
}

Result<std::vector<std::string>> PostgresStore::keys(const std::string& kind) {
    const std::array<Value, 1> values = {kind};
    TRY_ASSIGN(const PostgresRows rows,
               ask("select key from side where kind = $1::bytea order by key", values));
    std::vector<std::string> keys;
    for (int row = 0; row < rows.size(); ++row) keys.push_back(rows.bytes_at(row, 0));
    return keys;
}

}  // namespace travaux::storage
