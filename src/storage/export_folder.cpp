// SPDX-License-Identifier: MIT
#include "storage/export_folder.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/limits.h"

namespace travaux::storage {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refuse(ErrorCode code, std::string id, const fs::path& path) {
    return std::unexpected(Error{code, std::move(id), {path.string()}});
}

Result<void> write_one(const fs::path& path, std::string_view bytes) {
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (failure || !out) return refuse(ErrorCode::storage, "file.unwritable", path);
    return {};
}

}  // namespace

Result<std::vector<std::string>> ExportFolder::names() {
    std::error_code failure;
    std::vector<std::string> names;
    for (auto at = fs::recursive_directory_iterator(path_, failure);
         !failure && at != fs::recursive_directory_iterator(); at.increment(failure)) {
        const bool is_folder = at->symlink_status(failure).type() == fs::file_type::directory;
        if (!is_folder) names.push_back(fs::relative(at->path(), path_, failure).generic_string());
    }
    if (failure) return refuse(ErrorCode::storage, "file.unreadable", path_);
    std::ranges::sort(names);
    return names;
}

Result<std::string> ExportFolder::read(const std::string& name) {
    const fs::path path = path_ / name;
    std::error_code failure;
    if (fs::file_size(path, failure) > limits::input_file_bytes && !failure) {
        return refuse(ErrorCode::invalid, "file.too_large", path);
    }
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (failure || !in) return refuse(ErrorCode::storage, "file.unreadable", path);
    return bytes;
}

Result<void> write_fresh_folder(
    const fs::path& path,
    const std::function<Result<void>(const record::ExportSink& sink)>& write) {
    std::error_code failure;
    if (fs::exists(path, failure)) return refuse(ErrorCode::conflict, "folder.exists", path);
    fs::path part = path.has_filename() ? path : path.parent_path();
    part += ".part" + std::to_string(::getpid());
    auto written = write([&](const std::string& name, std::string_view bytes) {
        return write_one(part / name, bytes);
    });
    if (written) {
        fs::rename(part, path, failure);
        if (failure) written = refuse(ErrorCode::storage, "file.unwritable", path);
    }
    fs::remove_all(part, failure);
    return written;
}

Result<void> write_export_folder(record::Store& store, const fs::path& path) {
    return write_fresh_folder(
        path, [&](const record::ExportSink& sink) { return record::write_export(store, sink); });
}

}  // namespace travaux::storage
