// SPDX-License-Identifier: MIT
#include "storage/database.h"

#include <unistd.h>

#include "storage/postgres.h"
#include "storage/sqlite.h"

namespace travaux::storage {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refuse(ErrorCode code, std::string id, std::string path) {
    return std::unexpected(Error{code, std::move(id), {std::move(path)}});
}

// A folder that nobody else may read, for as long as it lives.
class PrivateFolder {
public:
    PrivateFolder() : path_((fs::temp_directory_path() / "travaux-XXXXXX").string()) {
        is_made_ = ::mkdtemp(path_.data()) != nullptr;
    }
    ~PrivateFolder() {
        std::error_code failure;
        if (is_made_) fs::remove_all(path_, failure);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    [[nodiscard]] bool is_made() const { return is_made_; }
    [[nodiscard]] fs::path path() const { return path_; }

private:
    std::string path_;
    bool is_made_;
};

// Checks a whole copy of a store.
Result<record::Verification> check(Database& copy, const std::string& from) {
    TRY_OK(copy.check_structure());
    TRY_ASSIGN(record::Verification found, record::verify_store(copy, std::nullopt));
    if (found.is_sound()) return found;
    const std::size_t count = found.damages.size();
    return std::unexpected(
        Error{ErrorCode::corrupt,
              "export.damaged",
              {shown_location(from), std::to_string(count) + (count == 1 ? " place" : " places")}});
}

Result<record::Verification> copy_checked(const std::string& from, const fs::path& to) {
    TRY_ASSIGN(const auto source, open_database(from, Access::read));
    TRY_OK(source->backup(to));
    TRY_ASSIGN(const auto copy, SqliteStore::open(to, Access::read));
    return check(*copy, from);
}

}  // namespace

Result<std::unique_ptr<Database>> open_database(const std::string& location, Access access) {
    if (is_postgres_url(location)) {
        TRY_ASSIGN(auto store, PostgresStore::open(location, access));
        return store;
    }
    std::error_code failure;
    if (access != Access::create && !fs::exists(location, failure)) {
        return refuse(ErrorCode::not_found, "file.not_found", location);
    }
    TRY_ASSIGN(auto store, SqliteStore::open(location, access));
    return store;
}

Result<record::Verification> copy_database(const std::string& from, const std::string& to) {
    if (!is_postgres_url(to)) {
        record::Verification found;
        TRY_OK(write_fresh(to, [&](const fs::path& part) -> Result<void> {
            TRY_ASSIGN(found, copy_checked(from, part));
            return {};
        }));
        return found;
    }
    const PrivateFolder folder;
    if (!folder.is_made()) {
        return refuse(ErrorCode::storage, "file.unwritable", folder.path().string());
    }
    TRY_OK(copy_checked(from, folder.path() / "record"));
    TRY_OK(fill_postgres(to, folder.path() / "record"));
    TRY_ASSIGN(const auto target, PostgresStore::open(to, Access::read));
    return check(*target, to);
}

bool is_postgres_url(std::string_view location) {
    return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

std::string shown_location(const std::string& location) {
    return is_postgres_url(location) ? shown_url(location) : location;
}

Result<void> write_fresh(const fs::path& path,
                         const std::function<Result<void>(const fs::path& part)>& write) {
    std::error_code failure;
    if (fs::exists(path, failure)) {
        return refuse(ErrorCode::conflict, "file.exists", path.string());
    }
    const fs::path part = path.string() + ".part" + std::to_string(::getpid());
    auto written = write(part);
    if (written) {
        fs::rename(part, path, failure);
        if (failure) written = refuse(ErrorCode::storage, "file.unwritable", path.string());
    }
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        fs::remove(part.string() + ending, failure);
    }
    return written;
}

}  // namespace travaux::storage
