// SPDX-License-Identifier: MIT
#include "docx/read.h"

#include "docx/package.h"
#include "docx/story.h"
#include "docx/xml.h"

namespace travaux::docx {
namespace {

// Notes of Word's own, such as the line above footnotes, have a type.
bool is_of_a_writer(const pugi::xml_node& note) {
    const std::string_view type = note.attribute("w:type").value();
    return type.empty() || type == "normal";
}

struct NoteWords {
    Note note;
    pugi::xml_node words;
};

struct NoteParts {
    std::vector<pugi::xml_document> parts;
    std::vector<NoteWords> notes;
};

Result<NoteParts> notes_of(const Package& package) {
    NoteParts result;
    TRY_ASSIGN(const auto relationships, package.relationships_of(package.main_part()));
    for (const Relationship& one : relationships) {
        const bool is_footnotes = one.kind == "footnotes";
        if (!is_footnotes && one.kind != "endnotes") continue;
        if (one.is_external) {
            return std::unexpected(
                Error{ErrorCode::invalid, "docx.part_external", {package.file(), one.target}});
        }
        TRY_ASSIGN(const std::string bytes, package.part(one.target));
        TRY_ASSIGN(auto part, parse_part(bytes, package.file(), one.target));
        const NoteKind kind = is_footnotes ? NoteKind::footnote : NoteKind::endnote;
        for (const auto& node : part.document_element().children()) {
            if (!is_of_a_writer(node)) continue;
            result.notes.push_back({{kind, node.attribute("w:id").value(), {}}, node});
        }
        result.parts.push_back(std::move(part));
    }
    return result;
}

Document read_stories(const pugi::xml_document& main, const NoteParts& notes) {
    Document document;
    NotePlaces places;
    for (std::size_t at = 0; at < notes.notes.size(); ++at) {
        const Note& note = notes.notes[at].note;
        places.emplace(std::pair(note.kind, note.id), at);
        document.notes.push_back(note);
    }
    StoryReader reader(document, places);
    document.paragraphs = reader.read(main.document_element().child("w:body"));
    for (std::size_t at = 0; at < notes.notes.size(); ++at) {
        document.notes[at].paragraphs = reader.read(notes.notes[at].words);
    }
    return document;
}

}  // namespace

Result<Document> read(std::string_view bytes, const std::string& file) {
    TRY_ASSIGN(const Package package, Package::open(bytes, file));
    TRY_ASSIGN(const std::string xml, package.part(package.main_part()));
    TRY_ASSIGN(const auto main, parse_part(xml, file, package.main_part()));
    TRY_ASSIGN(const auto notes, notes_of(package));
    return read_stories(main, notes);
}

Result<Document> read_main_part(std::string_view xml, const std::string& file) {
    TRY_ASSIGN(const auto main, parse_part(xml, file, "document.xml"));
    return read_stories(main, {});
}

}  // namespace travaux::docx
