// The record as a list: by act, by who, by day.
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

namespace {

std::size_t rows(const HttpAnswer& page) {
    REQUIRE_MESSAGE(page.status == 200, page.body);
    const std::string mark = "<th scope=\"row\">";
    std::size_t count = 0;
    for (std::size_t at = page.body.find(mark); at != std::string::npos;
         at = page.body.find(mark, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("entries are found by act, by who and by day, and all of them without a filter") {
    ServedNegotiation served;
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, delegate_of("person-GHA", "GHA"), "may").status == 200);
    REQUIRE(tests::submit(client, delegate_of("person-NOR", "NOR"), "will").status == 200);
    const std::uint64_t length = tests::sure(served.store().length());
    REQUIRE(length < 50);
    served.hear_all();
    PageReader visitor(served, {});
    CHECK(rows(visitor.see("/entries")) == length);
    CHECK(rows(visitor.see("/entries?act=proposal.submit")) == 2);
    CHECK(rows(visitor.see("/entries?act=proposal.submit&member=GHA")) == 1);
    CHECK(rows(visitor.see("/entries?act=proposal.submit&before=" + std::to_string(length - 1))) ==
          1);
    CHECK(rows(visitor.see("/entries?capacity=delegate")) == 2);
    CHECK(rows(visitor.see("/entries?capacity=translator")) == 0);
    CHECK(says(visitor.see("/entries?capacity=translator"), "No entry is like that"));
    CHECK(rows(visitor.see("/entries?day=2022-01-10")) > 0);
    CHECK(rows(visitor.see("/entries?day=2022-01-10&act=text.publish")) == 1);
    CHECK(rows(visitor.see("/entries?day=1999-12-31")) == 0);
    CHECK(rows(visitor.see("/entries?day=2999-12-31")) == 0);
}

TEST_CASE("an act, a capacity, a member or a day that there is not is refused by name") {
    ServedNegotiation served;
    PageReader visitor(served, {});
    for (const char* query : {"act=dance", "capacity=king", "member=XX", "day=2022-02-30",
                              "day=yesterday", "before=x", "act=%3Cscript%3E"}) {
        INFO(query);
        const HttpAnswer refused = visitor.see("/entries?" + std::string(query));
        CHECK(refused.status == 400);
        CHECK(!says(refused, "<script>"));
    }
}
