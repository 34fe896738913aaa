// Drafts and requests to co-sponsor over HTTP: what a delegation keeps to itself, up to its act.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/served_negotiation.h"

using namespace travaux;
using committee::Caller;
using committee::Capacity;
using tests::delegate_of;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::HttpFields;
using tests::ServedNegotiation;

namespace {

namespace json = boost::json;

const Caller ghana = delegate_of("person-GHA", "GHA");
const Caller norway = delegate_of("person-NOR", "NOR");
const Caller peru = delegate_of("person-PER", "PER");
constexpr auto secret_words = "An unheard of compromise";

json::object draft(const std::string& word) {
    return {{"title", secret_words},
            {"text", "T1"},
            {"reason", "As was said in the corridor"},
            {"parts",
             {{{"part", "text"},
               {"provision", "article 1"},
               {"text", "Each State Party " + word + " cooperate in good time."}}}}};
}

/// Somebody who asks below the address of the committee.
class Person {
public:
    Person(ServedNegotiation& served, Caller caller)
        : client_(served.port()), caller_(std::move(caller)) {}

    HttpAnswer ask(const std::string& method, const std::string& rest, const json::value& body) {
        HttpFields fields = tests::as(caller_);
        fields.emplace_back("Content-Type", "application/json");
        return client_.ask(method, ServedNegotiation::at(rest), fields, json::serialize(body));
    }

    HttpAnswer ask(const std::string& method, const std::string& rest) {
        return client_.ask(method, ServedNegotiation::at(rest), tests::as(caller_));
    }

private:
    HttpClient client_;
    Caller caller_;
};

json::value told(const HttpAnswer& answer) {
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return json::parse(answer.body);
}

std::string refused(const HttpAnswer& answer) {
    return std::to_string(answer.status) + " " +
           std::string(json::parse(answer.body).at("id").as_string());
}

std::string text_of(const json::value& value, const char* name) {
    return std::string(value.at(name).as_string());
}

}  // namespace

TEST_CASE("a draft becomes a proposal by its delegation's act alone, and is gone then") {
    ServedNegotiation served;
    Person of_ghana(served, ghana);
    Person of_norway(served, norway);
    const auto length = [&] { return tests::sure(served.store().length()); };
    const std::uint64_t before = length();
    const std::string at =
        "drafts/" + text_of(told(of_ghana.ask("POST", "drafts", draft("may"))), "id");
    CHECK(refused(of_norway.ask("GET", at)) == "404 private_draft.unknown");
    told(of_ghana.ask("POST", at + "/guests", {{"member", "NOR"}}));
    CHECK(told(of_norway.ask("GET", "drafts")).as_array().size() == 1);

    json::object changed = draft("will");
    CHECK(refused(of_norway.ask("PUT", at, changed)) == "409 private_draft.stale");
    changed["edition"] = 1;
    CHECK(told(of_norway.ask("PUT", at, changed)).at("edition") == 2);
    const json::value shown = told(of_ghana.ask("GET", at));
    CHECK(shown.at("parts") == changed.at("parts"));
    CHECK(text_of(shown, "member") == "GHA");

    const auto answer = [&](Person& who, const char* words, int edition) {
        return who.ask("POST", at + "/answer", {{"edition", edition}, {"answer", words}});
    };
    CHECK(refused(answer(of_norway, "perhaps", 2)) == "400 request.parameter_value");
    CHECK(refused(answer(of_norway, "agree", 1)) == "409 private_draft.stale");
    CHECK(refused(answer(of_ghana, "agree", 2)) == "409 private_draft.own");
    told(answer(of_norway, "agree", 2));
    CHECK(told(of_ghana.ask("GET", at)).at("agreed").at(0) == "NOR");
    CHECK(refused(of_norway.ask("POST", at + "/submit", {{"edition", 2}})) ==
          "403 private_draft.of_another");
    CHECK(refused(of_ghana.ask("POST", at + "/submit", {{"edition", 1}})) ==
          "409 private_draft.stale");
    CHECK(length() == before);
    const json::value receipt = told(of_ghana.ask("POST", at + "/submit", {{"edition", 2}}));
    CHECK(receipt.at("born").at(0) == "P1");
    CHECK(receipt.at("entry") == before);
    CHECK(length() == before + 1);
    CHECK(refused(of_ghana.ask("GET", at)) == "404 private_draft.unknown");
    CHECK(told(of_norway.ask("GET", "drafts")).as_array().empty());
    const json::value asked = told(of_norway.ask("GET", "sponsor_requests"));
    CHECK(text_of(asked.at(0), "proposal") == "P1");
    CHECK(text_of(asked.at(0), "from") == "GHA");
    const auto text = served.committee().text("T1");
    CHECK(tests::sure(text).find("will") != std::string::npos);
}

