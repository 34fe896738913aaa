// SPDX-License-Identifier: MIT
#include "docx/parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/id.h"
#include "base/xml_writer.h"
#include "docx/names.h"
#include "docx/package_writer.h"
#include "docx/story_writer.h"

namespace travaux::docx {
namespace {

// A4 and an inch around, in twentieths of a point; more at the head, where two lines may stand.
void pages(XmlWriter& xml, const Document& document) {
    xml.open("w:sectPr");
    if (!document.heads.empty()) {
        xml.empty("w:headerReference",
                  {{"w:type", "default"}, {"r:id", relationship_id("header1.xml")}});
    }
    xml.empty("w:footerReference",
              {{"w:type", "default"}, {"r:id", relationship_id("footer1.xml")}});
    xml.empty("w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
    xml.empty("w:pgMar", {{"w:top", "1700"},
                          {"w:right", "1440"},
                          {"w:bottom", "1440"},
                          {"w:left", "1440"},
                          {"w:header", "720"},
                          {"w:footer", "720"},
                          {"w:gutter", "0"}});
    if (document.is_first_page_plain) xml.empty("w:titlePg");
    const bool is_right_to_left =
        !document.paragraphs.empty() && document.paragraphs.front().is_right_to_left;
    if (is_right_to_left) xml.empty("w:bidi");
    xml.close();
}

XmlWriter::Attribute words_namespace() { return {"xmlns:w", std::string(word_namespace)}; }

// The notes that Word needs: the line above notes, and the one above those of the page before.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> separators = {
    {{"-1", "separator"}, {"0", "continuationSeparator"}}};

}  // namespace

std::string main_part(const Document& document) {
    XmlWriter xml;
    xml.open("w:document", {words_namespace(), {"xmlns:r", std::string(reference_namespace)}});
    xml.open("w:body");
    StoryWriter(document, xml).body(document.paragraphs);
    pages(xml, document);
    xml.close();
    xml.close();
    return std::move(xml).finish();
}

std::string head_part(const Document& document) {
    XmlWriter xml;
    xml.open("w:hdr", {words_namespace()});
    StoryWriter(document, xml).head(document.heads);
    xml.close();
    return std::move(xml).finish();
}

std::string foot_part() {
    XmlWriter xml;
    xml.open("w:ftr", {words_namespace()});
    xml.open("w:p");
    xml.open("w:pPr");
    xml.empty("w:pStyle", {{"w:val", "Footer"}});
    xml.close();
    xml.open("w:fldSimple", {{"w:instr", " PAGE "}});
    xml.open("w:r");
    xml.open("w:t");
    xml.text("1");
    for (int open = 0; open < 5; ++open) xml.close();
    return std::move(xml).finish();
}

bool has_notes(const Document& document, NoteKind kind) {
    return std::ranges::find(document.notes, kind, &Note::kind) != document.notes.end();
}

std::string notes_part(const Document& document, NoteKind kind) {
    XmlWriter xml;
    const std::string element = element_of(kind);
    xml.open(element + "s", {words_namespace()});
    for (const auto& [id, type] : separators) {
        xml.open(element, {{"w:type", std::string(type)}, {"w:id", std::string(id)}});
        xml.open("w:p");
        xml.open("w:r");
        xml.empty("w:" + std::string(type));
        for (int open = 0; open < 3; ++open) xml.close();
    }
    StoryWriter writer(document, xml);
    for (std::size_t at = 0; at < document.notes.size(); ++at) {
        const Note& note = document.notes[at];
        if (note.kind != kind) continue;
        xml.open(element, {{"w:id", id_of_note(at)}});
        writer.note(note);
        xml.close();
        xml.line();
    }
    xml.close();
    return std::move(xml).finish();
}

std::string comments_part(const Document& document) {
    XmlWriter xml;
    xml.open("w:comments", {words_namespace()});
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

std::string settings_part(const Document& document) {
    XmlWriter xml;
    xml.open("w:settings", {words_namespace()});
    for (const NoteKind kind : {NoteKind::footnote, NoteKind::endnote}) {
        if (!has_notes(document, kind)) continue;
        xml.open(element_of(kind) + "Pr");
        for (const auto& [id, type] : separators) {
            xml.empty(element_of(kind), {{"w:id", std::string(id)}});
        }
        xml.close();
    }
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
        if (value.empty()) return;
        xml.open(name);
        xml.text(value);
        xml.close();
    };
    say("dc:title", properties.title);
    say("dc:subject", properties.subject);
    say("dc:creator", properties.creator);
    say("dc:language", properties.language);
    xml.close();
    return std::move(xml).finish();
}

std::string app_part(const Properties& properties) {
    XmlWriter xml;
    xml.open(
        "Properties",
        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    xml.open("Company");
    xml.text(properties.company);
    xml.close();
    xml.close();
    return std::move(xml).finish();
}

// The id is that of the words, so that equal documents have equal bytes.
std::string data_properties(const std::string& data) {
    std::string id = hex(sha256(data)).substr(0, 32);
    for (char& digit : id) {
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    }
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) id.insert(dash, "-");
    XmlWriter xml;
    xml.open("ds:datastoreItem",
             {{"ds:itemID", "{" + id + "}"},
              {"xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml"}});
    xml.empty("ds:schemaRefs");
    xml.close();
    return std::move(xml).finish();
}

}  // namespace travaux::docx
