// Drafts and requests to co-sponsor on pages: kept, shown to who is invited and nobody else,
// submitted.
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
constexpr auto secret_title = "An unheard of compromise";
constexpr auto secret_words = "Each State Party will cooperate in good time.";

Form words_of(PageReader& reader, const std::string& page = "/propose") {
    const HttpAnswer shown = reader.see(page);
    REQUIRE_MESSAGE(shown.status == 200, shown.body);
    return {{"text", "T1"},
            {"kind", "text"},
            {"provision", value_in(shown, "provision")},
            {"words", secret_words},
            {"title", secret_title},
            {"reason", "As was said\r\nin the corridor"}};
}

/// Keeps a draft of Ghana and returns its id.
std::string keep_draft(PageReader& of_ghana) {
    Form form = words_of(of_ghana);
    form.emplace_back("go", "keep");
    const HttpAnswer kept = of_ghana.send("/propose", form);
    REQUIRE_MESSAGE(kept.status == 303, kept.body);
    const std::string to = kept.fields.at("location");
    const std::string mark = "#draft-";
    REQUIRE(to.find(mark) != std::string::npos);
    return to.substr(to.find(mark) + mark.size());
}

}  // namespace

TEST_CASE("visitors who try proposals are asked to come again where two do, and nobody else is") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    PageReader visitor(served, std::nullopt);
    Form form = words_of(visitor);
    form.emplace_back("go", "show");
    CHECK(visitor.send("/propose", form).status == 200);
    auto& turns = served.committee().server().pages().turns_of_visitors();
    for (std::ptrdiff_t taken = 0; taken < site::visitors_at_once; ++taken) turns.acquire();
    const HttpAnswer next = visitor.send("/propose", form);
    CHECK(next.status == 503);
    CHECK(says(next, "too many requests are waiting"));
    CHECK(of_ghana.send("/propose", form).status == 200);
    turns.release();
    CHECK(visitor.send("/propose", form).status == 200);
    CHECK(visitor.send("/propose", form).status == 200);
}

TEST_CASE("a draft that is kept on a page is opened there again, and changes nothing on record") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    const std::uint64_t before = tests::sure(served.store().length());
    CHECK(says(of_ghana.see("/drafts"), "keeps no draft"));
    const std::string id = keep_draft(of_ghana);
    const HttpAnswer list = of_ghana.see("/drafts");
    CHECK(says(list, secret_title));
    CHECK(says(list, "will"));
    const HttpAnswer open = of_ghana.see("/propose?draft=" + id);
    CHECK(says(open, std::string(secret_words) + "</textarea>"));
    CHECK(value_in(open, "draft") == id);
    CHECK(value_in(open, "edition") == "1");

    Form form = words_of(of_ghana, "/propose?draft=" + id);
    form[3].second = "Each State Party can cooperate in good time.";
    form.insert(form.end(), {{"draft", id}, {"edition", "1"}, {"go", "keep"}});
    CHECK(of_ghana.send("/propose", form).status == 303);
    CHECK(tests::sure(served.store().length()) == before);
    CHECK(of_ghana.send("/drafts/" + id, {{"go", "erase"}}).status == 303);
    CHECK(says(of_ghana.see("/drafts"), "keeps no draft"));
    const HttpAnswer gone = of_ghana.send("/propose", form);
    CHECK(gone.status == 404);
    CHECK(says(gone, "there is no such draft"));
    CHECK(says(gone, form[3].second));
}

TEST_CASE(
    "of two who change a draft the second sees what the first wrote, and may keep the own words") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    const std::string id = keep_draft(of_ghana);
    Form form = words_of(of_ghana, "/propose?draft=" + id);
    form[3].second = "Each State Party can cooperate in good time.";
    form.insert(form.end(), {{"draft", id}, {"edition", "1"}, {"go", "keep"}});
    REQUIRE(of_ghana.send("/propose", form).status == 303);
    form[3].second = "Each State Party might cooperate in good time.";
    const HttpAnswer stale = of_ghana.send("/propose", form);
    CHECK(stale.status == 409);
    CHECK(says(stale, "it is at edition 2"));
    CHECK(says(stale, "What the draft says now:"));
    CHECK(says(stale, "replace “shall” with “can”"));
    CHECK(says(stale, form[3].second + "</textarea>"));
    REQUIRE(value_in(stale, "edition") == "2");
    form[7].second = "2";
    CHECK(of_ghana.send("/propose", form).status == 303);
    CHECK(says(of_ghana.see("/propose?draft=" + id), form[3].second + "</textarea>"));
}

