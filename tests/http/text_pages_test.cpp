// A text on its page: the words that are made once for all are those of the record as it stands,
// and what a page says to one person is not said to another.
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

const committee::Caller ghana = delegate_of("person-GHA", "GHA");

void propose(ServedNegotiation& served, const std::string& word) {
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, word).status == 200);
}

// The anchor of the first provision on a page.
std::string first_anchor(const HttpAnswer& page) {
    const std::size_t at = page.body.find("id=\"p-");
    REQUIRE_MESSAGE(at != std::string::npos, page.body);
    return page.body.substr(at + 4, page.body.find('"', at + 4) - at - 4);
}

}  // namespace

TEST_CASE("a text is shown with everything that was proposed on it until now") {
    ServedNegotiation served;
    PageReader reader(served, std::nullopt);
    CHECK(!says(reader.see("/texts/T1"), "ought"));
    propose(served, "ought");
    for (const char* page : {"/texts/T1", "/texts/T1", "/text", "/text?view=options"}) {
        CHECK_MESSAGE(says(reader.see(page), "ought"), page);
    }
    CHECK(!says(reader.see("/texts/T1?view=clean"), "ought"));
    propose(served, "might");
    CHECK(says(reader.see("/texts/T1"), "might"));
}

TEST_CASE("the words of a text are alike for all, and what stands around them is not") {
    ServedNegotiation served;
    PageReader visitor(served, std::nullopt);
    PageReader of_ghana(served, ghana);
    for (int round = 0; round < 2; ++round) {
        CHECK(says(of_ghana.see("/texts/T1"), "href=\"/account\""));
        CHECK(says(visitor.see("/texts/T1"), "href=\"/log_in\""));
    }
}

TEST_CASE("a page in a language that was chosen leads on in it, and no other page does") {
    ServedNegotiation served;
    PageReader reader(served, std::nullopt);
    propose(served, "ought");
    const std::string phrase = "href=\"?phrase=";
    const std::string chosen = "href=\"?language=en&amp;phrase=";
    CHECK(says(reader.see("/texts/T1"), phrase));
    CHECK(says(reader.see("/texts/T1?language=en"), chosen));
    CHECK(!says(reader.see("/texts/T1"), chosen));
    // The text that is negotiated is another one later: its phrases have addresses of their own.
    CHECK(says(reader.see("/text"), "href=\"/committees/under-test/texts/T1?phrase="));
}

TEST_CASE("what is asked of a phrase is shown to who asks, and to nobody else") {
    ServedNegotiation served;
    PageReader reader(served, std::nullopt);
    const std::string anchor = first_anchor(reader.see("/texts/T1"));
    const HttpAnswer asked = reader.see("/texts/T1?phrase=" + anchor);
    CHECK(says(asked, "class=\"panel\""));
    CHECK(!says(reader.see("/texts/T1"), "class=\"panel\""));
}

TEST_CASE("a large page comes to each in the encoding that they take, also once it is kept") {
    ServedNegotiation served;
    for (int number = 0; number < 160; ++number) propose(served, "word" + std::to_string(number));
    HttpClient client(served.port());
    const std::string page = "/committees/under-test/texts/T1";
    const HttpAnswer plain = client.ask("GET", page);
    REQUIRE(plain.body.size() > 65'536);
    for (int round = 0; round < 2; ++round) {
        const HttpAnswer packed = client.ask("GET", page, {{"Accept-Encoding", "br"}});
        CHECK(packed.fields.at("content-encoding") == "br");
        CHECK(packed.body.size() < plain.body.size() / 4);
        CHECK(client.ask("GET", page).body == plain.body);
    }
    const HttpAnswer again = client.ask("GET", page, {{"If-None-Match", plain.fields.at("etag")}});
    CHECK(again.status == 304);
}
