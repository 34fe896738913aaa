// Two people act at once, from pages made before either did: the second is told what the first
// entered, keeps what was typed, and nothing is done twice.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using committee::Caller;
using committee::Capacity;
using tests::delegate_of;
using tests::Form;
using tests::HttpAnswer;
using tests::PageReader;
using tests::person;
using tests::says;
using tests::ServedNegotiation;
using tests::value_in;

namespace {

const Caller ghana = delegate_of("person-GHA", "GHA");
const Caller kenya = delegate_of("person-KEN", "KEN");
const Caller chair{person("person-chair"), Capacity::officer, {}};
const Caller secretariat{person("person-secretariat"), Capacity::secretariat, {}};

// A decision on the first proposal, from a page of so many entries.
Form deciding(const std::string& seen, const std::string& authority) {
    return {{"proposal", "P1"},
            {"meeting", "M1"},
            {"authority", authority},
            {"seen", seen},
            {"back", "/committees/under-test/desk"}};
}

std::uint64_t length_of(ServedNegotiation& served) { return tests::sure(served.store().length()); }

}  // namespace

TEST_CASE("of two who decide on a proposal at once the second is told what the first entered") {
    ServedNegotiation served("capacities");
    PageReader first(served, chair);
    PageReader second(served, secretariat);
    const std::string seen = value_in(second.see("/desk?proposal=P1"), "seen");
    REQUIRE(first.send("/do/proposal.adopt", deciding(seen, "By consensus")).status == 303);
    const std::uint64_t entries = length_of(served);
    const std::string adopted = std::to_string(entries - 1);

    const HttpAnswer stale = second.send("/do/proposal.drop", deciding(seen, "The Bureau"));
    CHECK(stale.status == 412);
    CHECK(says(stale, "P1 has changed since the page"));
    CHECK(says(stale, "Nothing has been entered"));
    CHECK(says(stale, "Entered since that page was made"));
    CHECK(says(stale, "/entries/" + adopted + "\""));
    CHECK(value_in(stale, "authority") == "The Bureau");
    CHECK(value_in(stale, "seen") == std::to_string(entries));
    CHECK(value_in(stale, "back") == "/committees/under-test/desk");
    // Whoever sends it all the same is refused by what the record says now.
    const HttpAnswer refused =
        second.send("/do/proposal.drop", deciding(value_in(stale, "seen"), "The Bureau"));
    CHECK(refused.status >= 400);
    CHECK(says(refused, "Nothing has been entered"));
    CHECK(!says(refused, "Entered since that page was made"));
    CHECK(length_of(served) == entries);
}

TEST_CASE("what still applies is entered by who has read what came in between") {
    ServedNegotiation served("capacities");
    PageReader of_kenya(served, kenya);
    PageReader at_desk(served, secretariat);
    const std::string seen = value_in(at_desk.see("/desk?proposal=P1"), "seen");
    const Form joining{{"proposal", "P1"}};
    REQUIRE(of_kenya.send("/do/proposal.co_sponsor", joining).status == 303);
    const HttpAnswer stale = at_desk.send("/do/proposal.drop", deciding(seen, "The Bureau"));
    CHECK(stale.status == 412);
    CHECK(says(stale, "Kenya"));
    const std::string now = value_in(stale, "seen");
    const HttpAnswer done = at_desk.send("/do/proposal.drop", deciding(now, "The Bureau"));
    CHECK(done.status == 303);
    CHECK(done.fields.at("location").starts_with("/committees/under-test/desk?done="));
}

TEST_CASE("a provision that has changed meanwhile is named by its label") {
    ServedNegotiation served("capacities");
    PageReader first(served, chair);
    PageReader second(served, secretariat);
    const HttpAnswer desk = second.see("/desk");
    const std::string options = "<select id=\"p-provision.bracket\"";
    const std::size_t at = desk.body.find("value=\"", desk.body.find(options)) + 7;
    Form form = deciding(value_in(desk, "seen"), "The Committee");
    form[0] = {"provision", desk.body.substr(at, 32)};
    REQUIRE(first.send("/do/provision.bracket", form).status == 303);
    const HttpAnswer stale = second.send("/do/provision.agree", form);
    CHECK(stale.status == 412);
    CHECK(!says(stale, "role=\"alert\">" + form[0].second));
    CHECK(says(stale, "has changed since the page"));
}

