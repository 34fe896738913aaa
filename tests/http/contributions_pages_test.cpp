// Comments, circulated papers and instruments, as those who may see them do.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::delegate_of;
using tests::HttpAnswer;
using tests::PageReader;
using tests::says;
using tests::secretariat;
using tests::ServedNegotiation;

namespace {

constexpr const char* page = "/contributions";

void do_act(PageReader& reader, const std::string& act, tests::Form form) {
    form.emplace_back("back", "/committees/under-test/contributions");
    form.emplace_back("seen", tests::value_in(reader.see(page), "seen"));
    const HttpAnswer done = reader.send("/do/" + act, form);
    CHECK_MESSAGE(done.status == 303, done.body);
}

}  // namespace

TEST_CASE("a delegation comments without wording, and everybody reads it") {
    ServedNegotiation served;
    PageReader ghana(served, delegate_of("person-GHA", "GHA"));
    CHECK(says(ghana.see(page), "No comments have been received."));
    do_act(ghana, "view.submit", {{"body", "Too long <b>by far</b>.\r\n\r\nAnd late."}});
    const HttpAnswer seen = PageReader(served, {}).see(page);
    CHECK(says(seen, "Too long &lt;b&gt;by far&lt;/b&gt;.</p>"));
    CHECK(says(seen, "And late.</p>"));
    CHECK(says(seen, "Ghana"));
    CHECK(!says(seen, "Submit a comment"));
}

TEST_CASE("a paper is read by those for whom it is, and by everybody once it is made public") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    do_act(desk, "paper.circulate",
           {{"title", "Two ways"}, {"body", "This or that."}, {"distribution", "members"}});
    PageReader visitor(served, {});
    CHECK(says(PageReader(served, delegate_of("person-GHA", "GHA")).see(page), "This or that."));
    CHECK(!says(visitor.see(page), "This or that."));
    CHECK(!says(visitor.see(page), "Two ways"));
    const std::string paper = tests::value_in(desk.see(page), "paper");
    do_act(desk, "paper.disclose", {{"paper", paper}, {"authority", "The Bureau"}});
    CHECK(says(visitor.see(page), "This or that."));
}

TEST_CASE("the Secretariat enters an instrument and links it to provisions") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    do_act(desk, "instrument.enter",
           {{"title", "Convention on Cables"}, {"kind", "treaty"}, {"reference", "UNTS 1"}});
    const HttpAnswer before = desk.see(page);
    CHECK(says(before, "Convention on Cables"));
    const std::size_t end = before.body.find("\">article 2</option>");
    REQUIRE(end != std::string::npos);
    const std::size_t begin = before.body.rfind('"', end - 1) + 1;
    do_act(desk, "instrument.link",
           {{"instrument", tests::value_in(before, "instrument")},
            {"provisions", before.body.substr(begin, end - begin)}});
    CHECK(says(PageReader(served, {}).see(page), "About: article 2"));
}
