// SPDX-License-Identifier: MIT
#include "understanding/rebase.h"

#include <doctest/doctest.h>

using travaux::understanding::rebased;

TEST_CASE("a change is carried over to words that differ elsewhere") {
    const auto carried =
        rebased("one two three four", "one 2 three four", "one two three and four");
    REQUIRE(carried);
    CHECK(carried->words == "one 2 three and four");
    CHECK_FALSE(carried->strikes_foreign_words);
}

TEST_CASE("a change is not carried over to words that differ where it is made") {
    CHECK_FALSE(rebased("one two three", "one 2 three", "one zwei three"));
    CHECK_FALSE(rebased("one three", "one two three", "one 2 three"));
}

TEST_CASE("words that the draft never had may be struck") {
    const auto carried = rebased("one lasting two", "one two", "one two");
    REQUIRE(carried);
    CHECK(carried->words == "one two");
    CHECK(carried->strikes_foreign_words);
}
