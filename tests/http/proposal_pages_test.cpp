// The page of a proposal offers to each delegation what is theirs to do.
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
using tests::secretariat;
using tests::ServedNegotiation;

namespace {

void do_act(ServedNegotiation& served, const committee::Caller& caller, const std::string& act,
            const boost::json::object& fields) {
    tests::HttpFields head = tests::as(caller);
    head.emplace_back("Content-Type", "application/json");
    const HttpAnswer done = HttpClient(served.port())
                                .ask("POST", ServedNegotiation::at("acts/" + act), head,
                                     boost::json::serialize(fields));
    REQUIRE_MESSAGE(done.status == 200, done.body);
}

boost::json::object on_article_1(const char* text) {
    return {{"text", "T1"},
            {"parts", {{{"part", "text"}, {"provision", "article 1"}, {"text", text}}}}};
}

HttpAnswer press(PageReader& reader, const std::string& act, tests::Form form) {
    form.emplace_back("back", "/committees/under-test/proposals/P1");
    form.emplace_back("seen", tests::value_in(reader.see("/proposals/P1"), "seen"));
    return reader.send("/do/" + act, form);
}

}  // namespace

TEST_CASE("a member of the group that proposes may dissociate itself, and nobody else may") {
    ServedNegotiation served;
    do_act(served, secretariat(), "group.declare",
           {{"group", "african"}, {"name", "African Group"}, {"members", {"GHA", "KEN"}}});
    boost::json::object fields = on_article_1("Each State Party may cooperate.");
    fields["group"] = "african";
    do_act(served, delegate_of("person-GHA", "GHA"), "proposal.submit", fields);
    PageReader kenya(served, delegate_of("person-KEN", "KEN"));
    const std::string words = "Dissociate from it";
    CHECK(says(kenya.see("/proposals/P1"), words));
    CHECK(!says(PageReader(served, delegate_of("person-NOR", "NOR")).see("/proposals/P1"), words));
    CHECK(press(kenya, "proposal.dissociate", {{"proposal", "P1"}}).status == 303);
    CHECK(!says(kenya.see("/proposals/P1"), words));
}

TEST_CASE("a sponsor moves its name to a revision on the page of the revision") {
    ServedNegotiation served;
    const auto ghana = delegate_of("person-GHA", "GHA");
    do_act(served, ghana, "proposal.submit", on_article_1("Each State Party may cooperate."));
    const auto kenya = delegate_of("person-KEN", "KEN");
    do_act(served, kenya, "proposal.co_sponsor", {{"proposal", "P1"}});
    boost::json::object revised = on_article_1("Each State Party should cooperate.");
    revised["proposal"] = "P1";
    do_act(served, ghana, "proposal.revise", revised);
    PageReader reader(served, kenya);
    const std::string words = "Move your name to this revision";
    CHECK(says(reader.see("/proposals/P2"), words));
    CHECK(press(reader, "proposal.confirm", {{"revision", "P2"}}).status == 303);
    CHECK(!says(reader.see("/proposals/P2"), words));
}
