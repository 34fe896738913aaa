// SPDX-License-Identifier: MIT
#include "formats/import_text.h"

#include <doctest/doctest.h>

#include "base/limits.h"

using namespace travaux;
using text::Language;

namespace {

// One line for each provision: its depth as dots, kind, number|heading|text.
std::string shape(std::string_view bytes, Language language = Language::en,
                  std::string_view file_name = "draft.md") {
    const auto result = formats::import_text(bytes, file_name, language);
    REQUIRE(result);
    std::string lines;
    for (const text::Provision& provision : result->draft.provisions) {
        const text::Wording& wording = provision.in(language);
        lines += std::string(provision.depth, '.') + std::string(name_of(provision.kind)) + ' ' +
                 wording.number + '|' + wording.heading + '|' + wording.text + '\n';
    }
    return lines;
}

Error refusal(std::string_view bytes) {
    const auto result = formats::import_text(bytes, "folder/draft.md", Language::en);
    REQUIRE_FALSE(result);
    return result.error();
}

}  // namespace

TEST_CASE("a treaty is a title, a preamble, articles with paragraphs, and a closing") {
    CHECK(shape("# Convention on Lighthouses\n"
                "Preamble The Parties,\n"
                "### Article 1\n#### Scope\n"
                "1. This Convention applies to:\n(a) lights;\n(b) buoys.\n2. It applies at sea.\n"
                "### Article 2\nNothing else is affected.\n"
                "IN WITNESS WHEREOF they have signed.\n") ==
          "title |Convention on Lighthouses|\n"
          "preamble |Preamble|\n"
          ".preambular_paragraph ||The Parties,\n"
          "article Article 1|Scope|\n"
          ".paragraph 1.||This Convention applies to:\n"
          "..subparagraph (a)||lights;\n"
          "..subparagraph (b)||buoys.\n"
          ".paragraph 2.||It applies at sea.\n"
          "article Article 2||\n"
          ".paragraph ||Nothing else is affected.\n"
          "paragraph ||IN WITNESS WHEREOF they have signed.\n");
}

TEST_CASE("words behind a list are a provision that closes what the list stands in") {
    CHECK(
        shape("## Article 1\n1. Each Party shall:\n(a) report:\n(i) yearly;\n(ii) in full;\n"
              "to the Conference;\n(b) consult;\nas its law permits.\n2. Reports are public.\n") ==
        "article Article 1||\n"
        ".paragraph 1.||Each Party shall:\n"
        "..subparagraph (a)||report:\n"
        "...item (i)||yearly;\n"
        "...item (ii)||in full;\n"
        "...continuation ||to the Conference;\n"
        "..subparagraph (b)||consult;\n"
        "..continuation ||as its law permits.\n"
        ".paragraph 2.||Reports are public.\n");
}

TEST_CASE("(i) goes on a lettered list or begins a roman one, as the next mark shows") {
    CHECK(shape("## Article 1\nFor this Convention:\n(h) light means:\n(i) a lamp;\n(ii) a fire;\n"
                "(i) buoy means a float;\n(j) sea means water.\n") ==
          "article Article 1||\n"
          ".paragraph ||For this Convention:\n"
          "..subparagraph (h)||light means:\n"
          "...item (i)||a lamp;\n"
          "...item (ii)||a fire;\n"
          "..subparagraph (i)||buoy means a float;\n"
          "..subparagraph (j)||sea means water.\n");
}

TEST_CASE("two marks in one line are two provisions where the inner list goes on") {
    CHECK(shape("## Article 1\n1. (a) One thing.\n(b) Another.\n2. (a) and (b) above apply.\n") ==
          "article Article 1||\n"
          ".paragraph 1.||\n"
          "..subparagraph (a)||One thing.\n"
          "..subparagraph (b)||Another.\n"
          ".paragraph 2.||(a) and (b) above apply.\n");
}

TEST_CASE("a new article, paragraph or subparagraph may be numbered bis, ter or with a letter") {
    CHECK(shape("## Article 6 bis\n2. One.\n2 bis. Two.\n2 ter. Three.\n(a) x;\n(a bis) y.\n"
                "## Article 7A\nText.\n") ==
          "article Article 6 bis||\n"
          ".paragraph 2.||One.\n"
          ".paragraph 2 bis.||Two.\n"
          ".paragraph 2 ter.||Three.\n"
          "..subparagraph (a)||x;\n"
          "..subparagraph (a bis)||y.\n"
          "article Article 7A||\n"
          ".paragraph ||Text.\n");
}

