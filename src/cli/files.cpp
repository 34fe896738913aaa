// SPDX-License-Identifier: MIT
#include "cli/files.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "base/limits.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refuse(ErrorCode code, std::string id, const fs::path& path) {
    return std::unexpected(Error{code, std::move(id), {path.string()}});
}

// A name beside `path` that no other process uses.
fs::path beside(const fs::path& path) {
    fs::path name = path.has_filename() ? path : path.parent_path();
    name += ".part" + std::to_string(::getpid());
    return name;
}

bool write_bytes(const fs::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return out.good();
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
    std::error_code failure;
    const auto kind = fs::status(path, failure).type();
    if (kind == fs::file_type::not_found) {
        return refuse(ErrorCode::not_found, "file.not_found", path);
    }
    if (kind == fs::file_type::directory) {
        return refuse(ErrorCode::invalid, "file.is_a_folder", path);
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) return refuse(ErrorCode::storage, "file.unreadable", path);
    std::string bytes;
    std::vector<char> block(1U << 16U);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limits::input_file_bytes) {
            return refuse(ErrorCode::invalid, "file.too_large", path);
        }
    }
    if (in.bad()) return refuse(ErrorCode::storage, "file.unreadable", path);
    return bytes;
}

Result<std::string> read_secret(const fs::path& path) {
    std::error_code failure;
    const fs::perms rights = fs::status(path, failure).permissions();
    const bool is_open =
        !failure && (rights & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
    if (is_open) return refuse(ErrorCode::refused, "key.open_to_others", path);
    TRY_ASSIGN(std::string secret, read_file(path));
    secret.resize(std::min(secret.find_first_of("\r\n"), secret.size()));
    return secret;
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
    std::error_code failure;
    const auto kind = fs::status(path, failure).type();
    // A device or a pipe takes the bytes as they come; putting a file in its place would replace
    // it.
    if (kind != fs::file_type::not_found && kind != fs::file_type::regular) {
        if (kind != fs::file_type::directory && write_bytes(path, bytes)) return {};
        return refuse(ErrorCode::storage, "file.unwritable", path);
    }
    const bool is_link = fs::is_symlink(path, failure);
    const fs::path place = is_link ? fs::weakly_canonical(path, failure) : path;
    const fs::path part = beside(place);
    if (write_bytes(part, bytes)) {
        fs::rename(part, place, failure);
        if (!failure) return {};
    }
    fs::remove(part, failure);
    return refuse(ErrorCode::storage, "file.unwritable", path);
}

Result<void> write_folder(const fs::path& path, const formats::Files& files, Replace replace) {
    std::error_code failure;
    if (replace == Replace::no && fs::exists(path, failure)) {
        return refuse(ErrorCode::conflict, "folder.exists", path);
    }
    const fs::path part = beside(path);
    const fs::path old = part.string() + ".old";
    fs::create_directories(part, failure);
    bool is_written = !failure;
    for (const auto& [name, bytes] : files) {
        is_written = is_written && write_bytes(part / name, bytes);
    }
    if (is_written) {
        if (fs::exists(path, failure)) fs::rename(path, old, failure);
        fs::rename(part, path, failure);
        is_written = !failure;
        if (failure && fs::exists(old, failure)) fs::rename(old, path, failure);
    }
    fs::remove_all(part, failure);
    fs::remove_all(old, failure);
    if (!is_written) return refuse(ErrorCode::storage, "file.unwritable", path);
    return {};
}

Result<formats::DraftWithProvenance> read_draft(const fs::path& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) {
        return refuse(ErrorCode::not_found, "draft.not_found", path);
    }
    formats::Files files;
    for (const auto& entry : fs::directory_iterator(path, failure)) {
        const std::string name = entry.path().filename().string();
        TRY_ASSIGN(files[name], read_file(entry.path()));
    }
    if (failure) return refuse(ErrorCode::storage, "file.unreadable", path);
    auto draft = formats::read_draft_folder(files);
    if (!draft && !draft.error().args.empty()) {
        draft.error().args.front() = (path / draft.error().args.front()).string();
    }
    return draft;
}

Result<std::vector<formats::LinesFile>> read_named(const std::vector<std::string>& paths,
                                                   const std::vector<std::string>& endings) {
    std::vector<fs::path> found;
    for (const std::string& path : paths) {
        std::error_code failure;
        if (!fs::is_directory(path, failure)) {
            found.emplace_back(path);
            continue;
        }
        const std::size_t first = found.size();
        for (const auto& entry : fs::directory_iterator(path, failure)) {
            const bool is_wanted =
                std::ranges::find(endings, entry.path().extension().string()) != endings.end();
            if (is_wanted) found.push_back(entry.path());
        }
        if (found.size() == first) return refuse(ErrorCode::not_found, "proposals.none", path);
        std::sort(found.begin() + static_cast<std::ptrdiff_t>(first), found.end());
    }
    std::vector<formats::LinesFile> files;
    for (const fs::path& path : found) {
        TRY_ASSIGN(std::string bytes, read_file(path));
        files.push_back({path.string(), std::move(bytes)});
    }
    return files;
}

}  // namespace travaux::cli
