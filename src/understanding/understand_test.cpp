// SPDX-License-Identifier: MIT
#include "understanding/understand.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "docx/authors.h"
#include "docx/read.h"
#include "docx/write.h"
#include "formats/word_document.h"
#include "tests/edited_file.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;
using namespace travaux::tests::edited;
using namespace travaux::understanding;
using text::Field;
using text::Language;

TEST_CASE("a change of words is understood, and what the file leaves out stays") {
    const auto found = of(File().line({{"1. The purpose of this treaty is to ", {}},
                                       {"promote", deleted},
                                       {"strengthen", inserted},
                                       {" cooperation.", {}}}));
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(found.changes[0].confidence == Confidence::certain);
    CHECK(found.changes[0].place == 1);
    CHECK(found.doubts.empty());
    CHECK(found.altered.empty());
}

TEST_CASE("a new number and a new heading are understood apart from the words") {
    const auto found = of(File()
                              .line({{"Article 1. ", {}}, {"Purpose", deleted}, {"Aim", inserted}})
                              .line({{"2", deleted},
                                     {"3", inserted},
                                     {". This treaty applies in time of peace.", {}}}));
    CHECK(parts_of(found) == std::vector<Part>{TextPart{at(article_1), Field::heading, "Aim"},
                                               TextPart{at(peace), Field::number, "3."}});
}

TEST_CASE("a provision goes where all of it is struck, with what it holds") {
    const auto found =
        of(File()
               .line({{"1. Each Party shall:", deleted}}, deleted)
               .line({{"(a) protect cables in its territorial sea;", deleted}}, deleted)
               .line({{"(b) inform the other Parties of damage.", deleted}}, deleted)
               .line("2. Nothing in this treaty limits the freedom of the high seas."));
    CHECK(parts_of(found) == std::vector<Part>{DeletePart{at(duties)}});
}

TEST_CASE("a number that is typed into a paragraph of a list counts, and not the list's own") {
    File file;
    file.document.lists = {{0, {{"decimal", "%1."}}}};
    file.line("Article 1. Purpose")
        .line("The purpose of this treaty is to promote cooperation.")
        .line({{"1 bis. It lasts.", inserted}}, inserted)
        .line("This treaty applies in time of peace.");
    for (const std::size_t at : {1U, 2U, 3U}) {
        file.document.paragraphs[at].list = docx::ListPlace{0, 0};
    }
    const auto found = of(file);
    REQUIRE(found.changes.size() == 1);
    const auto item = std::get<InsertPart>(found.changes[0].part);
    CHECK(item.provisions.front().wording.number == "1 bis.");
    CHECK(item.provisions.front().wording.text == "It lasts.");
    CHECK(found.doubts.empty());
}

TEST_CASE("the heading of an article that is typed into a list is one, and words are counted") {
    File file;
    file.document.lists = {{0, {{"decimal", "%1."}}}};
    file.line("Article 1. Purpose")
        .line("The purpose of this treaty is to promote cooperation.")
        .line("This treaty applies in time of peace.")
        .line({{"Article 1 bis. Terms", inserted}}, inserted)
        .line({{"Article 1 applies to all of them.", inserted}}, inserted)
        .line("Article 2. Duties");
    for (const std::size_t at : {1U, 2U, 3U, 4U}) {
        file.document.paragraphs[at].list = docx::ListPlace{0, 0};
    }
    const auto found = of(file);
    REQUIRE(found.changes.size() == 1);
    const auto article = std::get<InsertPart>(found.changes[0].part);
    CHECK(article.place.after == at(article_1));
    REQUIRE(article.provisions.size() == 2);
    CHECK(article.provisions[0].kind == text::ProvisionKind::article);
    CHECK(article.provisions[0].wording == text::Wording{"Article 1 bis.", "Terms", ""});
    CHECK(article.provisions[1].wording ==
          text::Wording{"4.", "", "Article 1 applies to all of them."});
}

TEST_CASE("words that introduce a list go alone where the list stays") {
    const auto found = of(File()
                              .line({{"1. Each Party shall:", deleted}}, deleted)
                              .line("(a) protect cables in its territorial sea;"));
    CHECK(parts_of(found) ==
          std::vector<Part>{TextPart{at(duties), Field::number, ""}, text_of(duties, "")});
}

