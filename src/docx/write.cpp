// SPDX-License-Identifier: MIT
#include "docx/write.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/xml_writer.h"
#include "docx/names.h"
#include "docx/styles.h"

namespace travaux::docx {
namespace {

// 1 January 1980, the first date that a zip archive can say: files do not tell when they were made.
constexpr zip_uint16_t first_date = 0x21;

std::string_view element_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::insertion: return "w:ins";
        case ChangeKind::deletion: return "w:del";
        case ChangeKind::move_from: return "w:moveFrom";
        case ChangeKind::move_to: break;
    }
    return "w:moveTo";
}

class BodyWriter {
public:
    explicit BodyWriter(const Document& document) : document_(document) {}

    std::string write() {
        xml_.open("w:document", {{"xmlns:w", std::string(word_namespace)}});
        xml_.open("w:body");
        for (const Paragraph& one : document_.paragraphs) paragraph(one);
        xml_.open("w:sectPr");
        xml_.empty("w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});  // A4, in twentieths of a point
        xml_.empty("w:pgMar", {{"w:top", "1440"},
                               {"w:right", "1440"},
                               {"w:bottom", "1440"},
                               {"w:left", "1440"},
                               {"w:header", "720"},
                               {"w:footer", "720"},
                               {"w:gutter", "0"}});
        xml_.close();
        xml_.close();
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    void paragraph(const Paragraph& one) {
        VERIFY(one.row == 0 && one.cell == 0 && one.around.empty() && one.notes.empty());
        xml_.open("w:p");
        properties(one);
        const std::vector<std::string> ends = open_ranges(one);
        for (const Span& span : one.spans) write(span, one.is_right_to_left);
        for (const std::size_t at : one.comments) {
            xml_.empty("w:commentRangeEnd", {{"w:id", std::to_string(at)}});
            xml_.open("w:r");
            xml_.empty("w:commentReference", {{"w:id", std::to_string(at)}});
            xml_.close();
        }
        for (std::size_t at = 0; at + 1 < ends.size(); at += 2) {
            xml_.empty(ends[at], {{"w:id", ends[at + 1]}});
        }
        xml_.close();
        xml_.line();
    }

    void properties(const Paragraph& one) {
        if (one.style.empty() && !one.is_right_to_left && one.mark.empty()) return;
        xml_.open("w:pPr");
        if (!one.style.empty()) xml_.empty("w:pStyle", {{"w:val", one.style}});
        if (one.is_right_to_left) xml_.empty("w:bidi");
        if (!one.mark.empty()) {
            xml_.open("w:rPr");
            for (const std::uint32_t at : one.mark) {
                const Change& change = document_.changes[at];
                xml_.empty(
                    element_of(change.kind),
                    {{"w:id", next_id()}, {"w:author", change.author}, {"w:date", change.date}});
            }
            xml_.close();
        }
        xml_.close();
    }

    // Opens the ranges of comments and of a paragraph that moves as a whole. Returns what ends the
    // latter: names and ids.
    std::vector<std::string> open_ranges(const Paragraph& one) {
        std::vector<std::string> ends;
        for (const std::uint32_t at : one.mark) {
            const Change& change = document_.changes[at];
            if (change.move.empty()) continue;
            const std::string range = std::string(element_of(change.kind)) + "Range";
            const std::string id = next_id();
            xml_.empty(range + "Start", {{"w:id", id},
                                         {"w:author", change.author},
                                         {"w:date", change.date},
                                         {"w:name", change.move}});
            ends.insert(ends.end(), {range + "End", id});
        }
        for (const std::size_t at : one.comments) {
            xml_.empty("w:commentRangeStart", {{"w:id", std::to_string(at)}});
        }
        return ends;
    }

    void write(const Span& span, bool is_right_to_left) {
        bool is_deleted = false;
        for (const std::uint32_t at : span.changes) {
            const Change& change = document_.changes[at];
            is_deleted = is_deleted || change.kind == ChangeKind::deletion;
            xml_.open(element_of(change.kind),
                      {{"w:id", next_id()}, {"w:author", change.author}, {"w:date", change.date}});
        }
        xml_.open("w:r");
        if (is_right_to_left) {
            xml_.open("w:rPr");
            xml_.empty("w:rtl");
            xml_.close();
        }
        for (std::string_view rest = span.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find_first_of("\t\n"), rest.size());
            words(rest.substr(0, end), is_deleted);
            if (end < rest.size()) xml_.empty(rest[end] == '\t' ? "w:tab" : "w:br");
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        xml_.close();
        for (std::size_t open = span.changes.size(); open > 0; --open) xml_.close();
    }

    void words(std::string_view text, bool is_deleted) {
        if (text.empty()) return;
        xml_.open(is_deleted ? "w:delText" : "w:t", {{"xml:space", "preserve"}});
        xml_.text(text);
        xml_.close();
    }

    std::string next_id() { return std::to_string(++ids_); }

    const Document& document_;
    XmlWriter xml_;
    std::size_t ids_ = 0;  // every change has its own
};

std::string comments_part(const Document& document) {
    XmlWriter xml;
    xml.open("w:comments", {{"xmlns:w", std::string(word_namespace)}});
    for (std::size_t at = 0; at < document.comments.size(); ++at) {
        const Comment& comment = document.comments[at];
        xml.open(
            "w:comment",
            {{"w:id", std::to_string(at)}, {"w:author", comment.author}, {"w:date", comment.date}});
        std::string_view rest = comment.text;
        do {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            xml.open("w:p");
            xml.open("w:r");
            xml.open("w:t", {{"xml:space", "preserve"}});
            xml.text(rest.substr(0, end));
            for (int open = 0; open < 3; ++open) xml.close();
            rest.remove_prefix(std::min(end + 1, rest.size()));
        } while (!rest.empty());
        xml.close();
    }
    xml.close();
    return std::move(xml).finish();
}

std::string settings_part() {
    XmlWriter xml;
    xml.open("w:settings", {{"xmlns:w", std::string(word_namespace)}});
    xml.open("w:compat");
    // As Word 2013 and later lay out.
    xml.empty("w:compatSetting", {{"w:name", "compatibilityMode"},
                                  {"w:uri", "http://schemas.microsoft.com/office/word"},
                                  {"w:val", "15"}});
    xml.close();
    xml.close();
    return std::move(xml).finish();
}

std::string core_part(const Properties& properties) {
    XmlWriter xml;
    xml.open(
        "cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    const auto say = [&](std::string_view name, const std::string& value) {
        xml.open(name);
        xml.text(value);
        xml.close();
    };
    say("dc:title", properties.title);
    say("dc:language", properties.language);
    xml.close();
    return std::move(xml).finish();
}

// A part beside the text: its name without ending, and whether a file has it.
struct Beside {
    std::string name;
    bool is_there;
};

std::array<Beside, 3> parts_beside(const Document& document) {
    return {{{"styles", true}, {"settings", true}, {"comments", !document.comments.empty()}}};
}

std::string types_part(const Document& document) {
    XmlWriter xml;
    xml.open("Types", {{"xmlns", std::string(types_namespace)}});
    xml.empty("Default",
              {{"Extension", "rels"},
               {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    const auto type = [&](const std::string& part, const std::string& content) {
        xml.empty("Override", {{"PartName", part}, {"ContentType", content}});
    };
    const std::string types(part_types);
    type("/word/document.xml", types + "document.main+xml");
    for (const auto& [name, is_there] : parts_beside(document)) {
        if (is_there) type("/word/" + name + ".xml", types + name + "+xml");
    }
    type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    xml.close();
    return std::move(xml).finish();
}

class RelationshipsWriter {
public:
    RelationshipsWriter() {
        xml_.open("Relationships", {{"xmlns", std::string(relationships_namespace)}});
    }

    void add(const std::string& type, const std::string& target) {
        xml_.empty("Relationship",
                   {{"Id", "rId" + std::to_string(++count_)}, {"Type", type}, {"Target", target}});
    }

    std::string finish() {
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    XmlWriter xml_;
    int count_ = 0;
};

std::string package_relationships() {
    RelationshipsWriter writer;
    writer.add(std::string(relationship_types) + "officeDocument", "word/document.xml");
    writer.add(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml");
    return writer.finish();
}

std::string document_relationships(const Document& document) {
    RelationshipsWriter writer;
    for (const auto& [name, is_there] : parts_beside(document)) {
        if (is_there) writer.add(std::string(relationship_types) + name, name + ".xml");
    }
    return writer.finish();
}

using Parts = std::vector<std::pair<std::string, std::string>>;

// The types come first, as everybody writes them.
Parts parts_of(const Document& document) {
    Parts parts = {{"[Content_Types].xml", types_part(document)},
                   {"_rels/.rels", package_relationships()},
                   {"docProps/core.xml", core_part(document.properties)},
                   {"word/_rels/document.xml.rels", document_relationships(document)},
                   {"word/document.xml", BodyWriter(document).write()},
                   {"word/settings.xml", settings_part()},
                   {"word/styles.xml", styles_part(document.properties.language)}};
    if (!document.comments.empty()) {
        parts.emplace_back("word/comments.xml", comments_part(document));
    }
    return parts;
}

// REQUIRES: memory is there; nothing else can fail.
std::string archive_of(const Parts& parts) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    VERIFY(target != nullptr);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    VERIFY(archive != nullptr);
    for (const auto& [path, bytes] : parts) {
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

std::string write(const Document& document) { return archive_of(parts_of(document)); }

}  // namespace travaux::docx
