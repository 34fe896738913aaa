// SPDX-License-Identifier: MIT
#include "consolidation/word_filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace travaux;
using travaux::consolidation::WordFilter;

TEST_CASE("a filter never counts fewer words than stand in the stretch") {
    text::Lexicon lexicon;
    const text::Words stretch = text::words_of("The Parties shall act, and shall report.", lexicon);
    const WordFilter filter(stretch);
    CHECK(filter.count_possible(stretch) == stretch.size());
    CHECK(filter.count_possible({}) == 0);
    text::Words all = stretch;
    for (int number = 0; number < 1000; ++number) {
        all.push_back(lexicon.word("word" + std::to_string(number), true));
    }
    const std::size_t possible = filter.count_possible(all);
    CHECK(possible >= stretch.size());
    CHECK(possible < all.size() / 2);
}

TEST_CASE("a filter of nothing lets nothing through") {
    text::Lexicon lexicon;
    CHECK(WordFilter({}).count_possible(text::words_of("The Parties shall act.", lexicon)) == 0);
}