TEST_CASE("new provisions stand where the outline of a treaty has them") {
    const auto found = of(File()
                              .line("(b) inform the other Parties of damage.")
                              .line({{"(c) repair what it damages.", inserted}}, inserted)
                              .line({{"1 bis. Repair is urgent.", inserted}}, inserted)
                              .line({{"Article 2 bis", inserted}}, inserted)
                              .line({{"Cables are property.", inserted}}, inserted));
    REQUIRE(found.changes.size() == 3);
    const auto item = std::get<InsertPart>(found.changes[0].part);
    CHECK(item.place == Place{at(duties), at(inform)});
    CHECK(item.provisions ==
          std::vector<NewProvision>{
              {text::ProvisionKind::subparagraph, 0, {"(c)", "", "repair what it damages."}}});
    const auto paragraph = std::get<InsertPart>(found.changes[1].part);
    CHECK(paragraph.place == Place{at(article_2), at(duties)});
    const auto article = std::get<InsertPart>(found.changes[2].part);
    CHECK(article.place == Place{{}, at(article_2)});
    CHECK(article.provisions ==
          std::vector<NewProvision>{
              {text::ProvisionKind::article, 0, {"Article 2 bis", "", ""}},
              {text::ProvisionKind::paragraph, 1, {"", "", "Cables are property."}}});
    CHECK(found.doubts.empty());
}

TEST_CASE("a paragraph that is cut in two is a split") {
    const auto found =
        of(File().line({{"2. This treaty applies ", {}}}, inserted).line("in time of peace."));
    const std::string words =
        "This treaty applies" + std::string(text::paragraph_break) + "in time of peace.";
    CHECK(parts_of(found) == std::vector<Part>{text_of(peace, words)});
}

TEST_CASE("two paragraphs that run on are a join") {
    const auto found = of(File()
                              .line({{purpose_words, {}}}, deleted)
                              .line({{"2. ", deleted},
                                     {" ", inserted},
                                     {"This treaty applies in time of peace.", {}}}));
    CHECK(parts_of(found) == std::vector<Part>{JoinPart{at(purpose)}});
}

TEST_CASE("what stands behind its own parts is no move, and is named as doubtful") {
    File file;
    file.line("1. Each Party shall:").line("(a) protect cables in its territorial sea;");
    file.line("Article 2. Duties");
    const Understanding understood = of(file);
    CHECK(understood.changes.empty());
    REQUIRE(understood.doubts.size() == 1);
    CHECK(understood.doubts.front().kind == DoubtKind::own_parts);
    CHECK(understood.doubts.front().words == "Article 2. Duties");
}

TEST_CASE("what is inserted twice at one place comes once, and is named as doubtful") {
    // Both stand within article 1, and a new article can only come behind it.
    File file;
    file.line("Article 1. Purpose").line(purpose_words);
    file.line({{"3. It lasts.", inserted}}, inserted);
    file.line({{"Article 9. Vessels", inserted}}, inserted).line(peace_words);
    file.line({{"4. It binds.", inserted}}, inserted);
    file.line({{"Article 9. Vessels", inserted}}, inserted);
    const Understanding understood = of(file);
    CHECK(understood.changes.size() == 3);
    REQUIRE(understood.doubts.size() == 1);
    CHECK(understood.doubts.front().kind == DoubtKind::twice);
    CHECK(understood.doubts.front().words == "Article 9. Vessels");
}

TEST_CASE("what goes at one place and comes at another moves") {
    const auto found = of(File()
                              .line({{purpose_words, deleted}}, deleted)
                              .line(peace_words)
                              .line({{purpose_words, inserted}}, inserted));
    CHECK(parts_of(found) ==
          std::vector<Part>{MovePart{at(purpose), Place{at(article_1), at(peace)}}});
}

