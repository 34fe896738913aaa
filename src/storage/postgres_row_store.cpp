// SPDX-License-Identifier: MIT
#include "storage/postgres_row_store.h"

#include <array>

namespace travaux::storage {
namespace {

using Value = PostgresConnection::Value;
using Step = PostgresConnection::Step;

// `moved_on` holds 1: whoever finds a row other than it was read puts in a second 1, which is
// refused, and with it the whole transaction.
constexpr PostgresSchema schema{
    .mark = "travaux_accounts", .version = 1, .not_ours = "database.not_accounts", .sql = R"(
    select pg_advisory_xact_lock(1416782179, quote_ident(current_schema())::regnamespace::oid::integer);
    create table if not exists rows (kind bytea not null, key bytea not null, owner bytea not null,
                                     version bigint not null, value bytea not null,
                                     primary key (kind, key));
    create index if not exists rows_by_owner on rows (kind, owner, key);
    create table if not exists moved_on (id bigint primary key);
    insert into moved_on values (1) on conflict do nothing;
    create table if not exists travaux_accounts (version bigint not null);
    insert into travaux_accounts
        select 1 where not exists (select from travaux_accounts);
)"};

constexpr auto keep_sql =
    "with kept as (select 1 from rows where kind = $1::bytea and key = $2::bytea and "
    "version = $3::bigint for share) "
    "insert into moved_on select 1 where not exists (select from kept)";
constexpr auto insert_sql =
    "insert into rows values ($1::bytea, $2::bytea, $3::bytea, 1, $4::bytea)";
constexpr auto update_sql =
    "with changed as (update rows set owner = $3::bytea, value = $4::bytea, version = version + 1 "
    "where kind = $1::bytea and key = $2::bytea and version = $5::bigint returning 1) "
    "insert into moved_on select 1 where not exists (select from changed)";
constexpr auto erase_sql =
    "with erased as (delete from rows where kind = $1::bytea and key = $2::bytea and "
    "version = $3::bigint returning 1) "
    "insert into moved_on select 1 where not exists (select from erased)";

Step step_of(const RowChange& change) {
    const auto& [kind, key] = change.name;
    const auto version = static_cast<std::int64_t>(change.version);
    switch (change.what) {
        case RowChange::What::keep: return {keep_sql, {kind, key, version}};
        case RowChange::What::erase: return {erase_sql, {kind, key, version}};
        case RowChange::What::put: break;
    }
    if (version == 0) return {insert_sql, {kind, key, change.owner, change.value}};
    return {update_sql, {kind, key, change.owner, change.value, version}};
}

}  // namespace

Result<std::unique_ptr<PostgresRowStore>> PostgresRowStore::open(const std::string& url,
                                                                 Access access) {
    auto store = std::make_unique<PostgresRowStore>(Private{}, url, access);
    TRY_OK(store->reader_.ready());
    TRY_OK(prepare_postgres(store->reader_, schema, access));
    return store;
}

Result<std::vector<Row>> PostgresRowStore::ask(const char* sql, std::span<const Value> values) {
    const std::scoped_lock lock(read_mutex_);
    TRY_OK(reader_.ready());
    TRY_ASSIGN(const PostgresRows found, reader_.query(sql, values));
    std::vector<Row> rows;
    for (int i = 0; i < found.size(); ++i) {
        rows.push_back({found.bytes_at(i, 0), found.bytes_at(i, 1),
                        static_cast<std::uint64_t>(found.number_at(i, 2)), found.bytes_at(i, 3)});
    }
    return rows;
}

Result<std::optional<Row>> PostgresRowStore::row(const RowName& name) {
    const std::array<Value, 2> values = {name.kind, name.key};
    TRY_ASSIGN(auto rows, ask("select key, owner, version, value from rows where "
                              "kind = $1::bytea and key = $2::bytea",
                              values));
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

Result<std::vector<Row>> PostgresRowStore::rows(const RowRange& range) {
    const std::array<Value, 4> values = {range.kind, range.owner, range.after,
                                         static_cast<std::int64_t>(range.count)};
    return ask(
        "select key, owner, version, value from rows where kind = $1::bytea and "
        "owner = $2::bytea and key > $3::bytea order by key limit $4::bigint",
        values);
}

Result<std::vector<RowChange>> PostgresRowStore::all() {
    const std::scoped_lock lock(read_mutex_);
    TRY_OK(reader_.ready());
    TRY_ASSIGN(const PostgresRows found,
               reader_.query("select kind, key, owner, value from rows order by kind, key", {}));
    std::vector<RowChange> all;
    for (int i = 0; i < found.size(); ++i) {
        all.push_back({RowChange::What::put,
                       {found.bytes_at(i, 0), found.bytes_at(i, 1)},
                       0,
                       found.bytes_at(i, 2),
                       found.bytes_at(i, 3)});
    }
    return all;
}

Result<void> PostgresRowStore::change(std::span<const RowChange> changes) {
    const auto ordered = in_order(changes);
    if (ordered.empty()) return {};
    std::vector<Step> steps;
    for (const RowChange& one : ordered) steps.push_back(step_of(one));
    const std::scoped_lock lock(write_mutex_);
    TRY_OK(writer_.ready());
    TRY_ASSIGN(const auto ended, writer_.commit(steps));
    if (ended == PostgresConnection::Ended::unique_value_taken) {
        return row_moved_on(ordered.front().name);
    }
    return {};
}

// The table is written anew without what was erased.
Result<void> PostgresRowStore::forget() {
    const std::scoped_lock lock(write_mutex_);
    TRY_OK(writer_.ready());
    return writer_.run("vacuum full rows");
}

}  // namespace travaux::storage