TEST_CASE("of two who revise a proposal at once the second keeps its words and is told") {
    ServedNegotiation served("capacities");
    PageReader first(served, ghana);
    PageReader second(served, Caller{person("person-GHA-head"), Capacity::head, "GHA"});
    const HttpAnswer page = second.see("/propose?revise=P1");
    Form form{{"text", "T1"},
              {"kind", "text"},
              {"provision", value_in(page, "provision")},
              {"words", "Each State Party must cooperate in good time."},
              {"revise", "P1"},
              {"seen", value_in(page, "seen")},
              {"go", "submit"}};
    REQUIRE(first.send("/propose", form).status == 303);
    const std::uint64_t entries = length_of(served);
    form[3].second = "Each State Party will cooperate in good time.";
    const HttpAnswer stale = second.send("/propose", form);
    CHECK(stale.status == 403);
    CHECK(says(stale, "P1 is not of your delegation"));
    CHECK(says(stale, form[3].second + "</textarea>"));
    CHECK(says(stale, "Entered since that page was made"));
    CHECK(length_of(served) == entries);
}

TEST_CASE("two who propose on one provision at once both stand, with their words") {
    ServedNegotiation served;
    PageReader first(served, ghana);
    PageReader second(served, kenya);
    const HttpAnswer page = second.see("/propose");
    Form form{{"text", "T1"},
              {"kind", "text"},
              {"provision", value_in(page, "provision")},
              {"words", "Each State Party may cooperate in good time."},
              {"seen", value_in(page, "seen")},
              {"go", "submit"}};
    REQUIRE(first.send("/propose", form).status == 303);
    form[3].second = "Each State Party will cooperate in good time.";
    REQUIRE(second.send("/propose", form).status == 303);
    const HttpAnswer text = first.see("/text");
    for (const char* words : {"may", "will", "Ghana", "Kenya"}) CHECK(says(text, words));
    CHECK(says(text, ">shall"));
}

TEST_CASE("what is typed on a text that another follows meanwhile goes on with that one") {
    ServedNegotiation served;
    PageReader writer(served, ghana);
    const HttpAnswer begun = writer.see("/propose");
    CHECK(!says(begun, "Go on with that text"));
    Form form = {{"text", "T1"},
                 {"kind", "text"},
                 {"provision", value_in(begun, "provision")},
                 {"parts", "[]"},
                 {"seen", value_in(begun, "seen")},
                 {"once", value_in(begun, "once")},
                 {"words", "Each State Party may cooperate in good time."},
                 {"reason", "Some cannot."},
                 {"go", "submit"}};
    PageReader desk(served, secretariat);
    const HttpAnswer published =
        desk.send("/do/text.publish", {{"subject", "convention"},
                                       {"kind", "revised_draft"},
                                       {"standing", "basis_of_work"},
                                       {"mandate", "Second session"},
                                       {"supersedes", "T1"},
                                       {"files", "next"},
                                       {"back", "/committees/under-test/desk"}});
    REQUIRE_MESSAGE(published.status == 303, published.body);

    const HttpAnswer refused = writer.send("/propose", form);
    CHECK(refused.status == 412);
    CHECK(says(refused, "Meanwhile T2 is negotiated in the place of this text"));
    CHECK(says(refused, "Each State Party may cooperate in good time.</textarea>"));
    form.back().second = "carry";
    const HttpAnswer carried = writer.send("/propose", form);
    CHECK(carried.status == 200);
    CHECK(says(carried, "What you wrote is made on T2 now."));
    CHECK(!says(carried, "Not carried over"));
    CHECK(value_in(carried, "text") == "T2");
    CHECK(says(carried, "Each State Party may cooperate in good time.</textarea>"));
    CHECK(says(carried, "Some cannot."));
}
