// The bare databases beside which appends are measured: rows of the size of an entry, several in
// each durable transaction.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "storage/postgres_connection.h"
#include "storage/sqlite_connection.h"

namespace travaux::bench {

/// Appends rows, `together` of them in one durable transaction.
using Bare = std::function<void(int together)>;

/// Returns bytes of the size of an entry.
[[nodiscard]] const std::string& row_bytes();

/// Makes the table of an empty database. The connection outlives what is returned.
[[nodiscard]] Bare bare_sqlite(storage::Connection& connection);
[[nodiscard]] Bare bare_postgres(storage::PostgresConnection& connection);

/// Appends `rows` rows and returns how many that is a second.
[[nodiscard]] double rate_of_bare(const Bare& append, int rows, int together);

}  // namespace travaux::bench
