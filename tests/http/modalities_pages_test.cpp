// How a committee works, as everybody sees it and the Secretariat enters it.
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

constexpr const char* page = "/modalities";

// Sends a form as the page would, and expects it done.
void done(PageReader& desk, const std::string& address, tests::Form form) {
    form.emplace_back("back", std::string("/committees/under-test") + page);
    form.emplace_back("seen", tests::value_in(desk.see(page), "seen"));
    const HttpAnswer answer = desk.send(address, form);
    CHECK_MESSAGE(answer.status == 303, answer.body);
}

void approve(PageReader& desk) {
    done(desk, "/do/text.agree",
         {{"text", "T1"}, {"meeting", "M1"}, {"authority", "The Committee, by consensus"}});
    done(desk, "/do/text.submit", {{"text", "T1"}, {"to", "General Assembly"}});
    done(desk, "/do/text.approve",
         {{"text", "T1"}, {"resolution", "A/RES/75/282"}, {"adopted_on", "2021-05-10"}});
}

}  // namespace

TEST_CASE(
    "modalities take effect on the page, each thing with its source, and only once approved") {
    ServedNegotiation served("modalities");
    PageReader desk(served, secretariat());
    CHECK(says(desk.see(page), "no text of modalities is approved yet"));
    approve(desk);
    done(desk, page,
         {{"text", "T1"},
          {"languages", "fr"},
          {"languages", "es"},
          {"source_languages", "A/520/Rev.20, rule 51"},
          {"delegation_size_max", "2"},
          {"source_delegation_size_max", "A/RES/75/282, para. 5"},
          {"stakeholders", "attend"},
          {"source_stakeholders", "A/RES/75/282, para. 9"},
          {"session_gap_weeks_min", ""},
          {"source_session_gap_weeks_min", ""}});
    PageReader visitor(served, {});
    const HttpAnswer seen = visitor.see(page);
    CHECK(says(seen, "French, Spanish"));
    CHECK(says(seen, "A/520/Rev.20, rule 51"));
    CHECK(says(seen, "People in a delegation, at most"));
    CHECK(says(seen, "A/RES/75/282, para. 5"));
    CHECK(!says(seen, "Weeks between two sessions"));
    CHECK(!says(seen, "<form method=\"post\""));
}

TEST_CASE("a setting without its source is refused on a page, and nothing is entered") {
    ServedNegotiation served("modalities");
    PageReader desk(served, secretariat());
    approve(desk);
    const HttpAnswer refused = desk.send(page, {{"text", "T1"}, {"delegation_size_max", "2"}});
    CHECK(refused.status == 409);
    CHECK(says(refused, "People in a delegation, at most"));
    CHECK(says(desk.see(page), "No modalities are in force."));
}

TEST_CASE("the duty station and what names are in other languages are entered on the page") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    done(desk, "/do/committee.seat", {{"place", "Hanoi"}, {"zone", "Asia/Ho_Chi_Minh"}});
    CHECK(says(desk.see(page), "Asia/Ho_Chi_Minh"));
    done(desk, "/translations",
         {{"words", "Hanoi"}, {"in_fr", "Hanoï"}, {"in_ar", "هانوي"}, {"in_ru", ""}});
    CHECK(says(desk.see(page + std::string("?language=fr")), "<bdi>Hanoï</bdi>"));
    CHECK(says(desk.see(page), "<dd lang=\"ar\" dir=\"rtl\">هانوي</dd>"));
    const HttpAnswer refused =
        desk.send("/do/committee.seat", {{"place", "Hanoi"}, {"zone", "Moon"}});
    CHECK(refused.status >= 400);
}
