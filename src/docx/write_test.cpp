// SPDX-License-Identifier: MIT
#include "docx/write.h"

#include <doctest/doctest.h>

#include "docx/read.h"
#include "docx/words.h"
#include "tests/docx_checker.h"
#include "tests/word_file.h"

using namespace travaux;
using docx::ChangeKind;
using docx::Side;

namespace {

docx::Document sample() {
    docx::Document document;
    document.properties.title = "A title";
    document.properties.language = "ar";
    document.changes = {{ChangeKind::insertion, "Ghana", "2026-01-02T03:04:05Z", {}},
                        {ChangeKind::deletion, "Norway & \"Chad\"", {}, {}},
                        {ChangeKind::move_from, "Fiji", {}, "move1"},
                        {ChangeKind::move_to, "Fiji", {}, "move1"}};
    document.comments = {{"Ghana", {}, "One reason <here>\nand another"}};
    document.paragraphs.resize(4);
    document.paragraphs[0].style = "Heading1";
    document.paragraphs[0].spans = {{"Article 1\tUse of terms", {}}};
    document.paragraphs[1].is_right_to_left = true;
    document.paragraphs[1].spans = {
        {" old \xD8\xB9", {}}, {"both", {0, 1}}, {"new", {0}}, {"gone\nfar ", {1}}};
    document.paragraphs[1].mark = {0};
    document.paragraphs[1].comments = {0};
    document.paragraphs[2].spans = {{"It moves.", {2}}};
    document.paragraphs[2].mark = {2};
    document.paragraphs[3].spans = {{"It moves.", {3}}};
    document.paragraphs[3].mark = {3};
    return document;
}

docx::Document read_again(const docx::Document& document) {
    auto read = docx::read(docx::write(document), "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

// Changes as they are told, whatever their places in the list.
std::vector<std::string> told(const docx::Document& document, const docx::Changes& changes) {
    std::vector<std::string> all;
    for (const std::uint32_t at : changes) {
        const auto& change = document.changes[at];
        all.push_back(std::to_string(static_cast<int>(change.kind)) + change.author + "/" +
                      change.date + "/" + change.move);
    }
    return all;
}

}  // namespace

TEST_CASE("what is written is read again: words, changes, styles, directions and comments") {
    const auto before = sample();
    const auto after = read_again(before);
    REQUIRE(after.paragraphs.size() == before.paragraphs.size());
    for (std::size_t at = 0; at < before.paragraphs.size(); ++at) {
        CAPTURE(at);
        const auto& a = before.paragraphs[at];
        const auto& b = after.paragraphs[at];
        CHECK(a.style == b.style);
        CHECK(a.is_right_to_left == b.is_right_to_left);
        CHECK(a.comments == b.comments);
        REQUIRE(a.spans.size() == b.spans.size());
        for (std::size_t i = 0; i < a.spans.size(); ++i) {
            CHECK(a.spans[i].text == b.spans[i].text);
            CHECK(told(before, a.spans[i].changes) == told(after, b.spans[i].changes));
        }
    }
    REQUIRE(after.comments.size() == 1);
    CHECK(after.comments[0].author == "Ghana");
    CHECK(after.comments[0].text == "One reason <here>\nand another");
    for (const Side side : {Side::accepted, Side::rejected}) {
        CHECK(docx::lines_of(before, side) == docx::lines_of(after, side));
    }
}

TEST_CASE("a comment may stand on several paragraphs") {
    auto document = sample();
    for (auto& one : document.paragraphs) one.comments = {0};
    document.paragraphs[3].comments.clear();
    CHECK(tests::word_problems(docx::write(document)) == "");
    const auto after = read_again(document);
    CHECK(after.paragraphs[0].comments == std::vector<std::size_t>{0});
    CHECK(after.paragraphs[1].comments == std::vector<std::size_t>{0});
    CHECK(after.paragraphs[2].comments == std::vector<std::size_t>{0});
    CHECK(after.paragraphs[3].comments.empty());
}

TEST_CASE("equal documents have equal bytes, and nothing that Word repairs") {
    CHECK(docx::write(sample()) == docx::write(sample()));
    CHECK(tests::word_problems(docx::write(sample())) == "");
}

TEST_CASE("names stand in bookmarks, and in content controls where a paragraph surely stays one") {
    auto document = sample();
    for (std::size_t at = 0; at < document.paragraphs.size(); ++at) {
        document.paragraphs[at].names = {"p_" + std::to_string(at)};
    }
    document.paragraphs[0].names = {"p_0", "also", "p_3", "no bookmark", std::string(41, 'a')};
    const std::string file = docx::write(document);
    CHECK(tests::word_problems(file) == "");
    const std::string body = tests::read_word_parts(file).at("word/document.xml");
    const auto has_control = [&](const std::string& name) {
        return body.find("<w:tag w:val=\"" + name + "\"/>") != std::string::npos;
    };
    const auto bookmarks = [&](const std::string& name) {
        const std::string wanted = "w:name=\"" + name + "\"";
        std::size_t count = 0;
        for (auto at = body.find(wanted); at != std::string::npos; at = body.find(wanted, at + 1)) {
            ++count;
        }
        return count;
    };
    CHECK(has_control("p_0"));
    CHECK(has_control("no bookmark"));
    CHECK_FALSE(has_control("p_1"));  // it may run on
    CHECK_FALSE(has_control("p_2"));
    for (const std::string name : {"p_0", "also", "p_1", "p_2", "p_3"}) {
        CAPTURE(name);
        CHECK(bookmarks(name) == 1);
    }
    CHECK(bookmarks("no bookmark") == 0);
    CHECK(bookmarks(std::string(41, 'a')) == 0);
}

TEST_CASE("heads, data and what a file says of itself are written, each in its part") {
    auto document = sample();
    document.properties = {"A title", "A/CONF.1/L.2", "Ghana", "A ministry", "fr"};
    document.heads.resize(2);
    document.heads[0].style = "Header";
    document.heads[0].spans = {{"A/CONF.1/L.2\t28 November", {}}};
    document.heads[1].spans = {{"A title", {}}};
    document.data = {"<a xmlns=\"urn:a\"/>", "<b/>"};
    const std::string file = docx::write(document);
    CHECK(tests::word_problems(file) == "");
    const auto parts = tests::read_word_parts(file);
    CHECK(parts.at("customXml/item1.xml") == document.data[0]);
    CHECK(parts.at("customXml/item2.xml") == document.data[1]);
    CHECK(parts.at("customXml/itemProps1.xml") != parts.at("customXml/itemProps2.xml"));
    const auto says = [&](const std::string& path, const std::string& words) {
        return parts.at(path).find(words) != std::string::npos;
    };
    CHECK(says("docProps/core.xml",
               "<dc:title>A title</dc:title>"
               "<dc:subject>A/CONF.1/L.2</dc:subject>"
               "<dc:creator>Ghana</dc:creator>"
               "<dc:language>fr</dc:language>"));
    CHECK(says("docProps/app.xml", "<Company>A ministry</Company>"));
    CHECK(says("word/header1.xml", ">A/CONF.1/L.2</w:t><w:tab/><w:t"));
    CHECK(says("word/header1.xml", ">A title</w:t>"));
    CHECK(says("word/footer1.xml", "<w:fldSimple w:instr=\" PAGE \">"));
}

TEST_CASE("notes are written, each with its mark where the words before it end") {
    docx::Document document;
    document.changes = {{ChangeKind::insertion, "Ghana", {}, {}}};
    document.notes.resize(3);
    document.notes[1].kind = docx::NoteKind::endnote;
    const std::string words[] = {"first note", "second note", "third note"};
    for (std::size_t at = 0; at < 3; ++at) {
        document.notes[at].paragraphs.resize(1);
        document.notes[at].paragraphs[0].spans = {{words[at], {}}};
    }
    document.paragraphs.resize(1);
    document.paragraphs[0].spans = {{"One two", {}}, {" three", {0}}};
    document.paragraphs[0].notes = {{0, {}, 3}, {1, {}, 7}, {2, {0}, 13}};
    const std::string file = docx::write(document);
    CHECK(tests::word_problems(file) == "");
    const std::string body = tests::read_word_parts(file).at("word/document.xml");
    std::size_t last = 0;
    for (const std::string part : {">One</w:t>", "<w:footnoteReference w:id=\"1\"/>", "> two</w:t>",
                                   "<w:endnoteReference w:id=\"2\"/>", "> three</w:t>",
                                   "<w:footnoteReference w:id=\"3\"/>"}) {
        CAPTURE(part);
        const std::size_t at = body.find(part, last);
        REQUIRE(at != std::string::npos);
        last = at;
    }
    const auto again = read_again(document);
    CHECK(docx::lines_of(again, Side::accepted) ==
          std::vector<std::string>{"One two three", words[0], words[1], words[2]});
    CHECK(docx::lines_of(again, Side::rejected) ==
          std::vector<std::string>{"One two", words[0], words[1]});
}

TEST_CASE("a table is written with its rows and cells, and read again") {
    docx::Document document;
    const auto add = [&](const char* words, std::uint32_t row, std::uint32_t cell) {
        docx::Paragraph paragraph;
        paragraph.spans = {{words, {}}};
        paragraph.row = row;
        paragraph.cell = cell;
        document.paragraphs.push_back(paragraph);
    };
    add("before", 0, 0);
    add("State", 1, 1);
    add("Office", 1, 2);
    add("Ghana", 2, 3);
    add("Chair", 2, 4);
    add("of the session", 2, 4);
    add("after", 0, 0);
    document.tables = {{{4000, 5000}, docx::TableRules::of_list}};
    document.is_first_page_plain = true;
    const std::string file = docx::write(document);
    CHECK(tests::word_problems(file) == "");
    const auto after = read_again(document);
    REQUIRE(after.paragraphs.size() == document.paragraphs.size());
    const auto& read = after.paragraphs;
    CHECK(read[0].row == 0);
    CHECK(read[1].row == read[2].row);
    CHECK(read[1].cell != read[2].cell);
    CHECK(read[2].row != read[3].row);
    CHECK(read[4].cell == read[5].cell);
    CHECK(read[6].row == 0);
}

TEST_CASE("words that read from the left stand so among Arabic ones") {
    docx::Document document;
    docx::Paragraph paragraph;
    paragraph.is_right_to_left = true;
    paragraph.spans = {{"الوثيقة ", {}}, {"A/AC.291/22", {}, {}, true}};
    document.paragraphs = {paragraph};
    const std::string body = tests::read_word_parts(docx::write(document)).at("word/document.xml");
    CHECK(body.find("<w:r><w:t xml:space=\"preserve\">A/AC.291/22") != std::string::npos);
    CHECK(body.find("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">الوثيقة") != std::string::npos);
}
