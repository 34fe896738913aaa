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
