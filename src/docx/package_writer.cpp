// SPDX-License-Identifier: MIT
#include "docx/package_writer.h"

#include <zip.h>

#include <map>
#include <utility>

#include "base/result.h"
#include "base/xml_writer.h"
#include "docx/names.h"

namespace travaux::docx {
namespace {

// 1 January 1980, the first date that a zip archive can say: files do not tell when they were made.
constexpr zip_uint16_t first_date = 0x21;

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : path.substr(0, slash + 1);
}

// The path of a part, as the part that names it says it.
std::string target_of(const WrittenPart& part) {
    const std::string_view folder = folder_of(part.owner);
    if (folder.empty()) return part.path;
    if (part.path.starts_with(folder)) return part.path.substr(folder.size());
    return "../" + part.path;
}

std::string types_of(const std::vector<WrittenPart>& parts) {
    XmlWriter xml;
    xml.open("Types", {{"xmlns", std::string(types_namespace)}});
    xml.empty("Default",
              {{"Extension", "rels"},
               {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    for (const WrittenPart& part : parts) {
        if (part.type.empty()) continue;
        xml.empty("Override", {{"PartName", "/" + part.path}, {"ContentType", part.type}});
    }
    xml.close();
    return std::move(xml).finish();
}

std::string relationships_of(const std::vector<const WrittenPart*>& parts) {
    XmlWriter xml;
    xml.open("Relationships", {{"xmlns", std::string(relationships_namespace)}});
    for (const WrittenPart* part : parts) {
        xml.empty("Relationship", {{"Id", relationship_id(part->path)},
                                   {"Type", part->relation},
                                   {"Target", target_of(*part)}});
    }
    xml.close();
    return std::move(xml).finish();
}

using Entries = std::vector<std::pair<std::string, std::string>>;

// REQUIRES: memory is there; nothing else can fail.
std::string archive_of(const Entries& entries) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    VERIFY(target != nullptr);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    VERIFY(archive != nullptr);
    for (const auto& [path, bytes] : entries) {
        zip_source_t* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t at = zip_file_add(archive, path.c_str(), part, ZIP_FL_ENC_UTF_8);
        VERIFY(at >= 0);
        VERIFY(zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), 0, first_date, 0) == 0);
    }
    VERIFY(zip_close(archive) == 0);
    VERIFY(zip_source_open(target) == 0);
    VERIFY(zip_source_seek(target, 0, SEEK_END) == 0);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    VERIFY(zip_source_seek(target, 0, SEEK_SET) == 0);
    VERIFY(zip_source_read(target, bytes.data(), bytes.size()) ==
           static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace

std::string relationship_id(std::string_view path) {
    path.remove_prefix(folder_of(path).size());
    return std::string(path.substr(0, path.rfind('.')));
}

std::string write_package(const std::vector<WrittenPart>& parts) {
    std::map<std::string, std::vector<const WrittenPart*>> named_by;
    for (const WrittenPart& part : parts) named_by[part.owner].push_back(&part);
    // The types come first, as everybody writes them.
    Entries entries = {{"[Content_Types].xml", types_of(parts)}};
    for (const auto& [owner, named] : named_by) {
        const std::string folder(folder_of(owner));
        std::string path = folder + "_rels/";
        path.append(owner.substr(folder.size())).append(".rels");
        entries.emplace_back(std::move(path), relationships_of(named));
    }
    for (const WrittenPart& part : parts) entries.emplace_back(part.path, part.bytes);
    return archive_of(entries);
}

}  // namespace travaux::docx
