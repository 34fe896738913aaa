// SPDX-License-Identifier: MIT
#include "storage/row_store.h"

#include <algorithm>

#include "storage/postgres_row_store.h"
#include "storage/sqlite_row_store.h"

namespace travaux::storage {

Result<std::unique_ptr<RowStore>> open_row_store(const std::string& location, Access access) {
    if (is_postgres_url(location)) {
        TRY_ASSIGN(auto store, PostgresRowStore::open(location, access));
        return store;
    }
    std::error_code failure;
    if (access != Access::create && !std::filesystem::exists(location, failure)) {
        return std::unexpected(Error{ErrorCode::not_found, "file.not_found", {location}});
    }
    TRY_ASSIGN(auto store, SqliteRowStore::open(location, access));
    return store;
}

namespace {

Result<void> fill(const std::string& location, std::span<const RowChange> rows) {
    TRY_ASSIGN(const auto target, open_row_store(location, Access::create));
    TRY_ASSIGN(const auto others, target->all());
    if (others.empty()) return target->change(rows);
    return std::unexpected(
        Error{ErrorCode::conflict, "store.not_empty", {shown_location(location)}});
}

}  // namespace

Result<std::size_t> copy_rows(const std::string& from, const std::string& to) {
    TRY_ASSIGN(const auto source, open_row_store(from, Access::read));
    TRY_ASSIGN(const auto rows, source->all());
    if (is_postgres_url(to)) {
        TRY_OK(fill(to, rows));
    } else {
        TRY_OK(write_fresh(
            to, [&](const std::filesystem::path& part) { return fill(part.string(), rows); }));
    }
    return rows.size();
}

std::unexpected<Error> row_moved_on(const RowName& name) {
    return std::unexpected(Error{ErrorCode::conflict, "row.moved_on", {name.kind}});
}

std::vector<RowChange> in_order(std::span<const RowChange> changes) {
    std::vector<RowChange> ordered(changes.begin(), changes.end());
    std::ranges::sort(ordered, {}, &RowChange::name);
    VERIFY(std::ranges::adjacent_find(ordered, {}, &RowChange::name) == ordered.end());
    for (const RowChange& one : ordered) {
        VERIFY(one.what == RowChange::What::put || one.version > 0);
    }
    return ordered;
}

}  // namespace travaux::storage
