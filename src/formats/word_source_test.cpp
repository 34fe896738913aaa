// SPDX-License-Identifier: MIT
#include "formats/word_source.h"

#include <doctest/doctest.h>

#include "formats/import_text.h"

using namespace travaux;
using docx::Paragraph;
using docx::Side;

namespace {

Paragraph words(const std::string& text) {
    Paragraph paragraph;
    paragraph.spans = {{text, {}}};
    return paragraph;
}

Paragraph heading(const std::string& text) {
    Paragraph paragraph = words(text);
    paragraph.outline = 2;
    return paragraph;
}

Paragraph cell(std::uint32_t row, std::uint32_t at, const std::string& text) {
    Paragraph paragraph = words(text);
    paragraph.row = row;
    paragraph.cell = at;
    return paragraph;
}

// One line for each provision: its depth as dots, kind, number|heading|text.
std::string shape(const docx::Document& document, Side side = Side::accepted) {
    const auto draft = formats::import_word(document, side, "a.docx", text::Language::en);
    REQUIRE(draft);
    std::string lines;
    for (const text::Provision& provision : draft->draft.provisions) {
        const text::Wording& wording = provision.in(text::Language::en);
        lines += std::string(provision.depth, '.') + std::string(name_of(provision.kind)) + ' ' +
                 wording.number + '|' + wording.heading + '|' + wording.text + '\n';
    }
    return lines;
}

}  // namespace

TEST_CASE("what Word has as a heading is one, where it reads as one") {
    docx::Document document;
    document.paragraphs = {heading("Convention on Lighthouses"),
                           words("Article 1"),
                           heading("Scope"),
                           words("1. It applies at sea."),
                           heading("General remarks"),
                           heading("It does not apply on land; nothing in it does.")};
    CHECK(shape(document) ==
          "title |Convention on Lighthouses|\n"
          "article Article 1|Scope|\n"
          ".paragraph 1.||It applies at sea.\n"
          "heading |General remarks|\n"
          "paragraph ||It does not apply on land; nothing in it does.\n");
}

TEST_CASE("a table of two columns is a table, and its empty cells stay; of one, it is a frame") {
    docx::Document document;
    document.paragraphs = {words("Article 1"),       words("The dues are:"), cell(1, 1, "Light"),
                           cell(1, 2, "Dues"),       cell(2, 3, "Vesta"),    cell(2, 4, ""),
                           cell(3, 5, "1. All pay.")};
    CHECK(shape(document) ==
          "article Article 1||\n"
          ".paragraph ||The dues are:\n"
          "..table ||\n"
          "...table_row ||\n"
          "....table_cell ||Light\n"
          "....table_cell ||Dues\n"
          "...table_row ||\n"
          "....table_cell ||Vesta\n"
          "....table_cell ||\n"
          ".paragraph 1.||All pay.\n");
}

TEST_CASE("the words of a cell around an empty table in it stay together") {
    docx::Document document;
    document.paragraphs = {words("Article 1"), cell(1, 1, "Light"), cell(2, 2, ""),
                           cell(1, 1, "house"), cell(1, 3, "Dues")};
    CHECK(shape(document) ==
          "article Article 1||\n"
          ".table ||\n"
          "..table_row ||\n"
          "...table_cell ||Light house\n"
          "...table_cell ||Dues\n");
}

TEST_CASE("a note belongs to what refers to it, with the number that Word gives it") {
    docx::Document document;
    document.notes.resize(2);
    document.notes[0].paragraphs = {words("Ghana reserves its position."), words("So does Peru.")};
    document.notes[1].kind = docx::NoteKind::endnote;
    document.notes[1].paragraphs = {words("From the second draft.")};
    document.changes = {{docx::ChangeKind::deletion, "Ghana", "", ""}};
    document.paragraphs = {words("Article 1"), words("1. One."), words("2. Two.")};
    document.paragraphs[1].notes = {{0, {0}, 5}};
    document.paragraphs[2].notes = {{1, {}, 5}};
    CHECK(shape(document, Side::rejected) ==
          "article Article 1||\n"
          ".paragraph 1.||One.\n"
          "..footnote 1||Ghana reserves its position. So does Peru.\n"
          ".paragraph 2.||Two.\n"
          "..footnote i||From the second draft.\n");
    CHECK(shape(document, Side::accepted) ==
          "article Article 1||\n"
          ".paragraph 1.||One.\n"
          ".paragraph 2.||Two.\n"
          "..footnote i||From the second draft.\n");
}

TEST_CASE("words that are not UTF-8, and a file without words, are refused by the paragraph") {
    docx::Document document;
    const auto refused = formats::source_of_word(document, Side::accepted, "a.docx");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == "import.empty");
    document.paragraphs = {words("good"), words("\xFF")};
    const auto broken = formats::source_of_word(document, Side::accepted, "a.docx");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().id == "import.not_utf8");
    CHECK(broken.error().args == std::vector<std::string>{"a.docx", "2"});
}
