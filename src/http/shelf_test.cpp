// SPDX-License-Identifier: MIT
#include "http/shelf.h"

#include <doctest/doctest.h>

namespace travaux::http {
namespace {

std::shared_ptr<const int> value(int number) { return std::make_shared<const int>(number); }

TEST_CASE("a shelf keeps what is put on it, and lets go of others where there is no room") {
    Shelf<int> shelf(100);
    CHECK(shelf.find("one") == nullptr);
    shelf.keep("one", value(1), 60);
    shelf.keep("two", value(2), 40);
    CHECK(*shelf.find("one") == 1);
    CHECK(*shelf.find("two") == 2);

    SUBCASE("a value takes the place of what had its name, and its room") {
        shelf.keep("one", value(3), 60);
        CHECK(*shelf.find("one") == 3);
        CHECK(*shelf.find("two") == 2);
    }
    SUBCASE("there is never more of it than fits") {
        shelf.keep("three", value(3), 50);
        CHECK(*shelf.find("three") == 3);
        CHECK((shelf.find("one") == nullptr || shelf.find("two") == nullptr));
    }
    SUBCASE("who has a value keeps it when the shelf lets go of it") {
        const auto kept = shelf.find("one");
        shelf.keep("large", value(4), 100);
        CHECK(shelf.find("one") == nullptr);
        CHECK(*kept == 1);
        CHECK(*shelf.find("large") == 4);
    }
}

}  // namespace
}  // namespace travaux::http
