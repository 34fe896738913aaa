// SPDX-License-Identifier: MIT
#include "understanding/instruction.h"

#include <doctest/doctest.h>

#include "formats/import_text.h"

using namespace travaux;
using namespace travaux::consolidation;
using text::Language;
using understanding::Instructions;

namespace {

text::Draft draft_in(Language language, std::string_view markdown) {
    const auto draft = formats::import_text(markdown, "a.md", language);
    REQUIRE(draft);
    return draft->draft;
}

text::Draft english() {
    return draft_in(Language::en,
                    "# Treaty\n\n## Article 1\n\nShips shall stop, and ships shall pay.\n\n"
                    "## Article 2\n\n1. States may act.\n\n2. They shall tell the depositary.\n");
}

// What a line makes of the draft's words; empty where it is no instruction.
std::string wanted(const text::Draft& draft, Language language, const std::string& line,
                   const std::string& next = {}) {
    Instructions instructions(draft, language);
    const auto found = instructions.read(line, next);
    if (!found) return {};
    if (const auto* text = std::get_if<TextPart>(&found->part)) return text->target;
    const auto& deleted = std::get<DeletePart>(found->part);
    return "delete " + text::Labels(draft, language).of(*text::find(draft, deleted.provision));
}
std::string wanted(const std::string& line, const std::string& next = {}) {
    return wanted(english(), Language::en, line, next);
}

}  // namespace

TEST_CASE("words are replaced, deleted and inserted as a sentence says") {
    CHECK(wanted("Article 2, paragraph 1: replace \"may\" by \"shall\".") == "States shall act.");
    CHECK(wanted("In article 2, paragraph 1, replace \xE2\x80\x9Cmay\xE2\x80\x9D with "
                 "\xE2\x80\x9Cshall\xE2\x80\x9D") == "States shall act.");
    CHECK(wanted("Replace \"may\" by \"shall\" in article 2, paragraph 1") == "States shall act.");
    CHECK(wanted("Article 2, paragraph 2: delete \"the depositary\"") == "They shall tell.");
    CHECK(wanted("Article 2, paragraph 2: insert \"promptly\" after \"shall\"") ==
          "They shall promptly tell the depositary.");
    CHECK(wanted("Article 2, paragraph 2: add \"States\" before \"They\"") ==
          "States They shall tell the depositary.");
    CHECK(wanted("Article 1: insert \", if asked\" after \"shall stop\"") ==
          "Ships shall stop, if asked, and ships shall pay.");
}

TEST_CASE("a provision goes, or takes the words of the next line") {
    CHECK(wanted("Delete article 2, paragraph 2.") == "delete article 2, paragraph 2");
    CHECK(wanted("Article 2: delete.") == "delete article 2");
    CHECK(wanted("Replace article 2, paragraph 1 by the following:", "1. States act.") ==
          "States act.");
    CHECK(wanted("Replace article 2, paragraph 1 by the following:", "1. States act;") ==
          "States act;");
}

TEST_CASE("French and Spanish sentences are read in their languages") {
    const auto french =
        draft_in(Language::fr, "# Traité\n\n## Article 6\n\n1. Les États peuvent agir.\n");
    CHECK(wanted(french, Language::fr,
                 "Article 6, paragraphe 1 : remplacer « peuvent » par « doivent »") ==
          "Les États doivent agir.");
    CHECK(wanted(french, Language::fr,
                 "À l’article 6, paragraphe 1, insérer « tous » après « peuvent »") ==
          "Les États peuvent tous agir.");
    const auto spanish =
        draft_in(Language::es, "# Tratado\n\n## Artículo 6\n\n1. Los Estados podrán actuar.\n");
    CHECK(wanted(spanish, Language::es,
                 "Artículo 6, párrafo 1: sustitúyase \"podrán\" por \"deberán\".") ==
          "Los Estados deberán actuar.");
    CHECK(
        wanted(spanish, Language::es, "Suprímase el artículo 6, párrafo 1").starts_with("delete"));
}

