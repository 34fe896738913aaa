// SPDX-License-Identifier: MIT
#include "site/said_parts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "consolidation/consolidate.h"
#include "formats/import_text.h"

using namespace travaux;
using site::parts_of;
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

std::string said(const SaidPart& part) { return boost::json::serialize(parts_of(part, treaty())); }

}  // namespace

TEST_CASE("what is typed becomes a part, and what stays as it is becomes none") {
    const std::string id = id_of(treaty(), "States may act.");
    CHECK(said({"text", id, "States may act.", {}, {}}) == "[]");
    CHECK(said({"text", id, "States\r\nmay  act.", {}, {}}) != "[]");
    CHECK(said({"text", id, "", {}, {}}) == "[]");
    CHECK(said({"text", id, "States shall act.", {}, {}}) ==
          R"([{"part":"text","provision":")" + id + R"(","text":"States shall act."}])");
    CHECK(said({"delete", id, "", {}, {}}) == R"([{"part":"delete","provision":")" + id + R"("}])");
    CHECK(said({"move", id, "", {}, {}}) == "[]");
    CHECK(said({"move", id, "", {}, id}) == "[]");
    CHECK(said({"text", std::string(32, '0'), "Words.", {}, {}}) == "[]");
    CHECK(said({"replace_term", {}, "vessels", {}, "ships"}) ==
          R"([{"part":"replace_term","term":"ships","with":"vessels"}])");
}

TEST_CASE("a blank line splits a provision, a line end alone does not") {
    const std::string id = id_of(treaty(), "States may act.");
    CHECK(said({"split", id, "States may act.\r\n", {}, {}}) == "[]");
    CHECK(said({"split", id, "States\r\nmay.\r\n\r\nThey act.", {}, {}}) ==
          R"([{"part":"split","provision":")" + id + R"(","texts":["States may.","They act."]}])");
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
        const auto parts = parts_of(one, on);
        REQUIRE(parts.size() == 1);
        CHECK(site::proposal_of(parts, on));
        const auto typed_on = site::said_of(parts.front(), on);
        REQUIRE(typed_on);
        CHECK(parts_of(*typed_on, on) == parts);
    }
    CHECK(!site::said_of(boost::json::object{{"part", "delete"}, {"provision", "article 1"}}, on));
    CHECK(!site::proposal_of({boost::json::object{{"part", "delete"}, {"provision", "article 9"}}},
                             on));
}

TEST_CASE(
    "words that go on behind a blank line are new provisions, with the numbers they begin with") {
    const auto on = treaty();
    const std::string id = id_of(on, "They tell each other.");
    const std::string words =
        "They tell each other:\r\n\r\n(a)\tat once;\r\n\r\n(b) in writing.\r\n\r\n3. They act.";
    const auto parts = parts_of({"text", id, words, {}, {}}, on);
    REQUIRE(parts.size() == 4);
    CHECK(parts[0].at("text") == "They tell each other:");
    const auto proposal = site::proposal_of(parts, on);
    REQUIRE(proposal);
    std::vector<std::string> said;
    for (const auto& part : proposal->parts) {
        const auto* insert = std::get_if<consolidation::InsertPart>(&part);
        if (insert == nullptr) continue;
        for (const auto& one : insert->provisions) {
            said.push_back(one.wording.number + "|" + one.wording.text);
        }
    }
    CHECK(said == std::vector<std::string>{"(a)|at once;", "(b)|in writing.", "3.|They act."});
}

TEST_CASE("a new article is written with its heading and its paragraphs") {
    const auto on = treaty();
    const auto article = std::ranges::find(on.draft.provisions, text::ProvisionKind::article,
                                           &text::Provision::kind);
    REQUIRE(article != on.draft.provisions.end());
    const auto parts = parts_of({"insert", hex(article->id.bytes),
                                 "1. They meet.\n\n2. They decide.", "Article 1 bis", "Meetings"},
                                on);
    REQUIRE(parts.size() == 1);
    const auto& fresh = parts[0].at("new");
    CHECK(fresh.at("kind") == "article");
    CHECK(fresh.at("number") == "Article 1 bis");
    CHECK(fresh.at("heading") == "Meetings");
    CHECK(fresh.at("provisions").as_array().size() == 2);
    CHECK(site::proposal_of(parts, on));
}

TEST_CASE("what changes is shown in the words themselves") {
    const auto on = treaty();
    const std::string id = id_of(on, "States may act.");
    CHECK(site::tracked_words({"text", id, "States may <not> act.", {}, {}}, on) ==
          "States may <ins>&lt;not&gt;</ins> act.");
    CHECK(site::tracked_words({"text", id, "States shall act.", {}, {}}, on) ==
          "States <del>may</del> <ins>shall</ins> act.");
    CHECK(site::tracked_words({"text", id, "States may act.", {}, {}}, on).empty());
    CHECK(site::tracked_words({"note", id, "See article 2.", {}, {}}, on).empty());
}
