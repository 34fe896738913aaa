// SPDX-License-Identifier: MIT
#include "site/said_parts.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "formats/import_text.h"

using namespace travaux;
using site::part_of;
using site::SaidPart;

namespace {

host::ConsolidatedText treaty() {
    host::ConsolidatedText result;
    result.draft = formats::import_text(
                       "# Treaty\n\n## Article 1\n\n1. States may act.\n\n2. They "
                       "tell each other.\n",
                       "a.md", text::Language::en)
                       ->draft;
    result.consolidated = consolidation::consolidate(result.draft, {}, text::Language::en);
    return result;
}

// The permanent id of the first provision with some words.
std::string id_of(const host::ConsolidatedText& text, std::string_view words) {
    for (const text::Provision& one : text.draft.provisions) {
        if (one.in(text::Language::en).text == words) return hex(one.id.bytes);
    }
    FAIL("no provision says " << words);
    return {};
}

std::string said(const SaidPart& part) { return boost::json::serialize(part_of(part, treaty())); }

}  // namespace

TEST_CASE("what is typed becomes a part, and what stays as it is becomes none") {
    const std::string id = id_of(treaty(), "States may act.");
    CHECK(said({"text", id, "States may act.", {}, {}}) == "null");
    CHECK(said({"text", id, "States\r\nmay  act.", {}, {}}) != "null");
    CHECK(said({"text", id, "", {}, {}}) == "null");
    CHECK(said({"text", id, "States shall act.", {}, {}}) ==
          R"({"part":"text","provision":")" + id + R"(","text":"States shall act."})");
    CHECK(said({"delete", id, "", {}, {}}) == R"({"part":"delete","provision":")" + id + R"("})");
    CHECK(said({"move", id, "", {}, {}}) == "null");
    CHECK(said({"move", id, "", {}, id}) == "null");
    CHECK(said({"text", std::string(32, '0'), "Words.", {}, {}}) == "null");
    CHECK(said({"replace_term", {}, "vessels", {}, "ships"}) ==
          R"({"part":"replace_term","term":"ships","with":"vessels"})");
}

TEST_CASE("a blank line splits a provision, a line end alone does not") {
    const std::string id = id_of(treaty(), "States may act.");
    CHECK(said({"split", id, "States may act.\r\n", {}, {}}) == "null");
    CHECK(said({"split", id, "States\r\nmay.\r\n\r\nThey act.", {}, {}}) ==
          R"({"part":"split","provision":")" + id + R"(","texts":["States may.","They act."]})");
}

TEST_CASE("a part that is typed is a proposal that the engine takes") {
    const auto on = treaty();
    const std::string id = id_of(on, "States may act.");
    for (const SaidPart& one :
         std::vector<SaidPart>{{"text", id, "States shall act.", {}, {}},
                               {"insert", id, "They act at once.", "1 bis.", {}},
                               {"delete", id, {}, {}, {}},
                               {"move", id, {}, {}, id_of(on, "They tell each other.")},
                               {"split", id, "States may.\n\nThey act.", {}, {}},
                               {"join", id, {}, {}, {}},
                               {"bracket", id, "may", {}, {}},
                               {"note", id, "See article 2.", {}, {}},
                               {"reserve", id, {}, {}, {}},
                               {"replace_term", {}, "Parties", {}, "States"}}) {
        INFO(one.kind);
        const auto part = part_of(one, on);
        REQUIRE(part.is_object());
        CHECK(site::proposal_of({part}, on));
        const auto typed_on = site::said_of(part, on);
        REQUIRE(typed_on);
        CHECK(part_of(*typed_on, on) == part);
    }
    CHECK(!site::said_of(boost::json::object{{"part", "delete"}, {"provision", "article 1"}}, on));
    CHECK(!site::proposal_of({boost::json::object{{"part", "delete"}, {"provision", "article 9"}}},
                             on));
}