TEST_CASE("a draft without a change is refused, and what was typed stays") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    Form form = words_of(of_ghana);
    form[3].second = "";
    form.emplace_back("go", "keep");
    const HttpAnswer refused = of_ghana.send("/propose", form);
    CHECK(refused.status == 422);
    CHECK(says(refused, "As was said"));
    CHECK(says(of_ghana.see("/drafts"), "keeps no draft"));
}

TEST_CASE(
    "neither a third delegation nor anybody else sees a draft, or is told that there is one") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    const std::string id = keep_draft(of_ghana);
    REQUIRE(of_ghana.send("/drafts/" + id, {{"go", "invite"}, {"member", "NOR"}}).status == 303);
    PageReader of_peru(served, peru);
    CHECK(says(of_peru.see("/drafts"), "keeps no draft"));
    for (const char* page : {"", "/drafts", "/proposals", "/text", "/entries", "/propose"}) {
        const HttpAnswer shown = of_peru.see(page);
        CHECK(shown.status == 200);
        CHECK(!says(shown, id));
        CHECK(!says(shown, secret_title));
    }
    CHECK(of_peru.see("/propose?draft=" + id).status == 404);
    for (const char* go : {"invite", "let_out", "agree", "decline", "erase", "submit"}) {
        INFO(go);
        const Form form{{"go", go}, {"member", "PER"}, {"edition", "1"}};
        CHECK(of_peru.send("/drafts/" + id, form).status == 404);
    }
    PageReader visitor(served, {});
    PageReader secretariat(served, Caller{ghana.actor, Capacity::secretariat, {}});
    PageReader impostor(served, delegate_of("person-NOR", "GHA"));
    for (PageReader* one : {&visitor, &secretariat, &impostor}) {
        for (const std::string& page : {std::string("/drafts"), "/propose?draft=" + id}) {
            const HttpAnswer refused = one->see(page);
            CHECK(refused.status == 403);
            CHECK(!says(refused, secret_title));
        }
        CHECK(one->send("/drafts/" + id, {{"go", "erase"}}).status == 403);
        CHECK(one->send("/sponsor_requests", {{"go", "ask"}}).status == 403);
        CHECK(!says(one->see(""), "waits for your answer"));
        CHECK(!says(one->see("/propose"), "value=\"keep\""));
    }
    CHECK(says(of_ghana.see("/drafts"), secret_title));
}

TEST_CASE("an invited delegation reads a draft, answers, and is asked once it is submitted") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    PageReader of_norway(served, norway);
    const std::string id = keep_draft(of_ghana);
    CHECK(!says(of_norway.see(""), "waits for your answer"));
    REQUIRE(of_ghana.send("/drafts/" + id, {{"go", "invite"}, {"member", "NOR"}}).status == 303);
    CHECK(of_ghana.send("/drafts/" + id, {{"go", "invite"}, {"member", "GHA"}}).status == 409);
    CHECK(of_ghana.send("/drafts/" + id, {{"go", "invite"}, {"member", "XX"}}).status == 404);
    CHECK(says(of_norway.see(""), "/drafts#draft-" + id));
    const HttpAnswer shown = of_norway.see("/drafts");
    CHECK(says(shown, secret_title));
    CHECK(says(shown, "will"));
    CHECK(!says(of_norway.see("/propose?draft=" + id), "value=\"submit\""));
    CHECK(says(of_ghana.see("/drafts"), "has not answered yet"));

    const Form agree{{"go", "agree"}, {"edition", "1"}};
    REQUIRE(of_norway.send("/drafts/" + id, agree).status == 303);
    CHECK(says(of_ghana.see("/drafts"), "would co-sponsor these words"));
    CHECK(!says(of_norway.see(""), "waits for your answer"));
    // It agreed to these words and to no others.
    Form changed = words_of(of_ghana, "/propose?draft=" + id);
    changed[3].second = "Each State Party can cooperate in good time.";
    changed.insert(changed.end(), {{"draft", id}, {"edition", "1"}, {"go", "keep"}});
    REQUIRE(of_ghana.send("/propose", changed).status == 303);
    CHECK(says(of_ghana.see("/drafts"), "has not answered yet"));
    CHECK(of_norway.send("/drafts/" + id, agree).status == 409);
    CHECK(of_norway.send("/drafts/" + id, {{"go", "submit"}, {"edition", "2"}}).status == 403);

    const std::uint64_t before = tests::sure(served.store().length());
    const HttpAnswer done = of_ghana.send("/drafts/" + id, {{"go", "submit"}, {"edition", "2"}});
    REQUIRE_MESSAGE(done.status == 303, done.body);
    CHECK(done.fields.at("location").ends_with("/proposals/P1?done=" + std::to_string(before)));
    CHECK(says(of_ghana.see("/drafts"), "keeps no draft"));
    CHECK(tests::sure(served.store().length()) == before + 1);
    const HttpAnswer asked = of_norway.see("/drafts");
    CHECK(says(of_norway.see(""), "/drafts#request-"));
    const Form accept{{"go", "accept"}, {"request", value_in(asked, "request")}};
    CHECK(of_norway.send("/sponsor_requests", accept).status == 303);
    CHECK(tests::sure(served.store().length()) == before + 2);
    CHECK(says(of_norway.see("/proposals/P1"), "<bdi>Ghana</bdi>, <bdi>Norway</bdi>"));
}