TEST_CASE("titles that number divisions stand where the treaty first puts them") {
    CHECK(shape("## PART ONE\n## TITLE I\n## CHAPTER 1\n## Article 1\nA.\n## TITLE II\n"
                "## PART TWO\n## Article 2\nB.\n") ==
          "part PART ONE||\n"
          ".section TITLE I||\n"
          "..chapter CHAPTER 1||\n"
          "...article Article 1||\n"
          "....paragraph ||A.\n"
          ".section TITLE II||\n"
          "part PART TWO||\n"
          ".article Article 2||\n"
          "..paragraph ||B.\n");
}

TEST_CASE("each language has its own words and numbers") {
    CHECK(shape("第一章：总则\n第六条之二 "
                "目的\n一、缔约国应当：\n（一）报告；\n（二）协商。\n二、本公约。\n"
                "附件一\n名单如下。\n",
                Language::zh, "draft.txt") ==
          "chapter 第一章：|总则|\n"
          ".article 第六条之二|目的|\n"
          "..paragraph 一、||缔约国应当：\n"
          "...subparagraph （一）||报告；\n"
          "...subparagraph （二）||协商。\n"
          "..paragraph 二、||本公约。\n"
          "annex 附件一||\n"
          ".paragraph ||名单如下。\n");
    CHECK(shape("الفصل الثاني عشر: أحكام ختامية\nالمادة ٦\n١ - على كل دولة طرف:\n(أ) الإبلاغ؛\n(ب) "
                "التشاور.\n",
                Language::ar, "draft.txt") ==
          "chapter الفصل الثاني عشر:|أحكام ختامية|\n"
          ".article المادة ٦||\n"
          "..paragraph ١ -||على كل دولة طرف:\n"
          "...subparagraph (أ)||الإبلاغ؛\n"
          "...subparagraph (ب)||التشاور.\n");
    CHECK(shape("Глава I: Общие положения\nСтатья 1\n1. Каждый участник:\nа) сообщает;\nb) "
                "советуется.\n",
                Language::ru, "draft.txt") ==
          "chapter Глава I:|Общие положения|\n"
          ".article Статья 1||\n"
          "..paragraph 1.||Каждый участник:\n"
          "...subparagraph а)||сообщает;\n"
          "...subparagraph b)||советуется.\n");
    CHECK(shape("PREMIÈRE PARTIE\nDispositions générales\nArticle premier\nLes Parties agissent.\n",
                Language::fr, "draft.txt") ==
          "part PREMIÈRE PARTIE|Dispositions générales|\n"
          ".article Article premier||\n"
          "..paragraph ||Les Parties agissent.\n");
    CHECK(shape("CAPÍTULO II – FINES\nArtículo 3. Ámbito\n1. Rige en el mar.\n", Language::es,
                "draft.txt") ==
          "chapter CAPÍTULO II –|FINES|\n"
          ".article Artículo 3.|Ámbito|\n"
          "..paragraph 1.||Rige en el mar.\n");
}

TEST_CASE("a line that begins as a division does is a text where it goes on as one") {
    CHECK(shape("Article 1\nArticle 6 of the Charter applies.\nArticle 6, paragraph 2, too.\n"
                "Annex I states report.\n",
                Language::en, "draft.txt") ==
          "article Article 1||\n"
          ".paragraph ||Article 6 of the Charter applies.\n"
          ".paragraph ||Article 6, paragraph 2, too.\n"
          ".paragraph ||Annex I states report.\n");
}

TEST_CASE("marks of Markdown fall away, and a mark without its partner is text") {
    CHECK(shape("## Article 1\nThe *inter alia*and [Charter](../x.md) hold.\n"
                "States* \\*and [others].\nA note<sup>1) Said once.</sup> here.\n"
                "| --- | --- |\n| One | **Two** |\n") ==
          "article Article 1||\n"
          ".paragraph ||The inter alia and Charter hold.\n"
          ".paragraph ||States* *and [others].\n"
          ".paragraph ||A note 1) here.\n"
          "..footnote 1)||Said once.\n"
          "..table ||\n"
          "...table_row ||\n"
          "....table_cell ||One\n"
          "....table_cell ||Two\n");
}

TEST_CASE("lines that were broken at a width are one paragraph again") {
    CHECK(shape("Article 1\n\n"
                "1. Each State Party shall adopt the measures\n"
                "that are necessary to give effect to this\n"
                "Convention at sea, within its means and its\n"
                "own law.\n\n"
                "2. Each State Party shall report on its own\n"
                "measures to the Conference.\n",
                Language::en, "draft.txt") ==
          "article Article 1||\n"
          ".paragraph 1.||Each State Party shall adopt the measures that are necessary to give "
          "effect to this Convention at sea, within its means and its own law.\n"
          ".paragraph 2.||Each State Party shall report on its own measures to the Conference.\n");
}

