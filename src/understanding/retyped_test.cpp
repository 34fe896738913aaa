// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/edited_file.h"
#include "text/word.h"

using namespace travaux;
using namespace travaux::consolidation;
using namespace travaux::tests::edited;
using namespace travaux::understanding;
using text::Language;

TEST_CASE("a retyped paragraph that became two is a split, whatever number the second has") {
    for (const std::string number : {"", "3. "}) {
        CAPTURE(number);
        File file;
        file.document.changes.clear();
        file.line("Article 1. Purpose")
            .line(purpose_words)
            .line("2. This treaty applies.")
            .line(number + "In time of peace.")
            .line("Article 2. Duties");
        const auto found = of(file);
        const std::string words =
            "This treaty applies." + std::string(text::paragraph_break) + "In time of peace.";
        CHECK(parts_of(found) == std::vector<Part>{text_of(peace, words)});
        CHECK(found.changes.front().confidence == Confidence::likely);
        CHECK(found.doubts.empty());
    }
}

TEST_CASE("a new paragraph behind a retyped one is no split") {
    File file;
    file.document.changes.clear();
    file.line("Article 1. Purpose")
        .line("1. The purpose of this treaty is to strengthen cooperation.")
        .line("1 bis. Ships stop at once.")
        .line(peace_words);
    const auto found = of(file);
    REQUIRE(found.changes.size() == 2);
    CHECK(std::holds_alternative<InsertPart>(found.changes[1].part));
}

TEST_CASE("two retyped paragraphs that became one are a join, with what changes in each") {
    const std::string joined =
        "1. The purpose of this treaty is to promote cooperation. This treaty applies in time of ";
    for (const std::string end : {"peace.", "war."}) {
        CAPTURE(end);
        File file;
        file.document.changes.clear();
        file.line("Article 1. Purpose").line(joined + end).line("Article 2. Duties");
        for (const auto other_words : {OtherWords::doubtful, OtherWords::edited}) {
            const auto found = of(file, other_words);
            std::vector<Part> wanted;
            if (end == "war.") wanted = {text_of(peace, "This treaty applies in time of war.")};
            wanted.push_back(JoinPart{at(purpose)});
            CHECK(parts_of(found) == wanted);
            CHECK(found.doubts.empty());
        }
    }
}

TEST_CASE("a join of the longer second paragraph stands with the first") {
    File file;
    file.document.changes.clear();
    const auto draft = formats::import_text(
        "# Treaty\n\n## Article 1\n\n1. Peace is good.\n\n2. Nothing in this treaty limits the "
        "freedom "
        "of the high seas, nor of ships that sail there.\n",
        "t.md", Language::en);
    REQUIRE(draft);
    file.line(
        "1. Peace is good. Nothing in this treaty limits the freedom of the high seas, nor of "
        "ships that sail there.");
    const auto found = understand(draft->draft, Language::en, file.document, OtherWords::doubtful);
    CHECK(parts_of(found) == std::vector<Part>{JoinPart{draft->draft.provisions[2].id}});
}

TEST_CASE("a retyped provision is likely, and what stands nowhere in the draft is doubtful") {
    File file;
    file.document.changes.clear();
    file.line("The delegation has the honour to propose the following.")
        .line("Article 1. Purpose")
        .line("1. The purpose of this treaty is to strengthen cooperation.")
        .line("1 bis. Cooperation is in good faith.")
        .line(peace_words)
        .line("It thanks the Chair.");
    const auto found = of(file);
    REQUIRE(found.changes.size() == 2);
    CHECK(found.changes[0].confidence == Confidence::likely);
    CHECK(found.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(std::get<InsertPart>(found.changes[1].part).place == Place{at(article_1), at(purpose)});
    REQUIRE(found.doubts.size() == 2);
    CHECK(found.doubts[0].place == 1);
    CHECK(found.doubts[1].place == 6);
}

TEST_CASE("what a file made of this draft says otherwise was edited without tracking") {
    const auto found = of(File()
                              .line("Article 1. Purpose")
                              .line("1. The purpose of this treaty is to strengthen cooperation.")
                              .line("1 bis. Cooperation is in good faith.")
                              .line({{"2. This treaty applies in time of ", {}},
                                     {"peace", deleted},
                                     {"war", inserted},
                                     {".", {}}})
                              .line("Article 2. Duties")
                              .line("(a) protect cables in its territorial sea;"),
                          OtherWords::edited);
    REQUIRE(found.changes.size() == 3);
    CHECK(found.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(found.changes[0].confidence == Confidence::likely);
    CHECK(std::get<InsertPart>(found.changes[1].part).place == Place{at(article_1), at(purpose)});
    CHECK(found.changes[1].confidence == Confidence::likely);
    CHECK(found.changes[2].part == text_of(peace, "This treaty applies in time of war."));
    CHECK(found.changes[2].confidence == Confidence::certain);
    CHECK(found.altered.empty());
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0] == Doubt{DoubtKind::left_out, 5, "1. Each Party shall:"});
}

TEST_CASE("instructions in free text are understood, and the rest of the letter is doubtful") {
    File file;
    file.document.changes.clear();
    file.line("The delegation has the honour to propose the following.")
        .line("Article 1, paragraph 1: replace \"promote\" by \"strengthen\".")
        .line("Delete article 2, paragraph 1 (b).");
    const auto found = of(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to strengthen cooperation."),
              DeletePart{at(inform)}});
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0].place == 1);
}

TEST_CASE("printed brackets are nobody's wish, and tracked changes beside them are") {
    const std::string printed =
        "1. The purpose of this treaty is to [promote] [strengthen "
        "\xE2\x80\x93 Fiji] cooperation.";
    File still;
    still.document.changes.clear();
    still.line("Article 1. Purpose").line(printed).line(peace_words);
    const auto nothing = of(still, OtherWords::printed);
    CHECK(nothing.changes.empty());
    CHECK(nothing.doubts.empty());
    const auto found = of(File()
                              .line("Article 1. Purpose")
                              .line({{printed, {}}, {" It lasts.", inserted}})
                              .line({{"2. This treaty applies in time of ", {}},
                                     {"peace", deleted},
                                     {"war", inserted},
                                     {".", {}}}),
                          OtherWords::printed);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to promote cooperation. It lasts."),
              text_of(peace, "This treaty applies in time of war.")});
    REQUIRE(found.changes.size() == 2);
    CHECK(found.changes[0].confidence == Confidence::likely);
    CHECK(found.changes[1].confidence == Confidence::certain);
    CHECK(found.altered.empty());
}
