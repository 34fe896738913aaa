// Forms of the desk: words that the Secretariat edits by name, and the fate of a text as a whole.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::PageReader;
using tests::says;
using tests::secretariat;
using tests::ServedNegotiation;

namespace {

// Sends a form of the desk.
HttpAnswer done_at_desk(PageReader& desk, const std::string& to, tests::Form form) {
    form.emplace_back("back", "/committees/under-test/desk");
    form.emplace_back("seen", tests::value_in(desk.see("/desk"), "seen"));
    return desk.send(to, form);
}

// The permanent id of the first provision that the forms of the desk offer behind some words.
std::string provision_called(const HttpAnswer& page, std::string_view label) {
    const std::size_t end = page.body.find("\">" + std::string(label) + "</option>");
    REQUIRE(end != std::string::npos);
    const std::size_t begin = page.body.rfind('"', end - 1) + 1;
    return page.body.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("the Secretariat edits words by name at the desk, and the desk lists them") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    const HttpAnswer before = desk.see("/desk");
    CHECK(says(before, "Nothing has been edited in this text."));
    const tests::Form form = {{"provision", provision_called(before, "article 2, paragraph 1")},
                              {"words_in", "en"},
                              {"words", "prevention"},
                              {"replacement", "share <all>"},
                              {"reason", "As in article 5"},
                              {"meeting", "out_of_session"},
                              {"authority", "The Chair"}};
    const HttpAnswer done = done_at_desk(desk, "/edits", form);
    CHECK_MESSAGE(done.status == 303, done.body);
    const HttpAnswer after = desk.see("/desk");
    CHECK(says(after, "<del>prevention</del> <ins>share &lt;all&gt;</ins>"));
    CHECK(says(after, "As in article 5"));
}

TEST_CASE("a text is agreed as a whole, submitted and approved at the desk, one after the other") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    CHECK(says(desk.see("/desk"), "Agree a text as a whole"));
    CHECK(!says(desk.see("/desk"), "Submit to the parent organ"));
    const HttpAnswer agreed = done_at_desk(desk, "/do/text.agree",
                                           {{"text", "T1"},
                                            {"meeting", "out_of_session"},
                                            {"authority", "The Committee, by consensus"}});
    CHECK_MESSAGE(agreed.status == 303, agreed.body);
    CHECK(!says(desk.see("/desk"), "Agree a text as a whole"));
    const HttpAnswer submitted = done_at_desk(
        desk, "/do/text.submit", {{"text", "T1"}, {"to", "General Assembly, 79th session"}});
    CHECK_MESSAGE(submitted.status == 303, submitted.body);
    const HttpAnswer approved =
        done_at_desk(desk, "/do/text.approve",
                     {{"text", "T1"}, {"resolution", "A/RES/79/1"}, {"adopted_on", "2022-01-05"}});
    CHECK_MESSAGE(approved.status == 303, approved.body);
    CHECK(!says(desk.see("/desk"), "Texts as a whole"));
}