TEST_CASE("words that the draft never had are struck from somebody's insertion") {
    const auto found = of(File()
                              .line({{"1. The purpose of this treaty is to promote ", {}},
                                     {"lasting ", deleted},
                                     {"cooperation.", {}}})
                              .line({{"3. Nobody's words.", deleted}}, deleted));
    CHECK(found.changes.empty());
    CHECK(found.altered.empty());
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0] == Doubt{DoubtKind::struck_words, 2, "3. Nobody's words."});
}

TEST_CASE("a file made on other words is named, and its changes carried over where they fit") {
    const auto file = File()
                          .line({{"1. The purpose of the treaty is to ", {}},
                                 {"promote", deleted},
                                 {"strengthen", inserted},
                                 {" cooperation.", {}}})
                          .line({{"2. This treaty applies in time of ", {}},
                                 {"war", deleted},
                                 {"conflict", inserted},
                                 {".", {}}});
    const auto refused = of(file);
    CHECK(refused.changes.empty());
    CHECK(refused.altered == std::vector{at(purpose), at(peace)});
    CHECK(refused.doubts.size() == 2);
    const auto carried = of(file, OtherWords::rebased);
    REQUIRE(carried.changes.size() == 1);
    CHECK(carried.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(carried.changes[0].confidence == Confidence::likely);
    REQUIRE(carried.doubts.size() == 1);
    CHECK(carried.doubts[0].kind == DoubtKind::other_words);
}

TEST_CASE("the changes of one author are told from those of another") {
    const auto file = File().line({{"1. The purpose of this treaty is to ", {}},
                                   {"promote", deleted},
                                   {"strengthen", inserted},
                                   {" good", inserted_by_other},
                                   {" cooperation", deleted_by_other},
                                   {".", {}}});
    const auto of_one = docx::only_changes_of(file.document, {"A"});
    CHECK(parts_of(understand(treaty(), Language::en, of_one, OtherWords::doubtful)) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to strengthen cooperation.")});
    const auto of_other = docx::only_changes_of(file.document, {"B"});
    CHECK(parts_of(understand(treaty(), Language::en, of_other, OtherWords::doubtful)) ==
          std::vector<Part>{text_of(purpose, "The purpose of this treaty is to promote good.")});
}

TEST_CASE("whatever a file proposes may be proposed") {
    int understood = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        tests::RandomSets random(seed);
        const auto draft = random.draft(1 + random.below(8));
        ProposalSet set;
        const auto proposal = random.proposal(draft, "P1");
        set.submitted.emplace(proposal.id, proposal);
        for (const auto& sponsor : proposal.sponsors) set.supports.insert({"P1", sponsor, {}});
        if (!check(draft, set)) continue;
        const auto document = docx::read(docx::write(formats::tracked_document(
                                             draft, consolidate(draft, set, Language::en), {})),
                                         "a.docx");
        REQUIRE(document);
        const auto found = understand(draft, Language::en, *document, OtherWords::rebased);
        if (found.changes.empty()) continue;
        set.submitted.at("P1").parts = parts_of(found);
        const auto checked = check(draft, set);
        INFO((checked ? std::string() : checked.error().id));
        REQUIRE(checked);
        ++understood;
    }
    CHECK(understood > 150);
}

TEST_CASE("a change in a cell of a table is understood as one of that cell") {
    const auto imported = formats::import_text(
        "# Treaty\n\n## Article 1\n\nCables are:\n\n| Kind | Depth |\n| Coaxial | 10 |\n", "t.md",
        Language::en);
    REQUIRE(imported);
    const auto& draft = imported->draft;
    Proposal proposal;
    proposal.id = "P1";
    proposal.sponsors = {"Ghana"};
    proposal.parts = {TextPart{draft.provisions.back().id, Field::text, "20"}};
    ProposalSet set;
    set.supports.insert({"P1", "Ghana", {}});
    set.submitted.emplace("P1", proposal);
    const auto document = docx::read(
        docx::write(formats::tracked_document(draft, consolidate(draft, set, Language::en), {})),
        "a.docx");
    REQUIRE(document);
    const auto found = understand(draft, Language::en, *document, OtherWords::edited);
    CHECK(parts_of(found) == proposal.parts);
    CHECK(found.doubts.empty());
}
