// SPDX-License-Identifier: MIT
#include "committee/word_limits.h"

#include <doctest/doctest.h>

#include "text/word_count.h"

using namespace travaux::committee;

namespace {

WordLimit limit(std::string_view symbol, DocumentAuthor author) {
    return word_limit(*Symbol::parse(symbol), author);
}

}  // namespace

TEST_CASE("a document is as long as its kind allows, and what is longer has a consequence") {
    const WordLimit report = limit("A/AC.291/4", DocumentAuthor::secretariat);
    CHECK_FALSE(is_beyond(report, 8'500));
    CHECK(is_beyond(report, 8'501));
    CHECK(report.beyond == BeyondLimit::needs_waiver);

    const WordLimit of_member = limit("A/AC.291/10", DocumentAuthor::intergovernmental);
    CHECK_FALSE(is_beyond(of_member, 10'700));
    CHECK(is_beyond(of_member, 10'701));

    const WordLimit draft = limit("A/AC.291/L.15", DocumentAuthor::intergovernmental);
    CHECK_FALSE(is_beyond(draft, 3'300));
    CHECK(is_beyond(draft, 3'301));
    CHECK(draft.beyond == BeyondLimit::is_marked);

    const WordLimit paper = limit("A/AC.291/NGO/3", DocumentAuthor::stakeholder);
    CHECK_FALSE(is_beyond(paper, 2'000));
    CHECK(is_beyond(paper, 2'001));
    CHECK(paper.beyond == BeyondLimit::is_refused);
}

TEST_CASE("every limit names its source, and modalities come before what is usual") {
    for (const WordLimit& one : usual_word_limits()) CHECK_FALSE(one.source.empty());
    Modalities modalities;
    modalities.stakeholder_words_max = 1'500;
    modalities.sources = {{Setting::stakeholder_words_max, "EX/1, paragraph 9"}};
    const WordLimit paper =
        word_limit(*Symbol::parse("A/AC.291/NGO/3"), DocumentAuthor::stakeholder, modalities);
    CHECK(paper.words_max == 1'500);
    CHECK(paper.source == "EX/1, paragraph 9");
}

TEST_CASE("words are counted between blanks, and in Chinese each character counts") {
    using travaux::text::count_words;
    CHECK(count_words("") == 0);
    CHECK(count_words(" – ; ") == 0);
    CHECK(count_words("States Parties shall\ncooperate (2).") == 5);
    CHECK(count_words("各缔约国应当合作。") == 8);
}
