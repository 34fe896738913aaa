// SPDX-License-Identifier: MIT
#include "bench/bare.h"

#include <memory>

#include "bench/quantiles.h"
#include "tests/record/sample_record.h"

namespace travaux::bench {

using tests::sure;

const std::string& row_bytes() {
    static const std::string bytes(400, 'x');
    return bytes;
}

Bare bare_sqlite(storage::Connection& connection) {
    sure(
        connection.run("pragma journal_mode = wal; pragma synchronous = full;"
                       "create table rows (position integer primary key, bytes blob)"));
    auto insert = std::make_shared<storage::Statement>(
        sure(connection.prepare("insert into rows (bytes) values (?)")));
    return [&connection, insert](int together) {
        auto transaction = sure(storage::Transaction::begin(connection));
        for (int i = 0; i < together; ++i) sure(insert->bytes(row_bytes()).run());
        sure(transaction.commit());
    };
}

Bare bare_postgres(storage::PostgresConnection& connection) {
    sure(connection.ready());
    sure(connection.run("create table rows (position bigint primary key, bytes bytea not null)"));
    return [&connection, position = std::int64_t{0}](int together) mutable {
        std::vector<storage::PostgresConnection::Step> steps;
        for (int i = 0; i < together; ++i) {
            steps.push_back(
                {"insert into rows values ($1::bigint, $2::bytea)", {position++, row_bytes()}});
        }
        sure(connection.commit(steps));
    };
}

double rate_of_bare(const Bare& append, int rows, int together) {
    const auto start = Clock::now();
    for (int done = 0; done < rows; done += together) append(together);
    return rows / seconds_since(start);
}

}  // namespace travaux::bench
