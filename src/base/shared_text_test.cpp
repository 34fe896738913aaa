// SPDX-License-Identifier: MIT
#include "base/shared_text.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using travaux::SharedText;

TEST_CASE("copies and parts of a text share its bytes, and outlive it") {
    std::optional<SharedText> whole =
        SharedText(std::string("The Parties shall act, whoever asks."));
    const SharedText copy = *whole;
    const SharedText part = whole->part(whole->view().substr(4, 7));
    CHECK(copy.view().data() == whole->view().data());
    CHECK(part.view().data() == whole->view().data() + 4);
    whole.reset();
    CHECK(copy == "The Parties shall act, whoever asks.");
    CHECK(part == std::string("Parties"));
    CHECK(part == SharedText("Parties"));
    CHECK(part != copy);
}

TEST_CASE("a text is empty until it is given one") {
    CHECK(SharedText().empty());
    CHECK(SharedText("").empty());
    CHECK(SharedText() == SharedText(""));
    CHECK(SharedText("Act").copy() == "Act");
}