TEST_CASE("a draft that is refused as a proposal stays as it was") {
    ServedNegotiation served;
    Person of_ghana(served, ghana);
    json::object wrong = draft("may");
    wrong["parts"].as_array()[0].as_object()["provision"] = "article 99";
    const std::string at = "drafts/" + text_of(told(of_ghana.ask("POST", "drafts", wrong)), "id");
    const std::uint64_t before = tests::sure(served.store().length());
    CHECK(refused(of_ghana.ask("POST", at + "/submit", {{"edition", 1}})) == "404 label.unknown");
    CHECK(tests::sure(served.store().length()) == before);
    CHECK(told(of_ghana.ask("GET", at)).at("edition") == 1);
    told(of_ghana.ask("DELETE", at));
    CHECK(told(of_ghana.ask("GET", "drafts")).as_array().empty());
}

TEST_CASE("drafts are open to delegations that the record knows, and leave no trace elsewhere") {
    ServedNegotiation served;
    Person of_ghana(served, ghana);
    const std::string id = text_of(told(of_ghana.ask("POST", "drafts", draft("may"))), "id");
    for (const Capacity capacity : {Capacity::secretariat, Capacity::administrator,
                                    Capacity::translator, Capacity::visitor}) {
        Person other(served, {ghana.actor, capacity, "GHA"});
        CHECK(refused(other.ask("GET", "drafts")) == "403 rights.capacity");
        CHECK(refused(other.ask("GET", "drafts/" + id)) == "403 rights.capacity");
        CHECK(refused(other.ask("POST", "drafts", draft("may"))) == "403 rights.capacity");
        CHECK(refused(other.ask("GET", "sponsor_requests")) == "403 rights.capacity");
    }
    Person impostor(served, delegate_of("person-NOR", "GHA"));
    CHECK(refused(impostor.ask("GET", "drafts/" + id)) == "403 rights.not_accredited");
    HttpClient visitor(served.port());
    const HttpAnswer unknown = visitor.ask("GET", ServedNegotiation::at("drafts"));
    CHECK(refused(unknown) == "401 identity.unknown");

    Person secretariat(served, {ghana.actor, Capacity::secretariat, {}});
    for (const committee::View& view : committee::views()) {
        const auto shown = secretariat.ask("GET", "views/" + std::string(view.declaration.name));
        CHECK(shown.body.find(secret_words) == std::string::npos);
        CHECK(shown.body.find(id) == std::string::npos);
    }
    CHECK(visitor.ask("GET", "/metrics").body.find(secret_words) == std::string::npos);
}

TEST_CASE("who is asked to co-sponsor does so by their own act, or declines without a trace") {
    ServedNegotiation served;
    Person of_ghana(served, ghana);
    Person of_norway(served, norway);
    Person of_peru(served, peru);
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, "may").status == 200);
    const std::uint64_t before = tests::sure(served.store().length());
    const auto request = [](const char* proposal, const char* to) {
        return json::object{{"proposal", proposal}, {"to", to}, {"note", "As we said"}};
    };
    CHECK(refused(of_ghana.ask("POST", "sponsor_requests", request("P9", "NOR"))) ==
          "404 proposal.not_on_record");
    CHECK(refused(of_ghana.ask("POST", "sponsor_requests", request("P1", "XX"))) ==
          "404 member.unknown");
    CHECK(refused(of_norway.ask("POST", "sponsor_requests", request("P1", "PER"))) ==
          "403 rights.not_yours");
    const auto asked = told(of_ghana.ask("POST", "sponsor_requests", request("P1", "NOR")));
    const std::string at = "sponsor_requests/" + text_of(asked, "id");
    CHECK(told(of_norway.ask("GET", "sponsor_requests")).at(0).at("from") == "GHA");
    CHECK(told(of_peru.ask("GET", "sponsor_requests")).as_array().empty());
    CHECK(refused(of_peru.ask("POST", at + "/accept")) == "404 sponsor_request.unknown");
    CHECK(refused(of_ghana.ask("POST", at + "/accept")) == "404 sponsor_request.unknown");
    CHECK(tests::sure(served.store().length()) == before);

    told(of_norway.ask("POST", at + "/accept"));
    CHECK(tests::sure(served.store().length()) == before + 1);
    CHECK(told(of_ghana.ask("GET", "sponsor_requests")).as_array().empty());
    CHECK(refused(of_ghana.ask("POST", "sponsor_requests", request("P1", "NOR"))) ==
          "409 proposal.sponsor_already");

    const auto again = told(of_norway.ask("POST", "sponsor_requests", request("P1", "PER")));
    told(of_peru.ask("DELETE", "sponsor_requests/" + text_of(again, "id")));
    CHECK(told(of_norway.ask("GET", "sponsor_requests")).as_array().empty());
    CHECK(tests::sure(served.store().length()) == before + 1);
}