TEST_CASE("items that share a line are items, where each mark is the next behind a semicolon") {
    CHECK(
        shape("## Article 1\n1. It covers:\n(i) lights; (ii) buoys; and (iii) bells; (b) sounds.\n"
              "(iv) See (a); (v) and more.\n") ==
        "article Article 1||\n"
        ".paragraph 1.||It covers:\n"
        "..subparagraph (i)||lights;\n"
        "..subparagraph (ii)||buoys; and\n"
        "..subparagraph (iii)||bells; (b) sounds.\n"
        "..subparagraph (iv)||See (a);\n"
        "..subparagraph (v)||and more.\n");
    CHECK(
        shape(
            "## Article 1\n1. By two thirds:\n(a) under paragraphs (a); (b); (c);\n(b) else.\n") ==
        "article Article 1||\n"
        ".paragraph 1.||By two thirds:\n"
        "..subparagraph (a)||under paragraphs (a); (b); (c);\n"
        "..subparagraph (b)||else.\n");
}

TEST_CASE("words behind the testimonium end a list, and a later mark begins another") {
    CHECK(
        shape("## Article 1\nAll.\n\nDONE at noon.\n\n1. One;\n\n(a)\n\nSigned:\n\n(i) three.\n") ==
        "article Article 1||\n"
        ".paragraph ||All.\n"
        "paragraph ||DONE at noon.\n"
        "paragraph 1.||One;\n"
        ".subparagraph (a)||\n"
        "paragraph ||Signed:\n"
        "subparagraph (i)||three.\n");
}

TEST_CASE("a heading that a translation left in English opens its division all the same") {
    CHECK(shape("Chapter II: Lights\n\nالمادة 4\nكل منارة.\n", Language::ar, "x.txt") ==
          "chapter Chapter II:|Lights|\n"
          ".article المادة 4||\n"
          "..paragraph ||كل منارة.\n");
}

TEST_CASE("a language that letters what another only sets on lines of its own finds its place") {
    const auto english = formats::import_text(
        "Article 1\n\nEach Party shall:\n\nkeep lights;\n\nreport.\n\nThis is all.\n", "en.txt",
        Language::en);
    REQUIRE(english);
    const auto match = formats::import_language(
        *english, "第一条\n\n一、缔约方应：\n\n(子)维护灯塔；\n\n(丑)报告。\n\n二、完。\n",
        "zh.txt", Language::zh);
    REQUIRE(match);
    CHECK(match->unmatched == std::vector<std::string>{});
    const auto& last = match->draft.draft.provisions.back();
    CHECK(last.in(Language::en).text == "This is all.");
    CHECK(last.in(Language::zh).text == "完。");
}

TEST_CASE("a file that no rule fits is a list of paragraphs") {
    CHECK(shape("Just words.\n\nAnd more words.\n", Language::en, "x.txt") ==
          "paragraph ||Just words.\nparagraph ||And more words.\n");
}

TEST_CASE("text comes in NFC with single blanks and without directional controls") {
    CHECK(shape("Article 1\nCafe\xCC\x81 \xE2\x80\xAE  tea\xE2\x80\xAC.\r\nMore.\r", Language::en,
                "x.txt") ==
          "article Article 1||\n.paragraph ||Caf\xC3\xA9 tea.\n.paragraph ||More.\n");
}

TEST_CASE("the same import gives the same ids, and other bytes give others") {
    const std::string text = "## Article 1\nA.\n## Article 2\nB.\n";
    const auto once = formats::import_text(text, "a.md", Language::en);
    const auto again = formats::import_text(text, "a.md", Language::en);
    const auto other = formats::import_text(text + "\n", "a.md", Language::en);
    CHECK(*once == *again);
    CHECK(once->draft.provisions[0].id != once->draft.provisions[2].id);
    CHECK(once->draft.provisions[0].id != other->draft.provisions[0].id);
}

TEST_CASE("what is no text is refused with the file and the line") {
    CHECK(refusal("") == Error{ErrorCode::invalid, "import.empty", {"folder/draft.md", "1"}});
    CHECK(refusal(" \n\n").id == "import.empty");
    CHECK(refusal("Article 1\nA\xFF") ==
          Error{ErrorCode::invalid, "import.not_utf8", {"folder/draft.md", "2"}});
    CHECK(refusal(std::string_view("PK\3\4\0\0", 6)) ==
          Error{ErrorCode::invalid, "import.binary", {"folder/draft.md", "1"}});
    CHECK(refusal(std::string(limits::import_file_bytes + 1, 'a')).id == "import.too_large");
}

TEST_CASE("lists in lists without end are refused") {
    std::string text = "## Article 1\nFor this:\n";
    for (int i = 0; i < 100; ++i) text += "(a) x:\n(i) y:\n";
    CHECK(refusal(text).id == "import.too_deep");
}
