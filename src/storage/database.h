// A store in a database, which can be copied as a whole.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "record/store.h"
#include "record/verify.h"

namespace travaux::storage {

/// Whether a database may be made, written or only read.
enum class Access : std::uint8_t { create, write, read };

/// Gives the number of entries, in either kind of SQL.
inline constexpr auto length_sql = "select coalesce(max(position) + 1, 0) from entries";

class Database : public record::Store, public record::SideTable {
public:
    /// Copies the whole store, as it is at one moment, into an SQLite file that is not there yet.
    /// Errors: `file.exists`, `file.unwritable`.
    [[nodiscard]] virtual Result<void> backup(const std::filesystem::path& path) = 0;

    /// Checks what the database itself says of its structure. Errors: `database.damaged`.
    [[nodiscard]] virtual Result<void> check_structure() = 0;
};

/// Opens the store at a location: the URL of a PostgreSQL database, or the path of an SQLite file.
/// Errors: `file.not_found`, those of the stores.
[[nodiscard]] Result<std::unique_ptr<Database>> open_database(const std::string& location,
                                                              Access access);

/// Whether a location is the URL of a PostgreSQL database.
[[nodiscard]] bool is_postgres_url(std::string_view location);

/// Returns a location for people: of a URL the host and the database, and no password.
[[nodiscard]] std::string shown_location(const std::string& location);

/// Copies a store as it is at one moment to a location that holds nothing yet, and returns what the
/// check of the copy found. Nothing is put there before a copy was found sound, and then all of it
/// or nothing. Errors: `export.damaged`, `file.exists`, `store.not_empty`, those of the stores.
[[nodiscard]] Result<record::Verification> copy_database(const std::string& from,
                                                         const std::string& to);

/// Has a file written beside its place, and puts it there. Errors: `file.exists`,
/// `file.unwritable`, those of the function.
[[nodiscard]] Result<void> write_fresh(
    const std::filesystem::path& path,
    const std::function<Result<void>(const std::filesystem::path& part)>& write);

}  // namespace travaux::storage
