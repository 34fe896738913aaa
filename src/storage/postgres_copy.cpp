// Everything that a store holds, out of PostgreSQL into an SQLite file and back.
// SPDX-License-Identifier: MIT
#include <array>
#include <span>

#include "storage/postgres.h"
#include "storage/sqlite.h"

namespace travaux::storage {
namespace {

namespace fs = std::filesystem;

enum class Column : std::uint8_t { number, bytes };

// The tables are the same in both kinds of store.
struct Table {
    const char* out_of;  // either
    const char* into_sqlite;
    const char* into_postgres;
    std::span<const Column> columns;
};

constexpr std::array numbered = {Column::number, Column::bytes};
constexpr std::array all_bytes = {Column::bytes, Column::bytes, Column::bytes};

const std::array tables = {
    Table{"select position, bytes from entries", "insert into entries values (?, ?)",
          "copy entries from stdin (format binary)", numbered},
    Table{"select hash, bytes from bodies", "insert into bodies values (?, ?)",
          "copy bodies from stdin (format binary)", std::span(all_bytes).first(2)},
    Table{"select size, note from checkpoints", "insert into checkpoints values (?, ?)",
          "copy checkpoints from stdin (format binary)", numbered},
    Table{"select kind, key, value from side", "insert into side values (?, ?, ?)",
          "copy side from stdin (format binary)", all_bytes}};

Result<void> copy_out(PostgresConnection& from, Connection& to, const Table& table) {
    TRY_ASSIGN(Statement insert, to.prepare(table.into_sqlite));
    return from.each(table.out_of, [&](const PostgresRows& row) {
        for (int at = 0; at < static_cast<int>(table.columns.size()); ++at) {
            if (table.columns[static_cast<std::size_t>(at)] == Column::number) {
                insert.number(row.number_at(0, at));
            } else {
                insert.bytes(row.bytes_at(0, at));
            }
        }
        return insert.run();
    });
}

std::string big_endian(std::uint64_t number, unsigned bytes) {
    std::string text;
    for (unsigned left = bytes; left > 0; --left) {
        text += static_cast<char>(number >> 8U * (left - 1));
    }
    return text;
}

// A row in the binary format of COPY (PostgreSQL, "COPY"): the number of columns, and of each its
// length and its bytes.
std::string copied_row(const Statement& row, std::span<const Column> columns) {
    std::string bytes = big_endian(columns.size(), 2);
    for (int at = 0; at < static_cast<int>(columns.size()); ++at) {
        const bool is_number = columns[static_cast<std::size_t>(at)] == Column::number;
        const std::string value = is_number
                                      ? big_endian(static_cast<std::uint64_t>(row.number_at(at)), 8)
                                      : row.bytes_at(at);
        bytes += big_endian(value.size(), 4) + value;
    }
    return bytes;
}

Result<void> copy_in(Connection& from, PostgresConnection& to, const Table& table) {
    TRY_ASSIGN(Statement row, from.prepare(table.out_of));
    enum class Part : std::uint8_t { head, rows, end };
    Part part = Part::head;
    return to.copy_in(table.into_postgres, [&]() -> Result<std::string> {
        if (part == Part::head) {
            part = Part::rows;
            return std::string("PGCOPY\n\xFF\r\n\0", 11) + std::string(8, '\0');
        }
        if (part == Part::end) return "";
        TRY_ASSIGN(const bool has_row, row.step());
        if (has_row) return copied_row(row, table.columns);
        part = Part::end;
        return "\xFF\xFF";
    });
}

Result<void> copy_all_in(Connection& from, PostgresConnection& to) {
    TRY_OK(prepare_record(to, Access::create));
    TRY_ASSIGN(const PostgresRows found,
               to.query("select (select count(*) from entries) + (select count(*) from bodies) + "
                        "(select count(*) from checkpoints) + (select count(*) from side)"));
    if (found.number_at(0, 0) != 0) {
        return std::unexpected(Error{ErrorCode::conflict, "store.not_empty", {to.shown()}});
    }
    for (const Table& table : tables) TRY_OK(copy_in(from, to, table));
    return {};
}

}  // namespace

Result<void> PostgresStore::backup(const fs::path& path) {
    return write_fresh(path, [&](const fs::path& part) -> Result<void> {
        TRY_OK(SqliteStore::open(part, Access::create));
        TRY_ASSIGN(Connection target, Connection::open(part.string(), Access::write));
        PostgresConnection source(url_, Access::read);
        TRY_OK(source.ready());
        TRY_OK(source.run("begin isolation level repeatable read"));
        TRY_ASSIGN(Transaction transaction, Transaction::begin(target));
        for (const Table& table : tables) TRY_OK(copy_out(source, target, table));
        return transaction.commit();
    });
}

Result<void> fill_postgres(const std::string& url, const fs::path& file) {
    TRY_ASSIGN(Connection source, Connection::open(file.string(), Access::read));
    PostgresConnection target(url, Access::create);
    TRY_OK(target.ready());
    TRY_OK(target.run("begin"));
    // What is not committed is undone when the connection ends.
    TRY_OK(copy_all_in(source, target));
    return target.run("commit");
}

}  // namespace travaux::storage
