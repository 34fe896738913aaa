// Readings that nearly agree, on pages: shown with their difference, merged by their sponsors
// alone.
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
using tests::HttpClient;
using tests::PageReader;
using tests::says;
using tests::ServedNegotiation;
using tests::value_in;

namespace {

const Caller ghana = delegate_of("person-GHA", "GHA");
const Caller norway = delegate_of("person-NOR", "NOR");
const Caller peru = delegate_of("person-PER", "PER");
const Caller secretariat{tests::person("Secretariat"), Capacity::secretariat, {}};

// Two readings of article 1 that differ in a word.
void submit_two(ServedNegotiation& served) {
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, "may").status == 200);
    REQUIRE(tests::submit(client, norway, "will").status == 200);
}

}  // namespace

TEST_CASE("the desk shows readings that nearly agree with their difference and sponsors") {
    ServedNegotiation served;
    PageReader at_desk(served, secretariat);
    const HttpAnswer none = at_desk.see("/desk");
    CHECK(none.status == 200);
    CHECK(!says(none, "Readings that nearly agree"));
    submit_two(served);
    const HttpAnswer desk = at_desk.see("/desk");
    CHECK(says(desk, "Readings that nearly agree"));
    CHECK(says(desk, "<del>may</del>"));
    CHECK(says(desk, "<ins>will</ins>"));
    CHECK(says(desk, "<q>may</q>"));
    CHECK(says(desk, "1 word differs"));
    CHECK(says(desk, "Revise P1 to the words of P2"));
    CHECK(says(desk, "Revise P2 to the words of P1"));
    // In another language the words stay those of the text.
    const HttpAnswer french = at_desk.see("/desk?language=fr");
    CHECK(says(french, "<del>may</del>"));
    CHECK(says(french, "1 mot diff"));
}

TEST_CASE("a sponsor goes to another's words by its own act, and nobody else does it for them") {
    ServedNegotiation served;
    submit_two(served);
    PageReader of_ghana(served, ghana);
    PageReader of_peru(served, peru);
    const HttpAnswer mine = of_ghana.see("/proposals/P1");
    CHECK(says(mine, "Revise P1 to the words of P2"));
    CHECK(!says(mine, "Revise P2 to the words of P1"));
    const HttpAnswer others = of_peru.see("/proposals/P1");
    CHECK(says(others, "<ins>will</ins>"));
    CHECK(!says(others, "/propose?revise="));

    const std::string mark = "href=\"/committees/under-test";
    const std::size_t at = mine.body.find(mark + "/propose?revise=P1&amp;words_of");
    REQUIRE(at != std::string::npos);
    std::string way = mine.body.substr(at + mark.size());
    way.erase(way.find('"'));
    for (std::size_t amp = 0; (amp = way.find("&amp;")) != std::string::npos;)
        way.erase(amp + 1, 4);
    const HttpAnswer open = of_ghana.see(way);
    REQUIRE_MESSAGE(open.status == 200, open.body);
    CHECK(says(open, "Each State Party will cooperate in good time.</textarea>"));
    CHECK(says(open, "A proposal in the place of P1"));
    CHECK(!says(open, "value=\"keep\""));
    Form form{{"text", "T1"},
              {"kind", "text"},
              {"provision", value_in(open, "provision")},
              {"words", "Each State Party will cooperate in good time."},
              {"revise", "P1"},
              {"go", "submit"}};
    const std::uint64_t before = tests::sure(served.store().length());
    CHECK(!says(of_peru.see(way), "value=\"submit\""));
    CHECK(of_peru.send("/propose", form).status == 403);
    CHECK(tests::sure(served.store().length()) == before);
    const HttpAnswer done = of_ghana.send("/propose", form);
    REQUIRE_MESSAGE(done.status == 303, done.body);
    CHECK(done.fields.at("location").find("/proposals/P3?done=") != std::string::npos);
    // Both want the same words now: one reading with two sponsors.
    PageReader at_desk(served, secretariat);
    CHECK(!says(at_desk.see("/desk"), "Readings that nearly agree"));
}

TEST_CASE("a revision of what is not there is refused by name") {
    ServedNegotiation served;
    submit_two(served);
    PageReader of_ghana(served, ghana);
    CHECK(of_ghana.see("/propose?revise=P9").status == 404);
    for (const char* query : {"words_of=P2&at=x&field=text", "words_of=P2&field=text",
                              "words_of=P2&at=00112233445566778899aabbccddeeff&field=number"}) {
        INFO(query);
        CHECK(of_ghana.see("/propose?revise=P1&" + std::string(query)).status == 400);
    }
    CHECK(of_ghana
              .see("/propose?revise=P1&words_of=P9&at=00112233445566778899aabbccddeeff&field=text")
              .status == 404);
}

TEST_CASE("sponsors are asked on their home whether to go to the words of another") {
    ServedNegotiation served;
    const std::string asked = "Words of 1 proposal of yours nearly agree with another";
    PageReader of_ghana(served, ghana);
    CHECK(!says(of_ghana.see(""), asked));
    submit_two(served);
    const HttpAnswer home = of_ghana.see("");
    CHECK(says(home, asked));
    CHECK(says(home, "/proposals/P1#near"));
    CHECK(!says(PageReader(served, peru).see(""), asked));
}
