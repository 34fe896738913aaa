// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/edited_file.h"

using namespace travaux;
using namespace travaux::consolidation;
using namespace travaux::tests::edited;
using namespace travaux::understanding;

TEST_CASE("a comment on one provision is a note there, or a reservation where it says so") {
    File file;
    file.document.changes.clear();
    file.line("Article 1. Purpose").line(purpose_words).line(peace_words);
    auto& paragraphs = file.document.paragraphs;
    file.document.comments = {{"Ghana", {}, "Ghana reserves its position on this paragraph."},
                              {"Ghana", {}, "This repeats article 3."},
                              {"Ghana", {}, "Reason: peace is not defined."},
                              {"Ghana", {}, "The two paragraphs belong together."},
                              {"Ghana", {}, "Ghana no longer reserves its position."}};
    paragraphs[0].comments = {1};
    paragraphs[1].comments = {0, 3};
    paragraphs[2].comments = {2, 3, 4};
    const auto found = of(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              NotePart{at(article_1), "This repeats article 3."},
              ReservePart{at(purpose), "Ghana reserves its position on this paragraph."},
              NotePart{at(peace), "Ghana no longer reserves its position."}});
    CHECK(found.reasons ==
          std::vector<std::string>{"peace is not defined.", "The two paragraphs belong together."});
    CHECK(found.doubts.empty());
}

TEST_CASE(
    "a comment that asks for what a tracked change excludes is doubtful, and the change stands") {
    File file;
    file.line("Article 1. Purpose")
        .line({{"1. The purpose of this treaty is to ", {}},
               {"promote", deleted},
               {"strengthen", inserted},
               {" cooperation.", {}}})
        .line(peace_words);
    file.document.comments = {{"Ghana", {}, "Delete"}};
    file.document.paragraphs[1].comments = {0};
    const auto found = of(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to strengthen cooperation.")});
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0].kind == DoubtKind::contradicts);
    CHECK(found.doubts[0].place == 2);
    CHECK(found.doubts[0].words.contains("strengthen"));
}
