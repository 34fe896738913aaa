// SPDX-License-Identifier: MIT
#include "text/reference.h"

#include <doctest/doctest.h>

#include "text/labels.h"
#include "text/reference_words.h"

using namespace travaux;
using namespace travaux::text;

namespace {

struct Row {
    ProvisionKind kind;
    std::uint32_t depth;
    std::string number;
    std::string text = {};
    std::string heading = {};
};

using enum ProvisionKind;

Draft draft_of(const std::vector<Row>& rows, Language language, std::string title = "Convention") {
    Draft draft{.title = std::move(title),
                .written_in = {language},
                .working_language = language,
                .provisions = {}};
    for (const Row& row : rows) {
        Provision provision;
        provision.id = ProvisionId::of(sha256(std::to_string(draft.provisions.size())));
        provision.kind = row.kind;
        provision.depth = row.depth;
        provision.in(language) = {.number = row.number, .heading = row.heading, .text = row.text};
        draft.provisions.push_back(std::move(provision));
    }
    return draft;
}

const std::vector<Row> english_rows = {
    {preamble, 0, ""},
    {preambular_paragraph, 1, "", "The Parties,"},
    {preambular_paragraph, 1, "", "Recalling,"},
    {chapter, 0, "CHAPTER I", "", "General"},
    {article, 1, "Article 1"},
    {paragraph, 2, "", "For this Convention:"},
    {subparagraph, 3, "(a)", "light means a lamp;"},
    {subparagraph, 3, "(b)", "buoy means a float."},
    {article, 1, "Article 2"},
    {paragraph, 2, "1.", "Each Party shall:"},
    {subparagraph, 3, "(a)", "report:"},
    {item, 4, "(i)", "yearly;"},
    {item, 4, "(ii)", "in full;"},
    {continuation, 3, "", "as it can."},
    {paragraph, 2, "2.", "Reports are public."},
    {article, 1, "Article 2 bis"},
    {paragraph, 2, "", "One."},
    {paragraph, 2, "", "Two."},
    {annex, 0, "Annex I"},
    {article, 1, "Article 1"},
    {paragraph, 2, "1.", "x"},
    {annex, 0, "Annex II"},
    {paragraph, 1, "1.", "y"},
};

std::string resolved(const Draft& draft, std::string_view label, Language language = Language::en) {
    const auto id = resolve_label(draft, language, label);
    if (id) return label_of(draft, *find(draft, *id), language);
    std::string error = id.error().id;
    for (std::size_t i = 1; i < id.error().args.size(); ++i) error += " | " + id.error().args[i];
    return error;
}

// "words -> label" for each reference in a text.
std::vector<std::string> found(const Draft& draft, std::size_t at, std::string_view text,
                               Language language = Language::en) {
    std::vector<std::string> result;
    for (const Reference& reference : references_in(draft, at, language, text)) {
        result.push_back(
            std::string(text.substr(reference.begin, reference.end - reference.begin)) + " -> " +
            label_of(draft, *find(draft, reference.provision), language));
    }
    return result;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a label names the article or annex first and the parts of it after") {
    const Draft draft = draft_of(english_rows, Language::en);
    CHECK(labels_of(draft, Language::en) == List{"preamble",
                                                 "preamble, paragraph 1",
                                                 "preamble, paragraph 2",
                                                 "chapter I",
                                                 "article 1",
                                                 "article 1, paragraph 1",
                                                 "article 1 (a)",
                                                 "article 1 (b)",
                                                 "article 2",
                                                 "article 2, paragraph 1",
                                                 "article 2, paragraph 1 (a)",
                                                 "article 2, paragraph 1 (a) (i)",
                                                 "article 2, paragraph 1 (a) (ii)",
                                                 "article 2, paragraph 1, closing words",
                                                 "article 2, paragraph 2",
                                                 "article 2 bis",
                                                 "article 2 bis, paragraph 1",
                                                 "article 2 bis, paragraph 2",
                                                 "annex I",
                                                 "annex I, article 1",
                                                 "annex I, article 1, paragraph 1",
                                                 "annex II",
                                                 "annex II, paragraph 1"});
}

TEST_CASE("short forms and other orders name the same provision") {
    const Draft draft = draft_of(english_rows, Language::en);
    for (const char* label :
         {"article 2, paragraph 1 (a)", "ARTICLE 2, PARAGRAPH 1 (A)", "art. 2(1)(a)", "2.1.a",
          "2(1)(a)", "Art. 2, para. 1 a)", "subparagraph (a) of paragraph 1 of article 2",
          "article 2 (1) (a)", "  article 2 , paragraph 1(a) "}) {
        CAPTURE(label);
        CHECK(resolved(draft, label) == "article 2, paragraph 1 (a)");
    }
    CHECK(resolved(draft, "2.1.a.ii") == "article 2, paragraph 1 (a) (ii)");
    CHECK(resolved(draft, "art. 2bis") == "article 2 bis");
    CHECK(resolved(draft, "article 1, paragraph 1 (b)") == "article 1 (b)");
    CHECK(resolved(draft, "1.b") == "article 1 (b)");
    CHECK(resolved(draft, "annex 1, art. 1.1") == "annex I, article 1, paragraph 1");
    CHECK(resolved(draft, "article 1 of annex I") == "annex I, article 1");
    CHECK(resolved(draft, "Preamble, para. 2") == "preamble, paragraph 2");
    CHECK(resolved(draft, "Chapter 1") == "chapter I");
}

TEST_CASE("a label that names nothing, or no label at all, is unknown") {
    const Draft draft = draft_of(english_rows, Language::en);
    for (const char* label : {"article 9", "article 2, paragraph 3", "2.1.z", "annex III", "", "  ",
                              "the article", "article", "article 2 and more", "paragraph 1",
                              "article 2 (((((((((((((((((((", "\xFF\xFE"}) {
        CAPTURE(label);
        CHECK(resolved(draft, label) == "label.unknown");
    }
}

TEST_CASE("a label that may mean several provisions is refused with their labels") {
    const Draft draft = draft_of({{part, 0, "Part I"},
                                  {section, 1, "Section 1"},
                                  {part, 0, "Part II"},
                                  {section, 1, "Section 1"},
                                  {annex, 0, "Annex"},
                                  {paragraph, 1, "1.", "x"},
                                  {annex, 0, "Annex"},
                                  {paragraph, 1, "1.", "y"}},
                                 Language::en);
    CHECK(resolved(draft, "section 1") ==
          "label.ambiguous | part I, section 1 | part II, section 1");
    CHECK(resolved(draft, "section 1 of part II") == "part II, section 1");
    CHECK(resolved(draft, "annex") == "label.ambiguous | annex [1] | annex [2]");
    CHECK(resolved(draft, "annex [2], paragraph 1") == "annex [2], paragraph 1");
}

TEST_CASE("(i) behind (h) and (i) of a roman list are told apart by their lists") {
    std::vector<Row> rows = {{article, 0, "Article 1"}, {paragraph, 1, "1."}};
    for (const char letter : std::string_view("abcdefgh")) {
        rows.push_back({subparagraph, 2, std::string("(") + letter + ")"});
    }
    rows.push_back({item, 3, "(i)", "roman"});
    rows.push_back({subparagraph, 2, "(i)", "letter"});
    const Draft draft = draft_of(rows, Language::en);
    CHECK(resolved(draft, "1.1.h.i") == "article 1, paragraph 1 (h) (i)");
    CHECK(resolved(draft, "1.1.i") == "article 1, paragraph 1 (i)");
}

TEST_CASE("each language prints and reads labels in its own way") {
    struct Sample {
        Language language;
        std::vector<Row> rows;
        List labels;
        List others;  // other spellings of the last label
    };
    const std::vector<Sample> samples = {
        {Language::fr,
         {{article, 0, "Article premier"}, {paragraph, 1, "2."}, {subparagraph, 2, "a)"}},
         {"article premier", "article premier, paragraphe 2", "article premier, paragraphe 2 a)"},
         {"alinéa a) du paragraphe 2 de l’article premier", "art. 1, par. 2 a)", "1.2.a",
          "l'alinéa a) du paragraphe 2 de l'article 1"}},
        {Language::es,
         {{article, 0, "ARTÍCULO 6"}, {paragraph, 1, "2."}, {subparagraph, 2, "a)"}},
         {"artículo 6", "artículo 6, párrafo 2", "artículo 6, párrafo 2 a)"},
         {"apartado a) del párrafo 2 del artículo 6", "art. 6.2 a)", "Articulo 6 parrafo 2 a)"}},
        {Language::ru,
         {{article, 0, "Статья 6"}, {paragraph, 1, "2."}, {subparagraph, 2, "a)"}},
         {"статья 6", "пункт 2 статьи 6", "пункт 2 a) статьи 6"},
         {"подпункт a) пункта 2 статьи 6", "ст. 6, п. 2 a)", "подпункт (a) пункта 2 статьи 6"}},
        {Language::zh,
         {{article, 0, "第六条"}, {paragraph, 1, "2."}, {subparagraph, 2, "(a)"}},
         {"第六条", "第六条第2款", "第六条第2款(a)项"},
         {"第6条第二款（a）项", "第六条第2款(a)", "6.2.a"}},
        {Language::ar,
         {{article, 0, "المادة 6"}, {paragraph, 1, "2 -"}, {subparagraph, 2, "(أ)"}},
         {"المادة 6", "المادة 6، الفقرة 2", "المادة 6، الفقرة 2 (أ)"},
         {"الفقرة 2 (أ) من المادة 6", "الفقرة الفرعية (أ) من الفقرة 2 من المادة 6",
          "المادة السادسة، الفقرة 2 (ا)"}},
    };
    for (const Sample& sample : samples) {
        CAPTURE(code_of(sample.language));
        const Draft draft = draft_of(sample.rows, sample.language);
        CHECK(labels_of(draft, sample.language) == sample.labels);
        for (const std::string& label : sample.others) {
            CAPTURE(label);
            CHECK(resolved(draft, label, sample.language) == sample.labels.back());
        }
    }
}

TEST_CASE("a provision without a number in a language has that of another language") {
    Draft draft = draft_of(
        {{article, 0, "第一条"}, {paragraph, 1, "", "为："}, {paragraph, 1, "一、"}}, Language::zh);
    draft.written_in = {Language::zh, Language::en};
    draft.provisions[0].in(Language::en).number = "Article 1";
    CHECK(labels_of(draft, Language::en) ==
          List{"article 1", "article 1, chapeau", "article 1, paragraph 1"});
    CHECK(labels_of(draft, Language::zh) == List{"第一条", "第一条起首部分", "第一条第一款"});
}

TEST_CASE("references in a text are links, and a list or a range gives each number") {
    const Draft draft = draft_of(english_rows, Language::en);
    CHECK(found(draft, 14, "See article 1 and Article 2, paragraph 1 (a) (ii).") ==
          List{"article 1 -> article 1",
               "Article 2, paragraph 1 (a) (ii) -> article 2, paragraph 1 (a) (ii)"});
    CHECK(found(draft, 14, "articles 1 to 2 apply, and articles 1, 2 and 2 bis too") ==
          List{"articles 1 -> article 1", "2 -> article 2", "articles 1 -> article 1",
               "2 -> article 2", "2 bis -> article 2 bis"});
    CHECK(
        found(draft, 4, "paragraphs 1 and 2 of article 2") ==
        List{"paragraphs 1 -> article 2, paragraph 1", "2 of article 2 -> article 2, paragraph 2"});
    CHECK(found(draft, 4, "annex I, article 1, and chapter I") ==
          List{"annex I, article 1 -> annex I, article 1", "chapter I -> chapter I"});
}

TEST_CASE("a reference without its article is read from where it stands") {
    const Draft draft = draft_of(english_rows, Language::en);
    CHECK(found(draft, 14, "under paragraph 1 of this article") ==
          List{"paragraph 1 -> article 2, paragraph 1"});
    CHECK(found(draft, 12, "subparagraph (a) above") ==
          List{"subparagraph (a) -> article 2, paragraph 1 (a)"});
    CHECK(found(draft, 20, "article 1 of this Annex") == List{"article 1 -> annex I, article 1"});
    CHECK(found(draft, 20, "article 1 of the Convention") == List{"article 1 -> article 1"});
    CHECK(found(draft, 22, "paragraph 1") == List{"paragraph 1 -> annex II, paragraph 1"});
}

TEST_CASE("a reference into another instrument, or to nothing, is no link") {
    const Draft draft = draft_of(english_rows, Language::en);
    CHECK(found(draft, 14, "Article 1 of the Charter of the United Nations").empty());
    CHECK(found(draft, 14, "article 2 of the Vienna Convention on Treaties").empty());
    CHECK(found(draft, 14, "article 99, paragraph 4").empty());
    CHECK(found(draft, 14, "the particle 2, an article, part of it").empty());
}

TEST_CASE("references are found in each language") {
    const auto one = [](Language language, const std::string& number, std::string_view text) {
        const Draft draft =
            draft_of({{article, 0, number}, {paragraph, 1, "1."}, {paragraph, 1, "2."}}, language);
        return found(draft, 1, text, language);
    };
    CHECK(
        one(Language::fr, "Article 6", "visés au paragraphe 2 de l’article 6 et au paragraphe 1") ==
        List{"paragraphe 2 de l’article 6 -> article 6, paragraphe 2",
             "paragraphe 1 -> article 6, paragraphe 1"});
    CHECK(one(Language::es, "Artículo 6", "los párrafos 1 y 2 del artículo 6") ==
          List{"párrafos 1 -> artículo 6, párrafo 1", "2 del artículo 6 -> artículo 6, párrafo 2"});
    CHECK(one(Language::ru, "Статья 6", "в соответствии с пунктом 2 статьи 6") ==
          List{"пунктом 2 статьи 6 -> пункт 2 статьи 6"});
    CHECK(one(Language::zh, "第六条", "按照第六条第2款和第1款的规定") ==
          List{"第六条第2款 -> 第六条第2款", "第1款 -> 第六条第1款"});
    CHECK(one(Language::ar, "المادة 6", "وفقاً للفقرة 2 من المادة 6 والفقرة 1") ==
          List{"للفقرة 2 من المادة 6 -> المادة 6، الفقرة 2", "والفقرة 1 -> المادة 6، الفقرة 1"});
}

TEST_CASE("at most two Arabic prefixes are written onto a word, however many stand there") {
    CHECK(match_step(Language::ar, "وبالمادة 6").has_value());
    CHECK_FALSE(match_step(Language::ar, "وفبالمادة 6").has_value());
    std::string hostile;
    for (int i = 0; i < 1'000'000; ++i) hostile += "و";
    CHECK_FALSE(match_step(Language::ar, hostile).has_value());
}
