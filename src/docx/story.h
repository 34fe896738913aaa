// Reads one story of a Word file: the body, or one note.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "docx/document.h"
#include "docx/numbering.h"

namespace travaux::docx {

/// Finds by its id what a story refers to.
struct Places {
    std::map<std::pair<NoteKind, std::string>, std::size_t> notes;  ///< in `Document::notes`
    std::map<std::string, std::size_t, std::less<>> comments;       ///< in `Document::comments`
    Numbering numbering;
};

/// Reads stories into one document: changes, rows and cells are counted through.
class StoryReader {
public:
    /// REQUIRES: the document and the places outlive this.
    StoryReader(Document& document, const Places& places) : document_(document), places_(places) {}

    /// Returns the paragraphs of a story, those of its text boxes behind them.
    [[nodiscard]] std::vector<Paragraph> read(const pugi::xml_node& story);

private:
    // Where the reader stands.
    struct Where {
        Changes changes;
        std::uint32_t row = 0;
        std::uint32_t cell = 0;
        bool keeps_blanks = false;
    };

    void blocks(const pugi::xml_node& parent, const Where& where);
    void block(const pugi::xml_node& node, const Where& where);
    template <typename Content>
    void control(const pugi::xml_node& node, const Content& content);
    void call(std::string_view name);
    void paragraph(const pugi::xml_node& node, const Where& where);
    void row(const pugi::xml_node& node, const Where& where);
    void cell(const pugi::xml_node& node, const Where& where);
    void inlines(const pugi::xml_node& parent, const Where& where);
    void inline_one(const pugi::xml_node& node, const Where& where);
    void close_fields();
    void field_mark(const pugi::xml_node& node);
    void note_reference(const pugi::xml_node& node, NoteKind kind, const Where& where);
    void comment(const pugi::xml_node& node);
    void text(std::string_view words, const Where& where);
    void move_range(const pugi::xml_node& node);
    [[nodiscard]] Where inside(const pugi::xml_node& change, ChangeKind kind, Where where);
    void add_changes(const pugi::xml_node& properties, Changes& changes);

    Document& document_;
    const Places& places_;
    std::uint32_t rows_ = 0;
    std::uint32_t cells_ = 0;
    std::vector<Paragraph> paragraphs_;
    Paragraph* open_ = nullptr;  // the paragraph in hand
    std::size_t bytes_ = 0;      // of its spans
    std::vector<std::pair<pugi::xml_node, Where>> boxes_;
    std::vector<bool> fields_;                // the open ones: whether their instruction is over
    std::size_t instructions_ = 0;            // of them, not over yet
    std::vector<std::string> controls_;       // tags and aliases of those it stands in
    std::vector<std::string> names_of_next_;  // paragraph
    std::vector<std::size_t> comments_;       // whose ranges are open
    std::string move_from_;                   // names of the ranges in hand
    std::string move_to_;
};

}  // namespace travaux::docx
