// SPDX-License-Identifier: MIT
#include "docx/package.h"

#include <zip.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/limits.h"
#include "docx/xml.h"

namespace travaux::docx {
namespace {

// What an encrypted file, or one of the binary format before 2007, begins with.
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view document_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
constexpr std::string_view template_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash + 1));
}

// A target is relative to the folder of the part that names it.
std::string resolved(const std::string& part, std::string_view target) {
    std::string path;
    std::string_view rest = target;
    if (target.starts_with('/')) {
        rest.remove_prefix(1);
    } else {
        path = folder_of(part);
    }
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view step = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (step == "..") {
            if (!path.empty()) path.pop_back();
            path = folder_of(path);
        } else if (step != "." && !step.empty()) {
            path.append(step).append(rest.empty() ? "" : "/");
        }
    }
    return path;
}

bool is_macro(std::string_view type) {
    return type.find("macroEnabled") != std::string_view::npos ||
           type == "application/vnd.ms-office.vbaProject";
}

}  // namespace

void Package::Discard::operator()(zip* archive) const { zip_discard(archive); }

std::unexpected<Error> Package::refuse(std::string id, std::string detail) const {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {file_, std::move(detail)}});
}

Result<Package> Package::open(std::string_view bytes, std::string file,
                              std::size_t unpacked_bytes) {
    Package package(std::move(file), nullptr);
    if (bytes.starts_with(compound_file)) return package.refuse("docx.encrypted");
    zip_source_t* const source =
        zip_source_buffer_create(bytes.data(), bytes.size(), /*freep=*/0, nullptr);
    VERIFY(source != nullptr);
    package.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!package.archive_) {
        zip_source_free(source);
        return package.refuse("docx.not_a_package");
    }
    TRY_OK(package.check_sizes(unpacked_bytes));
    TRY_OK(package.read_types());
    TRY_OK(package.find_main_part());
    return package;
}

Result<void> Package::check_sizes(std::size_t unpacked_bytes) const {
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive_.get(), 0));
    if (count > limits::docx_parts) return refuse("docx.too_large");
    std::uint64_t bytes = 0;
    for (std::uint64_t at = 0; at < count; ++at) {
        zip_stat_t entry{};
        if (zip_stat_index(archive_.get(), at, 0, &entry) != 0) {
            return refuse("docx.not_a_package");
        }
        if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
            entry.encryption_method != ZIP_EM_NONE) {
            return refuse("docx.encrypted");
        }
        // What each says of itself; `part` reads no more than that.
        bytes += std::min<std::uint64_t>(entry.size, unpacked_bytes + 1);
        if (bytes > unpacked_bytes) return refuse("docx.too_large");
    }
    return {};
}

bool Package::has(const std::string& path) const {
    return zip_name_locate(archive_.get(), path.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> Package::part(const std::string& path) const {
    const zip_int64_t at = zip_name_locate(archive_.get(), path.c_str(), ZIP_FL_NOCASE);
    zip_stat_t entry{};
    if (at < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(at), 0, &entry) != 0) {
        return refuse("docx.part_missing", path);
    }
    zip_file_t* const opened = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(at), 0);
    if (opened == nullptr) return refuse("docx.part_damaged", path);
    std::string bytes(entry.size, '\0');
    const zip_int64_t count = zip_fread(opened, bytes.data(), bytes.size());
    const bool is_whole = zip_fclose(opened) == 0 && count == static_cast<zip_int64_t>(entry.size);
    if (!is_whole) return refuse("docx.part_damaged", path);
    return bytes;
}

Result<void> Package::read_types() {
    const std::string path(types_part);
    if (!has(path)) return refuse("docx.not_a_package");
    TRY_ASSIGN(const std::string bytes, part(path));
    TRY_ASSIGN(const auto xml, parse_part(bytes, file_, path));
    for (const auto& node : xml.document_element().children()) {
        const std::string_view name = local_name(node.name());
        const std::string type = node.attribute("ContentType").value();
        if (is_macro(type)) return refuse("docx.macros");
        if (name == "Default")
            types_of_endings_[lower_case(node.attribute("Extension").value())] = type;
        if (name != "Override") continue;
        std::string_view part_name = node.attribute("PartName").value();
        if (part_name.starts_with('/')) part_name.remove_prefix(1);
        types_[lower_case(part_name)] = type;
    }
    return {};
}

std::string Package::type_of(const std::string& path) const {
    const std::string name = lower_case(path);
    if (const auto found = types_.find(name); found != types_.end()) return found->second;
    const std::size_t dot = name.rfind('.');
    const auto found = types_of_endings_.find(dot == std::string::npos ? "" : name.substr(dot + 1));
    return found == types_of_endings_.end() ? "" : found->second;
}

Result<void> Package::find_main_part() {
    TRY_ASSIGN(const auto relationships, relationships_of(""));
    const auto main = std::ranges::find(relationships, "officeDocument", &Relationship::kind);
    if (main == relationships.end()) return refuse("docx.not_a_package");
    if (main->is_external) return refuse("docx.part_external", main->target);
    const std::string type = type_of(main->target);
    if (type != document_type && type != template_type) return refuse("docx.type_unknown", type);
    main_part_ = main->target;
    return {};
}

Result<std::vector<Relationship>> Package::relationships_of(const std::string& path) const {
    const std::string folder = folder_of(path);
    const std::string part_path = folder + "_rels/" + path.substr(folder.size()) + ".rels";
    std::vector<Relationship> all;
    if (!has(part_path)) return all;
    TRY_ASSIGN(const std::string bytes, part(part_path));
    TRY_ASSIGN(const auto xml, parse_part(bytes, file_, part_path));
    for (const auto& node : xml.document_element().children()) {
        if (local_name(node.name()) != "Relationship") continue;
        const std::string_view type = node.attribute("Type").value();
        const std::string target = node.attribute("Target").value();
        const bool is_external =
            std::string_view(node.attribute("TargetMode").value()) == "External";
        all.push_back({node.attribute("Id").value(), std::string(type.substr(type.rfind('/') + 1)),
                       is_external ? target : resolved(path, target), is_external});
    }
    return all;
}

}  // namespace travaux::docx
