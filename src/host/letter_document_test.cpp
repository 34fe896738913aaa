// SPDX-License-Identifier: MIT
#include "host/letter_document.h"

#include <doctest/doctest.h>

#include <set>

using namespace travaux;
using namespace travaux::host;
using committee::LetterContent;
using committee::LetterKind;
using text::Language;

namespace {

LetterContent reminder() {
    LetterContent letter;
    letter.about = "C1";
    letter.member = "NOR";
    letter.name = "Norway";
    letter.committee = "Committee on Lighthouses";
    letter.subject = "Proposals";
    letter.deadline = committee::parse_moment("2022-02-01T18:00+01:00[Europe/Vienna]");
    return letter;
}

LetterContent carry_over() {
    LetterContent letter = reminder();
    letter.kind = LetterKind::carry_over;
    letter.about = "T2";
    letter.subject.reset();
    letter.deadline.reset();
    letter.parts = {
        {"P1", 1, "applied", {}}, {"P1", 2, "contested", "P7"}, {"P2", 1, "orphaned", {}}};
    return letter;
}

}  // namespace

TEST_CASE("a reminder greets, recalls the call and says by when answers are awaited") {
    CHECK(letter_document(reminder(), Language::en, LetterForm::text) ==
          "Reminder\n\n"
          "The Secretariat of the Committee on Lighthouses presents its compliments to Norway and "
          "has the honour to recall its call: Proposals.\n\n"
          "Proposals and views are awaited by 1 February 2022, 18:00 (Europe/Vienna). What comes "
          "later is accepted and marked as late.\n\n"
          "The Secretariat avails itself of this opportunity to renew to Norway the assurances of "
          "its highest consideration.\n");
    const std::string chinese = letter_document(reminder(), Language::zh, LetterForm::text);
    CHECK(chinese.starts_with("催复通知\n\n秘书处（Committee on Lighthouses）向挪威致意"));
    CHECK(chinese.find("2022年2月1日 18:00") != std::string::npos);
}

TEST_CASE("a letter on proposals has a line for each part, with what it is due to") {
    const std::string words = letter_document(carry_over(), Language::en, LetterForm::text);
    CHECK(words.find("inform it that the text T2 was published") != std::string::npos);
    CHECK(
        words.find("- P1, part 1, stays open on the new text, with the same words\n"
                   "- P1, part 2, is contested: the words that it amends were changed by the "
                   "adoption of P7\n"
                   "- P2, part 1, has lost its place: what it stood on is not in the new text\n") !=
        std::string::npos);
}

TEST_CASE("as a page a letter has its language and direction, and nothing of its data is markup") {
    LetterContent letter = reminder();
    letter.name = "<b>Norway";
    const std::string page = letter_document(letter, Language::ar, LetterForm::html);
    CHECK(page.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(page.find("&lt;b&gt;Norway") != std::string::npos);
    CHECK(page.find("<b>") == std::string::npos);
}

TEST_CASE("every letter has its words in every language, and they differ") {
    std::set<std::string> all;
    for (const Language language : text::languages) {
        for (const LetterContent& letter : {reminder(), carry_over()}) {
            all.insert(letter_document(letter, language, LetterForm::text));
        }
    }
    CHECK(all.size() == 2 * text::languages.size());
}
