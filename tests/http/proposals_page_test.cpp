// The list of proposals, by what is asked for.
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

// The proposals that a list has, in its order.
std::vector<std::string> listed(PageReader& reader, const std::string& query) {
    const HttpAnswer page = reader.see("/proposals?" + query);
    REQUIRE_MESSAGE(page.status == 200, page.body);
    const std::string row = "<th scope=\"row\"><a href=\"/committees/under-test/proposals/";
    std::vector<std::string> ids;
    for (auto at = page.body.find(row); at != std::string::npos; at = page.body.find(row, at + 1)) {
        const std::size_t begin = at + row.size();
        ids.push_back(page.body.substr(begin, page.body.find('"', begin) - begin));
    }
    return ids;
}

void submit_part(ServedNegotiation& served, const std::string& member, boost::json::object part) {
    HttpClient client(served.port());
    tests::HttpFields head = tests::as(delegate_of("person-" + member, member));
    head.emplace_back("Content-Type", "application/json");
    const boost::json::object fields{{"text", "T1"}, {"parts", {std::move(part)}}};
    const HttpAnswer done = client.ask("POST", ServedNegotiation::at("acts/proposal.submit"), head,
                                       boost::json::serialize(fields));
    REQUIRE_MESSAGE(done.status == 200, done.body);
}

// The id of a provision, out of the list that the page has of articles.
std::string article(PageReader& reader, const std::string& label) {
    const HttpAnswer page = reader.see("/proposals");
    const std::size_t end = page.body.find("\">" + label + "</option>");
    REQUIRE(end != std::string::npos);
    const std::size_t begin = page.body.rfind("value=\"", end) + 7;
    return page.body.substr(begin, end - begin);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("proposals are chosen by sponsor, regional group, article, kind of change and state") {
    ServedNegotiation served;
    submit_part(served, "GHA", {{"part", "delete"}, {"provision", "article 3"}});
    submit_part(served, "NOR",
                {{"part", "text"}, {"provision", "article 1"}, {"text", "States cooperate."}});
    submit_part(served, "GHA",
                {{"part", "text"}, {"provision", "article 2, paragraph 1"}, {"text", "Harm."}});
    PageReader reader(served, {});
    CHECK(listed(reader, "") == Ids{"P3", "P2", "P1"});
    CHECK(listed(reader, "sponsor=GHA") == Ids{"P3", "P1"});
    CHECK(listed(reader, "group=region_african") == Ids{"P3", "P1"});
    CHECK(listed(reader, "group=region_western_european_and_others") == Ids{"P2"});
    CHECK(listed(reader, "kind=text") == Ids{"P3", "P2"});
    CHECK(listed(reader, "kind=delete&sponsor=NOR").empty());
    CHECK(listed(reader, "status=open") == Ids{"P3", "P2", "P1"});
    CHECK(listed(reader, "status=adopted").empty());
    CHECK(listed(reader, "session=S9").empty());
    // What stands in an article is on it.
    CHECK(listed(reader, "provision=" + article(reader, "article 2")) == Ids{"P3"});
    CHECK(listed(reader, "provision=" + article(reader, "article 3")) == Ids{"P1"});
}

TEST_CASE("what is asked for stays chosen, and what nobody can ask for is refused") {
    ServedNegotiation served;
    PageReader reader(served, {});
    const HttpAnswer page = reader.see("/proposals?kind=move&group=region_african");
    CHECK(says(page, "<option value=\"move\" selected>"));
    CHECK(says(page, "<option value=\"region_african\" selected>"));
    CHECK(says(page, "No proposal is like that."));
    CHECK(reader.see("/proposals?kind=%3Cscript%3E").status == 400);
}
