// Word files made for tests, part by part.
// SPDX-License-Identifier: MIT
#pragma once

#include <zip.h>

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::tests {

/// The parts of a file by their paths.
using WordParts = std::map<std::string, std::string>;

/// Returns a document part with some paragraphs and tables in it.
inline std::string document_part(std::string_view body) {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
           "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "
           "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" +
           std::string(body) + "</w:body></w:document>";
}

/// Returns the parts of a file whose text is `body`.
inline WordParts word_parts(std::string_view body) {
    const std::string types = "http://schemas.openxmlformats.org/package/2006/content-types";
    const std::string relationships =
        "http://schemas.openxmlformats.org/package/2006/relationships";
    const std::string kinds =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {{"[Content_Types].xml",
             "<Types xmlns='" + types +
                 "'><Default Extension='rels' "
                 "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                 "<Override PartName='/word/document.xml' ContentType='application/"
                 "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"},
            {"_rels/.rels", "<Relationships xmlns='" + relationships +
                                "'><Relationship Id='r1' Type='" + kinds +
                                "officeDocument' Target='word/document.xml'/></Relationships>"},
            {"word/document.xml", document_part(body)}};
}

/// Returns the bytes of a file with these parts; `password` encrypts them.
inline std::string word_file(const WordParts& parts, const char* password = nullptr) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    VERIFY(archive != nullptr);
    for (const auto& [path, bytes] : parts) {
        zip_source_t* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto at = zip_file_add(archive, path.c_str(), part, ZIP_FL_ENC_UTF_8);
        VERIFY(at >= 0);
        if (password != nullptr) {
            VERIFY(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256,
                                           password) == 0);
        }
    }
    VERIFY(zip_close(archive) == 0);
    VERIFY(zip_source_open(target) == 0);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_free(target);
    return bytes;
}

/// Returns the parts of a file.
inline WordParts read_word_parts(std::string_view bytes) {
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    VERIFY(archive != nullptr);
    WordParts parts;
    for (zip_int64_t at = 0; at < zip_get_num_entries(archive, 0); ++at) {
        zip_stat_t entry{};
        VERIFY(zip_stat_index(archive, static_cast<zip_uint64_t>(at), 0, &entry) == 0);
        std::string part(entry.size, '\0');
        zip_file_t* const file = zip_fopen_index(archive, static_cast<zip_uint64_t>(at), 0);
        VERIFY(zip_fread(file, part.data(), part.size()) == static_cast<zip_int64_t>(part.size()));
        zip_fclose(file);
        parts.emplace(entry.name, std::move(part));
    }
    zip_discard(archive);
    return parts;
}

}  // namespace travaux::tests
