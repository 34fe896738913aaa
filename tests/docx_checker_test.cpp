// Each rule of the checker of Word files, broken once.
// SPDX-License-Identifier: MIT
#include "tests/docx_checker.h"

#include <doctest/doctest.h>

#include "docx/write.h"
#include "tests/word_file.h"

using namespace travaux;

namespace {

// A file with everything that is written.
docx::Document sample() {
    docx::Document document;
    document.properties.company = "A ministry";
    document.changes = {{docx::ChangeKind::insertion, "Ghana", {}, {}},
                        {docx::ChangeKind::deletion, "Norway", {}, {}}};
    document.comments = {{"Ghana", {}, "A reason"}};
    document.notes = {{docx::NoteKind::footnote, {}, {}}};
    document.data = {"<provisions/>"};
    document.heads.resize(1);
    document.paragraphs.resize(2);
    docx::Paragraph& first = document.paragraphs[0];
    first.style = "Heading1";
    first.names = {"p_1"};
    first.spans = {{"kept", {}, {}}, {"came", {0}, "Bracket"}, {"went", {1}, {}}};
    first.notes = {{0, {}, 2}};
    first.comments = {0};
    document.paragraphs[1].names = {"p_2"};
    document.paragraphs[1].spans = {{"more", {}, {}}};
    return document;
}

// What is found once some words of a part are others.
std::string found(const std::string& path, std::string_view old, std::string_view with) {
    auto parts = tests::read_word_parts(docx::write(sample()));
    std::string& part = parts.at(path);
    const std::size_t at = part.find(old);
    REQUIRE(at != std::string::npos);
    part.replace(at, old.size(), with);
    return tests::word_problems(tests::word_file(parts));
}

struct Case {
    const char* path;
    const char* old;
    const char* with;
    const char* problem;
};

constexpr const char* body = "word/document.xml";

}  // namespace

TEST_CASE("a file of ours breaks no rule of Word files") {
    CHECK(tests::word_problems(docx::write(sample())) == "");
}

TEST_CASE("each rule of Word files that is broken is said") {
    const Case cases[] = {
        {"word/styles.xml", "</w:styles>", "", "is not well formed"},
        {"[Content_Types].xml", "/word/styles.xml", "/word/style.xml", "is not there"},
        {"[Content_Types].xml", "Extension=\"xml\"", "Extension=\"bin\"", "has no type"},
        {"[Content_Types].xml", "document.main+xml", "template.main+xml", "is no document"},
        {"[Content_Types].xml", "/word/styles.xml", "/word/settings.xml", "has two types"},
        {"word/_rels/document.xml.rels", "Target=\"styles.xml\"", "Target=\"style.xml\"",
         "which is not there"},
        {"word/_rels/document.xml.rels", "Target=\"styles.xml\"", "Target=\"settings.xml\"",
         "word/styles.xml: is named by nothing"},
        {"word/_rels/document.xml.rels", "Id=\"styles\"", "Id=\"settings\"",
         "names settings twice"},
        {body, "r:id=\"header1\"", "r:id=\"header2\"", "no relationship is called header2"},
        {body, "<w:pPr><w:pStyle w:val=\"Heading1\"/>",
         "<w:pPr><w:bidi/><w:pStyle w:val=\"Heading1\"/>", "w:pStyle is out of order in w:pPr"},
        {body, "<w:rPr><w:rStyle w:val=\"Bracket\"/>",
         "<w:rPr><w:rtl/><w:rStyle w:val=\"Bracket\"/>", "w:rStyle is out of order in w:rPr"},
        {body, "<w:sdtPr><w:alias w:val=\"p_1\"/><w:tag w:val=\"p_1\"/>",
         "<w:sdtPr><w:tag w:val=\"p_1\"/><w:alias w:val=\"p_1\"/>",
         "w:alias is out of order in w:sdtPr"},
        {body, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", "<w:bidi/><w:pgSz/>",
         "w:pgSz is out of order in w:sectPr"},
        {body, "w:val=\"Heading1\"", "w:val=\"Heading9\"", "w:pStyle Heading9 refers to nothing"},
        {body, "w:name=\"p_2\"", "w:name=\"p_1\"", "two bookmarks are called p_1"},
        {body, "w:name=\"p_2\"", "w:name=\"p_23456789012345678901234567890123456789012\"",
         "has no fit name"},
        {body, "<w:commentRangeEnd w:id=\"0\"/>", "", "does not end"},
        {body, "<w:commentRangeStart w:id=\"0\"/>", "", "ends what is not open"},
        {body, "<w:commentReference w:id=\"0\"/>", "", "nothing refers to comment 0"},
        {body, "<w:footnoteReference w:id=\"1\"/>", "<w:footnoteReference w:id=\"7\"/>",
         "w:footnoteReference 7 refers to nothing"},
        {"word/footnotes.xml", "w:type=\"separator\" w:id=\"-1\"", "w:id=\"1\"",
         "w:footnote 1 is there twice"},
        {body, "w:author=\"Ghana\"", "w:author=\"\"", "a change has no fit author"},
        {body, "w:delText", "w:t", "is not well formed"},
        {body, "<w:del w:", "<w:ins w:", "is not well formed"},
        {body, "<w:t xml:space=\"preserve\">came</w:t>", "<w:delText>came</w:delText>",
         "words that nobody deleted"},
        {body, "<w:delText xml:space=\"preserve\">went</w:delText>", "<w:t>went</w:t>",
         "deleted words stand as words"},
        {body, "<w:sectPr>", "<w:p/><w:sectPr><w:p/>", "w:p is out of order"},
        {body, "</w:sectPr>", "</w:sectPr><w:p/>", "the pages are not said last"},
        {body, "</w:p>", "<w:p/></w:p>", "a paragraph in a paragraph"},
        {"word/header1.xml", "<w:p></w:p>", "", "w:hdr holds no paragraph"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.old);
        const std::string problems = found(one.path, one.old, one.with);
        CHECK_MESSAGE(problems.find(one.problem) != std::string::npos, problems);
    }
}

TEST_CASE("ids that a file gives twice are said, whatever they name") {
    const auto parts = tests::read_word_parts(docx::write(sample()));
    const std::string& bytes = parts.at("word/document.xml");
    const auto id_after = [&](std::string_view begin) {
        const std::size_t at = bytes.find("w:id=", bytes.find(begin));
        REQUIRE(at != std::string::npos);
        return bytes.substr(at, bytes.find('"', at + 6) + 1 - at);
    };
    const std::string del = "<w:del " + id_after("<w:del ");
    CHECK(found("word/document.xml", del, "<w:del " + id_after("<w:ins ")).find("mark") !=
          std::string::npos);
    const std::string second = "<w:tag w:val=\"p_2\"/><w:id w:val=\"";
    const std::string first = "<w:tag w:val=\"p_1\"/><w:id w:val=\"";
    const auto control = [&](const std::string& tag) {
        const std::size_t at = bytes.find(tag) + tag.size();
        return bytes.substr(at, bytes.find('"', at) - at);
    };
    CHECK(found("word/document.xml", second + control(second), second + control(first))
              .find("control") != std::string::npos);
}
