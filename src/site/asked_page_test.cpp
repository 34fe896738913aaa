// SPDX-License-Identifier: MIT
#include "site/asked_page.h"

#include <doctest/doctest.h>

using namespace travaux;
using site::asked_page;

namespace {

Result<site::AskedPage> asked(const std::string& query) {
    http::Request request;
    REQUIRE(http::read_target("/?" + query, request));
    return asked_page(request);
}

}  // namespace

TEST_CASE("a query of a text comes back as it was, without what is open") {
    for (const char* query : {"", "view=clean", "view=options&names=off", "beside=ar&since=12",
                              "view=by_sponsor&as_if=P1,P7%232"}) {
        INFO(query);
        const auto page = asked(query);
        REQUIRE(page);
        CHECK(page->query() == query);
    }
    const auto open = asked("view=clean&phrase=p-0f1e-1b");
    REQUIRE(open);
    CHECK(open->query() == "view=clean");
    CHECK(open->phrase == "p-0f1e-1b");
}

TEST_CASE("the letters of readings in other scripts are anchors, markup is not") {
    CHECK(asked("phrase=p-0f-1%D8%A8")->phrase == "p-0f-1\xD8\xA8");
    for (const char* phrase : {"%22%3E%3Cscript%3E", "p-%22", "p-a b", "javascript:alert(1)"}) {
        INFO(phrase);
        const auto page = asked(std::string("phrase=") + phrase);
        REQUIRE(!page);
        CHECK(page.error().id == "request.parameter_value");
    }
}

TEST_CASE("a view, a language or an entry that there is not is refused by name") {
    for (const char* query : {"view=all", "beside=de", "since=yesterday"}) {
        INFO(query);
        const auto page = asked(query);
        REQUIRE(!page);
        CHECK(page.error().id == "request.parameter_value");
        CHECK(page.error().args.size() == 2);
    }
}
