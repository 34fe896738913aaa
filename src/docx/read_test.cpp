// SPDX-License-Identifier: MIT
#include "docx/read.h"

#include <doctest/doctest.h>

#include "docx/words.h"
#include "tests/word_file.h"

using namespace travaux;
using docx::ChangeKind;
using docx::Side;

namespace {

docx::Document read_body(std::string_view body) {
    auto document = docx::read_main_part(tests::document_part(body), "a.docx");
    REQUIRE(document);
    return *std::move(document);
}

using Lines = std::vector<std::string>;

Lines accepted(std::string_view body) { return docx::lines_of(read_body(body), Side::accepted); }
Lines rejected(std::string_view body) { return docx::lines_of(read_body(body), Side::rejected); }

// A paragraph with what stands in it, and one whose end is inserted or deleted.
std::string p(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
std::string p(const std::string& mark, const std::string& inside) {
    return p("<w:pPr><w:rPr>" + mark + "</w:rPr></w:pPr>" + inside);
}
std::string t(const std::string& words) {
    return "<w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r>";
}
std::string gone(const std::string& words) {
    return "<w:r><w:delText xml:space='preserve'>" + words + "</w:delText></w:r>";
}

std::string refusal_of(const std::string& file) {
    const auto read = docx::read(file, "a.docx");
    REQUIRE(!read);
    CHECK(read.error().args.front() == "a.docx");
    return read.error().id;
}

std::string refusal_of(const tests::WordParts& parts) {
    return refusal_of(tests::word_file(parts));
}

}  // namespace

TEST_CASE("what is inserted stands once changes are accepted, what is deleted once rejected") {
    const std::string body =
        p(t("States ") + "<w:ins w:author='Ghana' w:date='2026-01-02'>" + t("shall") +
          "</w:ins><w:del w:author='Norway'>" + gone("may") + "</w:del>" + t(" act."));
    CHECK(accepted(body) == Lines{"States shall act."});
    CHECK(rejected(body) == Lines{"States may act."});
    const auto document = read_body(body);
    REQUIRE(document.changes.size() == 2);
    CHECK(document.changes[0].author == "Ghana");
    CHECK(document.changes[0].date == "2026-01-02");
    CHECK(document.changes[1].kind == ChangeKind::deletion);
}

TEST_CASE("what one author inserts and another deletes is on neither side, and is kept") {
    const std::string body = p(t("States") + "<w:ins w:author='Ghana'>" + t(" Parties") +
                               "<w:del w:author='Norway'>" + gone(" only") + "</w:del></w:ins>");
    CHECK(accepted(body) == Lines{"States Parties"});
    CHECK(rejected(body) == Lines{"States"});
    const auto document = read_body(body);
    const auto& struck = document.paragraphs.front().spans.back();
    CHECK(struck.text == " only");
    REQUIRE(struck.changes.size() == 2);
    CHECK(document.changes[struck.changes[0]].author == "Ghana");
    CHECK(document.changes[struck.changes[1]].author == "Norway");
}

TEST_CASE("paragraphs are joined where the end of one is deleted, and split where one came") {
    const std::string joined = p("<w:del/>", t("One ")) + p(t("two."));
    CHECK(accepted(joined) == Lines{"One two."});
    CHECK(rejected(joined) == Lines{"One", "two."});
    const std::string split = p("<w:ins/>", t("One ")) + p(t("two."));
    CHECK(accepted(split) == Lines{"One", "two."});
    CHECK(rejected(split) == Lines{"One two."});
}

TEST_CASE("a deleted end at the end of a cell joins nothing across the cell's border") {
    const auto cell = [](const std::string& inside) { return "<w:tc>" + inside + "</w:tc>"; };
    const std::string body = "<w:tbl><w:tr>" + cell(p("<w:del/>", t("a"))) + cell(p(t("b"))) +
                             "</w:tr></w:tbl>" + p(t("after"));
    CHECK(accepted(body) == Lines{"a\tb", "after"});
}

TEST_CASE("a deleted row goes with all its cells, an inserted one comes with them") {
    const auto row = [](const std::string& change, const std::string& words) {
        return "<w:tr><w:trPr>" + change + "</w:trPr><w:tc>" + p(t(words)) + "</w:tc></w:tr>";
    };
    const std::string body =
        "<w:tbl>" + row("", "kept") + row("<w:del/>", "old") + row("<w:ins/>", "new") + "</w:tbl>";
    CHECK(accepted(body) == Lines{"kept", "new"});
    CHECK(rejected(body) == Lines{"kept", "old"});
}

TEST_CASE("the two ends of a move share its name") {
    const std::string body =
        p("<w:moveFromRangeStart w:id='1' w:name='move7'/>"
          "<w:moveFrom>" +
          t("Here. ") +
          "</w:moveFrom>"
          "<w:moveFromRangeEnd w:id='1'/>" +
          t("Then. ") +
          "<w:moveToRangeStart w:id='2' w:name='move7'/>"
          "<w:moveTo>" +
          t("Here.") +
          "</w:moveTo>"
          "<w:moveToRangeEnd w:id='2'/>");
    CHECK(accepted(body) == Lines{"Then. Here."});
    CHECK(rejected(body) == Lines{"Here. Then."});
    const auto document = read_body(body);
    REQUIRE(document.changes.size() == 2);
    CHECK(document.changes[0].move == "move7");
    CHECK(document.changes[1].move == "move7");
}

TEST_CASE("a field gives its result, whatever stands in its instruction") {
    const auto mark = [](const std::string& type) {
        return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
    };
    const std::string inner = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" +
                              mark("separate") + t("7") + mark("end");
    CHECK(accepted(p(t("see ") + mark("begin") + "<w:r><w:instrText>REF </w:instrText></w:r>" +
                     inner + mark("separate") + t("article 1") + mark("end") + t("."))) ==
          Lines{"see article 1."});
    CHECK(accepted(p(t("see ") + "<w:fldSimple w:instr='REF a'>" + t("article 2") +
                     "</w:fldSimple>")) == Lines{"see article 2"});
}

TEST_CASE("words in links, content controls, mathematics and text boxes are read once") {
    CHECK(accepted(p("<w:hyperlink>" + t("link") +
                     "</w:hyperlink><w:sdt><w:sdtPr><w:text/>"
                     "</w:sdtPr><w:sdtContent>" +
                     t(" control") +
                     "</w:sdtContent></w:sdt>"
                     "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")) == Lines{"link controlx"});
    CHECK(accepted(p(t("text") +
                     "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
                     "<w:txbxContent>" +
                     p(t("box")) +
                     "</w:txbxContent></w:drawing></mc:Choice>"
                     "<mc:Fallback><w:pict><w:txbxContent>" +
                     p(t("box")) +
                     "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>") +
                   p(t("more"))) == Lines{"text", "more", "box"});
}

TEST_CASE("words that a comment of XML parts are read whole") {
    CHECK(accepted(p("<w:r><w:t>co<!-- here -->operate<![CDATA[ & act]]></w:t></w:r>")) ==
          Lines{"cooperate & act"});
}

TEST_CASE("a part that is named many times is read once") {
    auto parts = tests::word_parts(p(t("words")));
    std::string named = "<Relationships>";
    for (int i = 0; i < 2000; ++i) {
        named += "<Relationship Id='r" + std::to_string(i) +
                 "' Type='x/footnotes' Target='footnotes.xml'/>";
    }
    parts["word/_rels/document.xml.rels"] = named + "</Relationships>";
    parts["word/footnotes.xml"] =
        "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:footnote w:id='2'>" +
        p(t("note")) + "</w:footnote></w:footnotes>";
    const auto read = docx::read(tests::word_file(parts), "a.docx");
    REQUIRE(read);
    CHECK(read->notes.size() == 1);
}

TEST_CASE("blanks at the ends of words count where the file says so") {
    CHECK(accepted(p("<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b </w:t></w:r>"
                     "<w:r><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/></w:r>")) ==
          Lines{"a b \tc d\xE2\x80\x91"});
}

TEST_CASE("prefixes are a writer's own choice, and strict files are read like transitional ones") {
    const std::string strict =
        "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main' "
        "xmlns:w='urn:other'><body><p><r><t>words</t></r><w:r><t>more</t></w:r></p></body></"
        "document>";
    const auto read = docx::read_main_part(strict, "a.docx");
    REQUIRE(read);
    CHECK(docx::lines_of(*read, Side::accepted) == Lines{"wordsmore"});
    const std::string odd =
        "<q:document xmlns:q='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<q:body><q:p><q:ins q:author='Chad'><q:r><q:t>words</q:t></q:r></q:ins></q:p></q:body>"
        "</q:document>";
    const auto other = docx::read_main_part(odd, "a.docx");
    REQUIRE(other);
    REQUIRE(other->changes.size() == 1);
    CHECK(other->changes.front().author == "Chad");
}

TEST_CASE("a note is said while the text refers to it") {
    auto parts = tests::word_parts(
        p(t("Text") + "<w:del><w:r><w:footnoteReference w:id='2'/></w:r></w:del>"));
    parts["word/_rels/document.xml.rels"] =
        "<Relationships><Relationship Id='r1' Type='x/footnotes' Target='footnotes.xml'/>"
        "</Relationships>";
    parts["word/footnotes.xml"] =
        "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:footnote w:type='separator' w:id='0'>" +
        p(t("line")) +
        "</w:footnote>"
        "<w:footnote w:id='2'>" +
        p(t("note")) + "</w:footnote></w:footnotes>";
    const auto read = docx::read(tests::word_file(parts), "a.docx");
    REQUIRE(read);
    CHECK(docx::lines_of(*read, Side::accepted) == Lines{"Text"});
    CHECK(docx::lines_of(*read, Side::rejected) == Lines{"Text", "note"});
}

TEST_CASE("a note is said behind the paragraph that first refers to it, and counted where asked") {
    docx::Document document;
    document.notes.resize(3);
    for (auto& note : document.notes) note.paragraphs.resize(1);
    document.notes[0].paragraphs[0].spans = {{"sees another", {}}};
    document.notes[0].paragraphs[0].notes = {{2, {}, 0}};
    document.notes[1].kind = docx::NoteKind::endnote;
    document.notes[1].paragraphs[0].spans = {{"at the end", {}}};
    document.notes[2].paragraphs[0].spans = {{"the other", {}}};
    document.paragraphs.resize(2);
    document.paragraphs[0].spans = {{"One", {}}};
    document.paragraphs[0].notes = {{0, {}, 3}, {1, {}, 3}};
    document.paragraphs[1].spans = {{"two", {}}};
    document.paragraphs[1].notes = {{0, {}, 3}};
    CHECK(docx::lines_of(document, Side::accepted) ==
          Lines{"One", "sees another", "at the end", "the other", "two"});
    CHECK(docx::lines_of(document, Side::accepted, docx::ListLabels::shown) ==
          Lines{"One", "1\tsees another", "i\tat the end", "2\tthe other", "two"});
}

TEST_CASE("what is no Word file is refused by name, with what is wrong") {
    CHECK(refusal_of("") == "docx.not_a_package");
    CHECK(refusal_of("hello") == "docx.not_a_package");
    CHECK(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more") == "docx.encrypted");
    const auto good = tests::word_parts(p(t("words")));
    CHECK(docx::read(tests::word_file(good), "a.docx"));
    CHECK(refusal_of(tests::word_file(good, "secret")) == "docx.encrypted");
    const std::string whole = tests::word_file(good);
    CHECK(refusal_of(whole.substr(0, whole.size() / 2)) == "docx.not_a_package");
    const auto with = [&](const std::string& part, const std::string& from, const std::string& to) {
        auto parts = good;
        auto& bytes = parts.at(part);
        REQUIRE(bytes.find(from) != std::string::npos);
        bytes.replace(bytes.find(from), from.size(), to);
        return parts;
    };
    for (const auto& [path, id] : {std::pair("[Content_Types].xml", "docx.not_a_package"),
                                   std::pair("_rels/.rels", "docx.not_a_package"),
                                   std::pair("word/document.xml", "docx.part_missing")}) {
        auto parts = good;
        parts.erase(path);
        CHECK(refusal_of(parts) == id);
    }
    CHECK(refusal_of(with("[Content_Types].xml", "wordprocessingml.document", "spreadsheetml")) ==
          "docx.type_unknown");
    CHECK(refusal_of(with("[Content_Types].xml",
                          "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                          "vnd.ms-word.document.macroEnabled.main")) == "docx.macros");
    CHECK(refusal_of(with("_rels/.rels", "Target=", "TargetMode='External' Target=")) ==
          "docx.part_external");
    CHECK(refusal_of(with("word/document.xml", "</w:body>", "")) == "docx.malformed");
    CHECK(refusal_of(with("word/document.xml", "</w:body>", "<w:p w:x=\"\xFF\"/></w:body>")) ==
          "docx.malformed");
    CHECK(refusal_of(with("word/document.xml", "<w:document",
                          "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document")) == "docx.document_type");
    auto deep = good;
    std::string nested;
    for (int i = 0; i < 200; ++i) nested += "<w:sdt>";
    for (int i = 0; i < 200; ++i) nested += "</w:sdt>";
    deep["word/document.xml"] = tests::document_part(nested);
    CHECK(refusal_of(deep) == "docx.too_deep");
}

TEST_CASE("paragraphs are called by content controls around them or in them, and by bookmarks") {
    const std::string control =
        "<w:sdt><w:sdtPr><w:alias w:val='Article 1'/><w:tag w:val='p_1'/>"
        "</w:sdtPr><w:sdtContent>";
    const auto document = read_body(
        control + p(t("one")) + p("<w:bookmarkStart w:id='1' w:name='p_2'/>" + t("two")) +
        "</w:sdtContent></w:sdt><w:bookmarkStart w:id='2' w:name='p_3'/>" + p(t("three")) +
        p(control + t("four") + "</w:sdtContent></w:sdt>") + p(t("five")));
    std::vector<Lines> names;
    for (const auto& paragraph : document.paragraphs) names.push_back(paragraph.names);
    CHECK(
        names ==
        std::vector<Lines>{
            {"p_1", "Article 1"}, {"p_1", "Article 1", "p_2"}, {"p_3"}, {"p_1", "Article 1"}, {}});
}

TEST_CASE("a file tells what it is, its running heads and its data") {
    auto parts = tests::word_parts(p(t("words")));
    const std::string kinds =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string relationships =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    parts["_rels/.rels"] =
        relationships + "<Relationship Id='r1' Type='" + kinds +
        "officeDocument' Target='word/document.xml'/><Relationship Id='r2' Type='http://schemas."
        "openxmlformats.org/package/2006/relationships/metadata/core-properties' "
        "Target='docProps/core.xml'/><Relationship Id='r3' Type='" +
        kinds + "extended-properties' Target='docProps/app.xml'/></Relationships>";
    parts["docProps/core.xml"] =
        "<c:coreProperties xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/"
        "core-properties' xmlns:d='http://purl.org/dc/elements/1.1/'><d:title>Proposal</d:title>"
        "<d:creator>A. Mensah</d:creator><d:language>fr</d:language></c:coreProperties>";
    parts["docProps/app.xml"] =
        "<Properties xmlns='http://schemas.openxmlformats.org/"
        "officeDocument/2006/extended-properties'>"
        "<Company>Mission of Ghana</Company></Properties>";
    parts["word/_rels/document.xml.rels"] =
        relationships + "<Relationship Id='r1' Type='" + kinds +
        "header' Target='header1.xml'/><Relationship Id='r2' Type='" + kinds +
        "header' Target='HEADER1.xml'/><Relationship Id='r3' Type='" + kinds +
        "customXml' Target='../customXml/item1.xml'/></Relationships>";
    parts["word/header1.xml"] =
        "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" +
        p(t("A/AC.1/2")) + "</w:hdr>";
    parts["customXml/item1.xml"] = "<data/>";
    const auto document = docx::read(tests::word_file(parts), "a.docx");
    REQUIRE(document);
    CHECK(document->properties.title == "Proposal");
    CHECK(document->properties.creator == "A. Mensah");
    CHECK(document->properties.company == "Mission of Ghana");
    CHECK(document->properties.language == "fr");
    REQUIRE(document->heads.size() == 1);
    CHECK(document->heads[0].spans[0].text == "A/AC.1/2");
    CHECK(document->data == Lines{"<data/>"});
    CHECK(docx::lines_of(*document, Side::accepted) == Lines{"words"});
}

TEST_CASE("what is absurd in number is read in time, or refused") {
    std::string many;
    for (int i = 0; i < 20000; ++i)
        many += "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + t("x");
    CHECK(accepted(p(many) + p(t("y"))).empty());
    auto parts = tests::word_parts("");
    std::string prefixes = "<w:document xmlns:w='urn:other'";
    for (int i = 0; i < 2000; ++i) {
        prefixes += " xmlns:q" + std::to_string(i) +
                    "='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    }
    parts["word/document.xml"] = prefixes + "/>";
    CHECK(refusal_of(parts) == "docx.malformed");
}

TEST_CASE("a file that unpacks to more than it may is refused before it is unpacked") {
    auto parts = tests::word_parts(p(t("words")));
    parts["word/media/image1.png"] = std::string((256U << 20U) + 1, '\0');
    const std::string file = tests::word_file(parts);
    CHECK(file.size() < (1U << 20U));
    CHECK(refusal_of(file) == "docx.too_large");
}

TEST_CASE("of thousands of names a paragraph keeps the first") {
    std::string many;
    for (int i = 0; i < 20'000; ++i) {
        many += "<w:bookmarkStart w:name='b" + std::to_string(i) + "'/>";
    }
    const auto document = read_body(p(many + t("words")));
    REQUIRE(document.paragraphs.size() == 1);
    CHECK(document.paragraphs[0].names.size() == 100);
    CHECK(document.paragraphs[0].names.front() == "b0");
}
