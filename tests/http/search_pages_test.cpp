// Words found on pages: everywhere, or in one text and the proposals on it.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::delegate_of;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::PageReader;
using tests::says;
using tests::ServedNegotiation;

TEST_CASE("words are found in one text, under its provisions, and in the proposals on it") {
    ServedNegotiation served;
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, delegate_of("person-GHA", "GHA"), "may").status == 200);
    PageReader visitor(served, {});
    CHECK(says(visitor.see("/text"), "name=\"in\" value=\"T1\""));
    const HttpAnswer found = visitor.see("/search?q=harm&in=T1");
    REQUIRE_MESSAGE(found.status == 200, found.body);
    CHECK(says(found, "Find in this text"));
    CHECK(says(found, "1 place"));
    CHECK(says(found, "<mark>harm</mark>"));
    CHECK(says(found, "rticle 2"));
    CHECK(says(found, "/texts/T1#p-"));
    CHECK(says(visitor.see("/search?q=may&in=T1"), "/proposals/P1"));
    CHECK(says(visitor.see("/search?q=unheard&in=T1"), "stand nowhere"));
    CHECK(visitor.see("/search?q=harm&in=T9").status == 404);
    CHECK(!says(visitor.see("/search?q=%22%3E%3Cscript%3E&in=T1"), "<script>"));
}