TEST_CASE("Russian, Arabic and Chinese sentences are read in their languages") {
    const auto russian =
        draft_in(Language::ru, "# Договор\n\n## Статья 6\n\n1. Государства могут действовать.\n");
    const auto in_russian = [&](const std::string& line, const std::string& next = {}) {
        return wanted(russian, Language::ru, line, next);
    };
    CHECK(in_russian(
              "В пункте 1 статьи 6 заменить слово «могут» словами «должны незамедлительно».") ==
          "Государства должны незамедлительно действовать.");
    CHECK(in_russian("Статья 6, пункт 1: слово «могут» заменить на «должны»") ==
          "Государства должны действовать.");
    CHECK(in_russian("В пункте 1 статьи 6 после слова «Государства» включить слово «всегда»") ==
          "Государства всегда могут действовать.");
    CHECK(in_russian("Исключить статью 6.").starts_with("delete"));
    CHECK(in_russian("Пункт 1 статьи 6 изложить в следующей редакции:", "1. Государства молчат.") ==
          "Государства молчат.");
    const auto arabic =
        draft_in(Language::ar, "# معاهدة\n\n## المادة 6\n\n1. يجوز للدول أن تتصرف.\n");
    const auto in_arabic = [&](const std::string& line) {
        return wanted(arabic, Language::ar, line);
    };
    CHECK(in_arabic("في الفقرة 1 من المادة 6، يستعاض عن كلمة «يجوز» بكلمة «ينبغي».") ==
          "ينبغي للدول أن تتصرف.");
    CHECK(in_arabic("المادة 6، الفقرة 1: تُضاف عبارة «الأطراف» بعد كلمة «للدول»") ==
          "يجوز للدول الأطراف أن تتصرف.");
    CHECK(in_arabic("تُحذف المادة 6.").starts_with("delete"));
    const auto chinese = draft_in(Language::zh, "# 条约\n\n## 第六条\n\n1. 各国可采取行动。\n");
    const auto in_chinese = [&](const std::string& line) {
        return wanted(chinese, Language::zh, line);
    };
    CHECK(in_chinese("将第六条第1款中的“可”改为“应”。") == "各国应采取行动。");
    CHECK(in_chinese("第六条第1款：用“应”代替“可”") == "各国应采取行动。");
    CHECK(in_chinese("在第六条第1款“可”字之后插入“共同”一词") == "各国可共同采取行动。");
    CHECK(in_chinese("第六条第1款删去“可”") == "各国采取行动。");
    CHECK(in_chinese("删除第六条。").starts_with("delete"));
}

TEST_CASE("words may stand before the verb that is asked for them") {
    CHECK(wanted("Article 2, paragraph 1: after \"States\", insert \"always\"") ==
          "States always may act.");
    CHECK(wanted("In article 2, paragraph 1, \"may\" should be replaced by \"shall\"") ==
          "States shall act.");
    CHECK(wanted("Article 2, paragraph 1, should read \"States act.\"") == "States act.");
    CHECK(wanted("Article 2, paragraph 1, should read as follows:", "1. States act.") ==
          "States act.");
}

TEST_CASE("what is not certain is no instruction") {
    for (const std::string line :
         {"Article 1: replace \"shall\" by \"may\"",  // twice
          "Article 9: replace \"shall\" by \"may\"",  // no such article
          "Article 2, paragraph 1: replace \"may\" by \"shall\" and \"act\" by \"stop\"",
          "Article 2, paragraph 1: replace \"may\" by \"shall\" unless article 1 goes",
          "Article 2, paragraph 1: replace \"must\" by \"may\"",
          "Article 2, paragraph 1: replace \"may\" \"shall\"",
          "The delegation proposes to replace nothing.", "Delete what is superfluous.",
          "Replace article 2, paragraph 1 by the following:", ""}) {
        CAPTURE(line);
        CHECK(wanted(line).empty());
    }
}

TEST_CASE("a second instruction on a provision keeps what the first one did") {
    const auto draft = english();
    Instructions instructions(draft, Language::en);
    REQUIRE(instructions.read("Article 2, paragraph 1: replace \"may\" by \"shall\"", ""));
    const auto second =
        instructions.read("Article 2, paragraph 1: insert \"only\" after \"shall\"", "");
    REQUIRE(second);
    CHECK(std::get<TextPart>(second->part).target == "States shall only act.");
}
