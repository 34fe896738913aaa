// SPDX-License-Identifier: MIT
#include "storage/key_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "base/limits.h"

namespace travaux::storage {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refuse(ErrorCode code, std::string id, const fs::path& path) {
    return std::unexpected(Error{code, std::move(id), {path.string()}});
}

// Writes a file that only its owner may read, down to the disk, and puts it in its place.
Result<void> write_secret(const fs::path& path, std::string_view bytes) {
    const fs::path part = path.string() + ".part";
    ::unlink(part.c_str());
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return refuse(ErrorCode::storage, "file.unwritable", path);
    const bool is_written =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
        ::fsync(file) == 0;
    const bool is_done =
        ::close(file) == 0 && is_written && ::rename(part.c_str(), path.c_str()) == 0;
    if (!is_done) return refuse(ErrorCode::storage, "file.unwritable", path);
    const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_kept = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0) ::close(folder);
    if (!is_kept) return refuse(ErrorCode::storage, "file.unwritable", path);
    return {};
}

// The bytes of a file that only its owner may read; nothing where there is no such file.
Result<std::optional<std::string>> read_secret(const fs::path& path) {
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0) {
        if (errno == ENOENT) return std::nullopt;
        return refuse(ErrorCode::storage, "file.unreadable", path);
    }
    if ((about.st_mode & 077U) != 0) return refuse(ErrorCode::refused, "key.open_to_others", path);
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in || bytes.size() > limits::note_bytes) {
        return refuse(ErrorCode::storage, "file.unreadable", path);
    }
    return bytes;
}

fs::path key_path(const fs::path& folder, std::size_t count) {
    return folder / ("key-" + std::to_string(count));
}

}  // namespace

Result<std::unique_ptr<KeyFolder>> KeyFolder::open(fs::path path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
        return refuse(ErrorCode::storage, "file.unwritable", path);
    }
    auto folder = std::make_unique<KeyFolder>(Private{}, std::move(path));
    while (true) {
        const fs::path file = key_path(folder->path_, folder->keys_.size() + 1);
        TRY_ASSIGN(const auto text, read_secret(file));
        if (!text) return folder;
        const auto key = record::parse_signing_key(std::string_view(*text).substr(
            0, text->ends_with('\n') ? text->size() - 1 : text->size()));
        if (!key) return refuse(ErrorCode::invalid, "key.malformed", file);
        folder->keys_.push_back(*key);
    }
}

Result<record::SigningKey> KeyFolder::add_key(const std::string& origin,
                                              const crypto::Seed& chance) {
    VERIFY(record::is_key_name(origin));
    VERIFY(keys_.empty() || keys_.front().name == origin);
    record::SigningKey key{origin, chance};
    TRY_OK(write_secret(key_path(path_, keys_.size() + 1), record::text_of(key) + "\n"));
    keys_.push_back(key);
    return key;
}

Result<std::optional<std::string>> KeyFolder::last() { return read_secret(path_ / "signed"); }

Result<void> KeyFolder::remember(const std::string& text) {
    return write_secret(path_ / "signed", text);
}

}  // namespace travaux::storage
