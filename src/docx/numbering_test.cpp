// SPDX-License-Identifier: MIT
#include "docx/numbering.h"

#include <doctest/doctest.h>

#include "docx/labels.h"
#include "docx/read.h"
#include "docx/words.h"
#include "tests/word_file.h"

using namespace travaux;
using docx::Side;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* xmlns =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

std::string level(int at, const std::string& format, const std::string& text,
                  const std::string& more = "") {
    return "<w:lvl w:ilvl='" + std::to_string(at) + "'><w:start w:val='1'/><w:numFmt w:val='" +
           format + "'/>" + more + "<w:lvlText w:val='" + text + "'/></w:lvl>";
}

// A paragraph in a list: "1" is its number, 0 its level.
std::string p(const std::string& number, int at, const std::string& words,
              const std::string& mark = "") {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(at) + "'/><w:numId w:val='" +
           number + "'/></w:numPr><w:rPr>" + mark + "</w:rPr></w:pPr><w:r><w:t>" + words +
           "</w:t></w:r></w:p>";
}

docx::Document read_with(const std::string& body, const std::string& numbering,
                         const std::string& styles) {
    auto parts = tests::word_parts(body);
    parts["word/_rels/document.xml.rels"] =
        "<Relationships><Relationship Id='r1' Type='x/numbering' Target='numbering.xml'/>"
        "<Relationship Id='r2' Type='x/styles' Target='styles.xml'/></Relationships>";
    parts["word/numbering.xml"] =
        std::string("<w:numbering") + xmlns + ">" + numbering + "</w:numbering>";
    parts["word/styles.xml"] = std::string("<w:styles") + xmlns + ">" + styles + "</w:styles>";
    auto read = docx::read(tests::word_file(parts), "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

Lines labelled(const std::string& body, const std::string& numbering,
               const std::string& styles = "", Side side = Side::accepted) {
    return docx::lines_of(read_with(body, numbering, styles), side, docx::ListLabels::shown);
}

const std::string treaty =  // NOLINT(bugprone-throwing-static-initialization)
    "<w:abstractNum w:abstractNumId='7'>" + level(0, "decimal", "%1.") +
    level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)") +
    level(3, "decimal", "%1.%2.%4") +
    "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>"
    "<w:startOverride w:val='5'/></w:lvlOverride></w:num>";

}  // namespace

TEST_CASE("labels count on, start anew below each paragraph above, and show levels above") {
    CHECK(labelled(p("1", 0, "a") + p("1", 1, "b") + p("1", 1, "c") + p("1", 2, "d") +
                       p("1", 0, "e") + p("1", 1, "f") + p("1", 3, "g"),
                   treaty) ==
          Lines{"1.\ta", "(a)\tb", "(b)\tc", "(i)\td", "2.\te", "(a)\tf", "2.a.1\tg"});
}

TEST_CASE("lists of one kind count on from each other, unless one says where it starts") {
    CHECK(labelled(p("1", 0, "a") + p("2", 0, "b") + p("3", 0, "c") + p("3", 0, "d"), treaty) ==
          Lines{"1.\ta", "2.\tb", "5.\tc", "6.\td"});
}

TEST_CASE("a list counts on from one that has started anew, which does so once") {
    CHECK(labelled(p("1", 0, "a") + p("3", 0, "b") + p("1", 0, "c") + p("3", 0, "d"), treaty) ==
          Lines{"1.\ta", "5.\tb", "6.\tc", "7.\td"});
}

TEST_CASE("a style puts its paragraphs in a list, and a paragraph may take itself out") {
    const std::string styles =
        "<w:style w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='Sub'><w:basedOn w:val='Base'/><w:pPr><w:numPr><w:ilvl w:val='1'/>"
        "</w:numPr></w:pPr></w:style>";
    const auto styled = [](const std::string& style, const std::string& more) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/>" + more +
               "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    };
    CHECK(labelled(styled("Base", "") + styled("Sub", "") +
                       styled("Base", "<w:numPr><w:numId w:val='0'/></w:numPr>") +
                       styled("Other", ""),
                   treaty, styles) == Lines{"1.\tx", "(a)\tx", "x", "x"});
}

TEST_CASE("a heading is what says so, or has a style that does, or is based on one that does") {
    const std::string styles =
        "<w:style w:styleId='T1'><w:name w:val='Title'/></w:style>"
        "<w:style w:styleId='Titre2'><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
        "<w:style w:styleId='Mine'><w:basedOn w:val='Titre2'/></w:style>"
        "<w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>";
    std::string body;
    for (const std::string properties :
         {"<w:pStyle w:val='T1'/>", "<w:pStyle w:val='Mine'/>", "<w:outlineLvl w:val='0'/>",
          "<w:pStyle w:val='Mine'/><w:outlineLvl w:val='9'/>", "<w:pStyle w:val='Loop'/>"}) {
        body += "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    }
    std::vector<int> levels;
    for (const auto& paragraph : read_with(body, "", styles).paragraphs) {
        levels.push_back(paragraph.outline);
    }
    CHECK(levels == std::vector{1, 2, 1, 0, 0});
}

TEST_CASE("labels follow the changes: what is joined or gone counts no more") {
    const std::string body = p("1", 0, "a", "<w:del/>") + p("1", 0, "b") + p("1", 0, "c");
    CHECK(labelled(body, treaty, "", Side::rejected) == Lines{"1.\ta", "2.\tb", "3.\tc"});
    CHECK(labelled(body, treaty, "", Side::accepted) == Lines{"1.\tab", "2.\tc"});
}

TEST_CASE("bullets are no labels, and legal numbering is decimal throughout") {
    const std::string other =
        "<w:abstractNum w:abstractNumId='1'>" + level(0, "upperRoman", "%1") +
        level(1, "decimal", "%1.%2", "<w:isLgl/>") + level(2, "bullet", "*") +
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    CHECK(labelled(p("1", 0, "a") + p("1", 1, "b") + p("1", 2, "c"), other) ==
          Lines{"I\ta", "1.1\tb", "c"});
}

TEST_CASE("numbers are written in Word's formats") {
    CHECK(docx::number_in_format(27, "lowerLetter") == "aa");
    CHECK(docx::number_in_format(53, "upperLetter") == "AAA");
    CHECK(docx::number_in_format(1994, "upperRoman") == "MCMXCIV");
    CHECK(docx::number_in_format(4, "lowerRoman") == "iv");
    CHECK(docx::number_in_format(7, "decimalZero") == "07");
    CHECK(docx::number_in_format(3, "russianLower") == "в");
    CHECK(docx::number_in_format(2, "arabicAlpha") == "ب");
    CHECK(docx::number_in_format(0, "lowerLetter") == "0");
    CHECK(docx::number_in_format(9, "unheardOf") == "9");
}