TEST_CASE("a draft that is open on the page is submitted as it stands there") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    const std::string id = keep_draft(of_ghana);
    const std::uint64_t before = tests::sure(served.store().length());
    Form form = words_of(of_ghana, "/propose?draft=" + id);
    form[3].second = "Each State Party can cooperate in good time.";
    form.insert(form.end(), {{"draft", id}, {"edition", "1"}, {"go", "submit"}});
    const HttpAnswer done = of_ghana.send("/propose", form);
    REQUIRE_MESSAGE(done.status == 303, done.body);
    CHECK(done.fields.at("location").ends_with("/proposals/P1?done=" + std::to_string(before)));
    CHECK(says(of_ghana.see("/proposals/P1"), "can"));
    CHECK(says(of_ghana.see("/drafts"), "keeps no draft"));
}

TEST_CASE("a delegation declines an invitation and a request, and nothing is on record") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    PageReader of_norway(served, norway);
    const std::string id = keep_draft(of_ghana);
    REQUIRE(of_ghana.send("/drafts/" + id, {{"go", "invite"}, {"member", "NOR"}}).status == 303);
    REQUIRE(of_norway.send("/drafts/" + id, {{"go", "decline"}}).status == 303);
    CHECK(!says(of_norway.see("/drafts"), secret_title));
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, "may").status == 200);
    const std::uint64_t before = tests::sure(served.store().length());
    CHECK(says(of_ghana.see("/proposals/P1"), "Ask another delegation to co-sponsor"));
    CHECK(!says(of_norway.see("/proposals/P1"), "Ask another delegation to co-sponsor"));
    const Form ask{{"go", "ask"}, {"proposal", "P1"}, {"to", "NOR"}, {"note", "<b>Please</b>"}};
    REQUIRE(of_ghana.send("/sponsor_requests", ask).status == 303);
    const HttpAnswer asked = of_norway.see("/drafts");
    CHECK(says(asked, "&lt;b&gt;Please&lt;/b&gt;"));
    const Form decline{{"go", "end"}, {"request", value_in(asked, "request")}};
    REQUIRE(of_norway.send("/sponsor_requests", decline).status == 303);
    CHECK(of_norway.send("/sponsor_requests", decline).status == 404);
    CHECK(of_norway.send("/sponsor_requests", {{"go", "dance"}}).status == 400);
    CHECK(tests::sure(served.store().length()) == before);
}

TEST_CASE("changes that are ready stay while another place or kind is chosen") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    Form form = words_of(of_ghana);
    form.emplace_back("go", "add");
    const HttpAnswer ready = of_ghana.send("/propose", form);
    REQUIRE(ready.status == 200);
    const std::string parts = value_in(ready, "parts");
    CHECK(parts.find("will") != std::string::npos);
    const Form elsewhere{{"text", "T1"},
                         {"kind", "note"},
                         {"provision", value_in(ready, "provision")},
                         {"reason", value_in(ready, "reason")},
                         {"parts", "[{\"part\":\"delete\",\"provision\":\"" +
                                       value_in(ready, "provision") + "\"}]"}};
    const HttpAnswer other = of_ghana.send("/propose", elsewhere);
    CHECK(other.status == 200);
    CHECK(says(other, "value=\"drop:0\""));
    CHECK(says(other, "As was said"));
}
