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
    const text::Labels labels(draft, language);
    const auto label = [&](const ProvisionId& id) { return labels.of(*text::find(draft, id)); };
    std::string all;
    for (const Part& part : found->parts) {
        if (!all.empty()) all += "; ";
        if (const auto* text = std::get_if<TextPart>(&part)) {
            all += text->target;
        } else if (const auto* bracket = std::get_if<BracketPart>(&part)) {
            all += "bracket " + label(bracket->provision) +
                   (bracket->words.empty() ? "" : ": " + bracket->words);
        } else if (const auto* reserve = std::get_if<ReservePart>(&part)) {
            all += "reserve " + label(reserve->provision) + ": " + reserve->statement;
        } else {
            all += "delete " + label(std::get<DeletePart>(part).provision);
        }
    }
    return all;
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

TEST_CASE("words, provisions and what they hold are put in brackets as a sentence says") {
    CHECK(wanted("Place article 2, paragraph 2 in square brackets.") ==
          "bracket article 2, paragraph 2");
    CHECK(wanted("Put square brackets around article 2") ==
          "bracket article 2, paragraph 1; bracket article 2, paragraph 2");
    CHECK(wanted("Article 2, paragraph 1: place \"may\" in square brackets") ==
          "bracket article 2, paragraph 1: may");
    CHECK(wanted("Article 1: place \"ships\" in square brackets") ==
          "bracket article 1, paragraph 1: ships");
    CHECK(wanted("Article 1: place \"shall\" in square brackets").empty());  // twice
    CHECK(wanted("Keep article 1.").empty());
    CHECK(wanted("Lift article 1.").empty());
}

TEST_CASE("the draft's own brackets go as a sentence says, where one pair is meant") {
    const auto draft = draft_in(Language::en,
                                "# T\n\n## Article 1\n\n1. [Ships shall stop.]\n\n"
                                "2. Ships [shall] [may] pay.\n\n3. States act.\n");
    const auto in_brackets = [&](const std::string& line) {
        return wanted(draft, Language::en, line);
    };
    CHECK(in_brackets("Delete the brackets around article 1, paragraph 1.") == "Ships shall stop.");
    CHECK(in_brackets("Article 1, paragraph 1: lift the square brackets") == "Ships shall stop.");
    CHECK(in_brackets("The square brackets around article 1, paragraph 1 should be deleted") ==
          "Ships shall stop.");
    CHECK(in_brackets("Article 1, paragraph 2: remove the brackets around \"shall\"") ==
          "Ships shall [may] pay.");
    CHECK(in_brackets("Remove the brackets from article 1, paragraph 2").empty());
    CHECK(in_brackets("Delete the brackets around article 1, paragraph 3").empty());
}

TEST_CASE("a sentence reserves a position on the one provision that it names") {
    CHECK(wanted("Ghana reserves its position on article 2, paragraph 1.") ==
          "reserve article 2, paragraph 1: Ghana reserves its position on article 2, paragraph 1.");
    CHECK(wanted("Article 1: position reserved.") == "reserve article 1: ");
    CHECK(wanted("Article 1: the position is reserved: no instructions yet.") ==
          "reserve article 1: no instructions yet.");
    for (const std::string line :
         {"Ghana no longer reserves its position on article 1.", "Ghana reserves its position.",
          "Ghana reserves its position on article 9.",
          "Ghana reserves its position on the deadline in article 1."}) {
        CAPTURE(line);
        CHECK(wanted(line).empty());
    }
}

TEST_CASE("brackets and reservations are asked for in six languages") {
    const auto french =
        draft_in(Language::fr, "# Traité\n\n## Article 6\n\n1. [Les États peuvent agir.]\n");
    const auto in_french = [&](const std::string& line) {
        return wanted(french, Language::fr, line);
    };
    CHECK(in_french("Mettre le paragraphe 1 de l’article 6 entre crochets.") ==
          "bracket article 6, paragraphe 1");
    CHECK(in_french("Article 6, paragraphe 1 : mettre « peuvent » entre crochets") ==
          "bracket article 6, paragraphe 1: peuvent");
    CHECK(in_french("Supprimer les crochets autour du paragraphe 1 de l’article 6") ==
          "Les États peuvent agir.");
    CHECK(in_french("Le Ghana réserve sa position sur l’article 6.") ==
          "reserve article 6: Le Ghana réserve sa position sur l’article 6.");
    const auto spanish =
        draft_in(Language::es, "# Tratado\n\n## Artículo 6\n\n1. [Los Estados podrán actuar.]\n");
    const auto in_spanish = [&](const std::string& line) {
        return wanted(spanish, Language::es, line);
    };
    CHECK(in_spanish("Póngase el artículo 6, párrafo 1 entre corchetes.") ==
          "bracket artículo 6, párrafo 1");
    CHECK(in_spanish("Suprímanse los corchetes alrededor del artículo 6, párrafo 1") ==
          "Los Estados podrán actuar.");
    CHECK(in_spanish("Ghana reserva su posición sobre el artículo 6.") ==
          "reserve artículo 6: Ghana reserva su posición sobre el artículo 6.");
    const auto russian =
        draft_in(Language::ru, "# Договор\n\n## Статья 6\n\n1. [Государства могут действовать.]\n");
    CHECK(wanted(russian, Language::ru, "Пункт 1 статьи 6 заключить в квадратные скобки.")
              .starts_with("bracket"));
    CHECK(wanted(russian, Language::ru, "Снять скобки вокруг пункта 1 статьи 6.") ==
          "Государства могут действовать.");
    const auto chinese = draft_in(Language::zh, "# 条约\n\n## 第六条\n\n1. [各国可采取行动。]\n");
    CHECK(wanted(chinese, Language::zh, "将第六条第1款置于方括号内。").starts_with("bracket"));
    CHECK(wanted(chinese, Language::zh, "第六条：保留立场。").starts_with("reserve"));
    const auto arabic =
        draft_in(Language::ar, "# معاهدة\n\n## المادة 6\n\n1. يجوز للدول أن تتصرف.\n");
    CHECK(wanted(arabic, Language::ar, "توضع الفقرة 1 من المادة 6 بين قوسين معقوفين.")
              .starts_with("bracket"));
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
    CHECK(std::get<TextPart>(second->parts.front()).target == "States shall only act.");
}
