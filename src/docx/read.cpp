// SPDX-License-Identifier: MIT
#include "docx/read.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <set>

#include "base/ascii.h"
#include "docx/package.h"
#include "docx/story.h"
#include "docx/words.h"
#include "docx/xml.h"

namespace travaux::docx {
namespace {

// Notes of Word's own, such as the line above footnotes, have a type.
bool is_of_a_writer(const pugi::xml_node& note) {
    const std::string_view type = note.attribute("w:type").value();
    return type.empty() || type == "normal";
}

bool may_be_many(std::string_view kind) { return kind == "header" || kind == "customXml"; }

// A document has one part of each other kind that is read; named again, a large one would fill all
// memory.
void drop_repeated(std::vector<Relationship>& relationships) {
    std::set<std::string> kinds;
    std::set<std::string> targets;
    std::erase_if(relationships, [&](const Relationship& one) {
        return may_be_many(one.kind) ? !targets.insert(lower_case(one.target)).second
                                     : !kinds.insert(one.kind).second;
    });
}

struct Property {
    const char* name;
    std::string Properties::* value;
};

constexpr std::array properties_of_file = {
    Property{"dc:title", &Properties::title},     Property{"dc:subject", &Properties::subject},
    Property{"dc:creator", &Properties::creator}, Property{"dc:language", &Properties::language},
    Property{"Company", &Properties::company},
};

class FileReader {
public:
    explicit FileReader(const Package& package) : package_(package) {}

    Result<Document> read() {
        TRY_ASSIGN(auto relationships, package_.relationships_of(package_.main_part()));
        drop_repeated(relationships);
        TRY_OK(read_numbering(relationships));
        for (const Relationship& one : relationships) {
            if (one.kind == "footnotes") {
                TRY_OK(find_notes(one, NoteKind::footnote));
            } else if (one.kind == "endnotes") {
                TRY_OK(find_notes(one, NoteKind::endnote));
            } else if (one.kind == "comments") {
                TRY_OK(read_comments(one));
            }
        }
        TRY_OK(read_heads(relationships));
        TRY_OK(read_data(relationships));
        TRY_OK(read_properties());
        TRY_ASSIGN(const std::string bytes, package_.part(package_.main_part()));
        TRY_ASSIGN(const auto main, parse_part(bytes, package_.file(), package_.main_part()));
        StoryReader reader(document_, places_);
        document_.paragraphs = reader.read(main.document_element().child("w:body"));
        for (std::size_t at = 0; at < notes_.size(); ++at) {
            document_.notes[at].paragraphs = reader.read(notes_[at]);
        }
        return std::move(document_);
    }

private:
    Result<const pugi::xml_document*> part(const Relationship& relationship) {
        if (relationship.is_external) {
            return std::unexpected(Error{
                ErrorCode::invalid, "docx.part_external", {package_.file(), relationship.target}});
        }
        TRY_ASSIGN(const std::string bytes, package_.part(relationship.target));
        TRY_ASSIGN(auto xml, parse_part(bytes, package_.file(), relationship.target));
        parts_.push_back(std::move(xml));
        return &parts_.back();
    }

    // A file may do without either part.
    Result<void> read_numbering(const std::vector<Relationship>& relationships) {
        const pugi::xml_document none;
        const pugi::xml_document* numbering = &none;
        const pugi::xml_document* styles = &none;
        for (const Relationship& one : relationships) {
            if (one.kind == "numbering") {
                TRY_ASSIGN(numbering, part(one));
            } else if (one.kind == "styles") {
                TRY_ASSIGN(styles, part(one));
            }
        }
        places_.numbering.read(*numbering, *styles, document_);
        return {};
    }

    Result<void> find_notes(const Relationship& relationship, NoteKind kind) {
        TRY_ASSIGN(const auto* const xml, part(relationship));
        for (const auto& node : xml->document_element().children()) {
            if (!is_of_a_writer(node)) continue;
            const std::string id = node.attribute("w:id").value();
            places_.notes.emplace(std::pair(kind, id), document_.notes.size());
            document_.notes.push_back({kind, id, {}});
            notes_.push_back(node);
        }
        return {};
    }

    Result<void> read_comments(const Relationship& relationship) {
        TRY_ASSIGN(const auto* const xml, part(relationship));
        const Places none;
        for (const auto& node : xml->document_element().children()) {
            Document words;
            words.paragraphs = StoryReader(words, none).read(node);
            Comment comment{
                node.attribute("w:author").value(), node.attribute("w:date").value(), {}};
            for (const std::string& line : lines_of(words, Side::accepted)) {
                comment.text += (comment.text.empty() ? "" : "\n") + line;
            }
            places_.comments.emplace(node.attribute("w:id").value(), document_.comments.size());
            document_.comments.push_back(std::move(comment));
        }
        return {};
    }

    // Heads are there for what they say alone.
    Result<void> read_heads(const std::vector<Relationship>& relationships) {
        for (const Relationship& one : relationships) {
            if (one.kind != "header") continue;
            if (one.is_external) continue;
            TRY_ASSIGN(const std::string bytes, package_.part(one.target));
            TRY_ASSIGN(const auto xml, parse_part(bytes, package_.file(), one.target));
            const Places none;
            auto read = StoryReader(document_, none).read(xml.document_element());
            std::ranges::move(read, std::back_inserter(document_.heads));
        }
        return {};
    }

    Result<void> read_data(const std::vector<Relationship>& relationships) {
        for (const Relationship& one : relationships) {
            if (one.kind != "customXml" || one.is_external) continue;
            TRY_ASSIGN(std::string bytes, package_.part(one.target));
            document_.data.push_back(std::move(bytes));
        }
        return {};
    }

    // A file may do without saying anything of itself, or name a part for it that it lacks.
    Result<void> read_properties() {
        TRY_ASSIGN(const auto relationships, package_.relationships_of({}));
        for (const Relationship& one : relationships) {
            const bool is_of_properties =
                one.kind == "core-properties" || one.kind == "extended-properties";
            if (!is_of_properties || one.is_external) continue;
            const auto bytes = package_.part(one.target);
            if (!bytes) continue;
            TRY_ASSIGN(const auto xml, parse_part(*bytes, package_.file(), one.target));
            for (const Property& property : properties_of_file) {
                const auto node = xml.document_element().child(property.name);
                if (node) document_.properties.*property.value = node.text().get();
            }
        }
        return {};
    }

    const Package& package_;
    Document document_;
    Places places_;
    std::vector<pugi::xml_node> notes_;  // of `Document::notes`
    std::deque<pugi::xml_document> parts_;
};

}  // namespace

Result<Document> read(std::string_view bytes, const std::string& file, std::size_t unpacked_bytes) {
    TRY_ASSIGN(const Package package, Package::open(bytes, file, unpacked_bytes));
    return FileReader(package).read();
}

Result<Document> read_main_part(std::string_view xml, const std::string& file) {
    TRY_ASSIGN(const auto main, parse_part(xml, file, "document.xml"));
    Document document;
    const Places none;
    document.paragraphs = StoryReader(document, none).read(main.document_element().child("w:body"));
    return document;
}

}  // namespace travaux::docx
