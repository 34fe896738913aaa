// What is for some is told to nobody else: every page that a server has, as everybody, is looked at
// for it, with its head.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "record/export.h"
#include "record/signed_note.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using committee::Caller;
using committee::Capacity;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::HttpFields;
using tests::ServedNegotiation;

namespace {

namespace json = boost::json;

constexpr auto secret_title = "Zinnober compromise";
constexpr auto secret_words = "Nobody outside may read of heliotrope.";

// Somebody of each capacity, as the negotiation has them, and one of the public.
std::vector<Caller> everybody() {
    std::vector<Caller> all;
    for (const Capacity capacity : committee::all_of<Capacity>()) {
        const bool speaks = capacity == Capacity::delegate || capacity == Capacity::head;
        all.push_back(speaks ? Caller{tests::person("person-PER"), capacity, "PER"}
                             : Caller{tests::person("somebody"), capacity, {}});
    }
    return all;
}

// Addresses of a committee, with the places that a view, a text or a file may stand in filled.
std::vector<std::string> addresses(ServedNegotiation& served, const std::string& committee) {
    const record::SigningKey key{"example.org/committee", {1}};
    tests::ForgetfulMemory memory;
    tests::sure(served.committee().served().committee().sign(std::span(&key, 1), memory));
    const std::string api = "/api/v1/committees/" + committee + "/";
    std::vector<std::string> all = {api + "live?after=0", api + "drafts", api + "sponsor_requests",
                                    api + "texts/T2"};
    for (const char* form : {"text", "html", "json", "akoma_ntoso"}) {
        all.push_back(api + "texts/T1?form=" + form);
    }
    const std::map<std::string, std::string> filled = {
        {"paper", "W1"}, {"member", "NOR"}, {"session", "S1"}, {"text", "T1"}, {"object", "W1"}};
    for (const committee::View& view : committee::views()) {
        std::string path = api + "views/";
        path.append(view.declaration.name);
        char before = '?';
        for (const auto& field : view.fields) {
            const auto found = filled.find(field.name);
            if (found == filled.end()) continue;
            path.append(1, before).append(field.name).append("=").append(found->second);
            before = '&';
        }
        all.push_back(std::move(path));
    }
    tests::sure(
        record::write_export(served.store(), [&](const std::string& name, std::string_view) {
            all.push_back("/committees/" + committee + "/record/" + name);
            if (name.starts_with("bodies/")) {
                all.push_back(api + "bodies/" + name.substr(name.rfind('/') + 1));
            }
            return Result<void>();
        }));
    return all;
}

std::string whole(const HttpAnswer& answer) {
    std::string text = std::to_string(answer.status) + "\n";
    for (const auto& [name, value] : answer.fields) {
        if (name != "date") text.append(name).append(": ").append(value).append("\n");
    }
    return text + "\n" + answer.body;
}

// Everything that somebody is told: pages, and why their acts are refused.
std::map<std::string, std::string> told(std::uint16_t port, const std::string& committee,
                                        const std::vector<std::string>& pages,
                                        const Caller& caller) {
    HttpClient client(port);
    HttpFields head = tests::as(caller);
    std::map<std::string, std::string> all;
    for (const std::string& address : pages) {
        all[address] = whole(client.ask("GET", address, head));
    }
    head.emplace_back("Content-Type", "application/json");
    for (const committee::Act& act : committee::acts()) {
        const std::string address =
            "/api/v1/committees/" + committee + "/acts/" + std::string(act.declaration.name);
        all[address] = whole(client.ask("POST", address, head, R"({"nothing":"of this kind"})"));
    }
    return all;
}

HttpAnswer post(std::uint16_t port, const Caller& caller, const std::string& rest,
                const json::object& body) {
    HttpFields head = tests::as(caller);
    head.emplace_back("Content-Type", "application/json");
    return HttpClient(port).ask("POST", ServedNegotiation::at(rest), head, json::serialize(body));
}

const json::object secret_draft{
    {"title", secret_title},
    {"text", "T1"},
    {"reason", secret_words},
    {"parts", {{{"part", "text"}, {"provision", "article 1"}, {"text", secret_words}}}}};

}  // namespace

TEST_CASE("drafts and requests to co-sponsor change not a byte of what anybody else is told") {
    ServedNegotiation served;
    const Caller ghana = tests::delegate_of("person-GHA", "GHA");
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, "may").status == 200);
    served.hear_all();
    const auto pages = addresses(served, "under-test");
    const auto all_told = [&] {
        std::vector<std::map<std::string, std::string>> all;
        for (const Caller& caller : everybody()) {
            all.push_back(told(served.port(), "under-test", pages, caller));
        }
        return all;
    };
    const auto before = all_told();
    REQUIRE(post(served.port(), ghana, "drafts", secret_draft).status == 200);
    const json::object request{{"proposal", "P1"}, {"to", "NOR"}, {"note", secret_words}};
    REQUIRE(post(served.port(), ghana, "sponsor_requests", request).status == 200);
    const auto after = all_told();
    for (std::size_t i = 0; i < before.size(); ++i) {
        INFO(committee::name_of(everybody()[i].capacity));
        for (const auto& [address, text] : before[i]) {
            INFO(address);
            CHECK(after[i].at(address) == text);
        }
    }
}

TEST_CASE("of a paper for the Bureau nobody else is told a word, on no page and in no head") {
    ServedNegotiation served;
    const json::object paper{
        {"title", secret_title}, {"body", secret_words}, {"distribution", "bureau"}};
    const Caller secretariat{tests::person("somebody"), Capacity::secretariat, {}};
    REQUIRE(post(served.port(), secretariat, "acts/paper.circulate", paper).status == 200);
    const auto pages = addresses(served, "under-test");
    const auto known = told(served.port(), "under-test", pages, secretariat);
    bool is_known = false;
    for (const auto& [address, text] : known) is_known |= text.find("heliotrope") != text.npos;
    CHECK(is_known);
    for (const Caller& caller : everybody()) {
        if (caller.capacity == Capacity::secretariat) continue;
        INFO(committee::name_of(caller.capacity));
        for (const auto& [address, text] : told(served.port(), "under-test", pages, caller)) {
            INFO(address);
            CHECK(text.find("Zinnober") == std::string::npos);
            CHECK(text.find("heliotrope") == std::string::npos);
        }
    }
}

TEST_CASE("every view is open over HTTP to the capacities that it declares, and to no other") {
    ServedNegotiation served;
    HttpClient client(served.port());
    for (const committee::View& view : committee::views()) {
        for (const Caller& caller : everybody()) {
            INFO(view.declaration.name << " as " << committee::name_of(caller.capacity));
            const HttpAnswer answer = client.ask(
                "GET", ServedNegotiation::at("views/" + std::string(view.declaration.name)),
                tests::as(caller));
            const bool is_open =
                std::ranges::find(view.declaration.who, caller.capacity,
                                  &committee::Right::capacity) != view.declaration.who.end();
            const bool is_refused =
                answer.status != 200 && answer.body.find("rights.capacity") != std::string::npos;
            CHECK(is_refused == !is_open);
            if (is_refused) CHECK(answer.status == 403);
        }
    }
}

TEST_CASE("of two committees on one server neither tells a byte of the other") {
    ServedNegotiation first;
    storage::MemoryStore store;
    const record::SigningKey key{"example.org/other", {2}};
    tests::sure(host::KeptCommittee::open_record(store, 0, record::verifier_of(key)));
    const auto kept = tests::sure(host::KeptCommittee::open(
        store, [] { return std::int64_t{1}; }, [] { return record::Salt{}; }, &store));
    // Its second entry is news for who asks what came after the first.
    const json::object mandate{{"resolution", "A/RES/1"},
                               {"adopted_on", "1970-01-01"},
                               {"title", "Title"},
                               {"purpose", "Purpose"},
                               {"parent_organ", "Organ"}};
    tests::sure(kept->act({{{}, Capacity::secretariat, {}}, "committee.found", mandate, {}, {}}));
    const auto other = tests::sure(http::ServedCommittee::open({"other", store, *kept}));
    const tests::ServedForTest both({other.get(), &first.committee().served()});
    const Caller ghana = tests::delegate_of("person-GHA", "GHA");
    const auto pages = addresses(first, "other");
    const auto of_other = [&] {
        auto all = told(both.port(), "other", pages, ghana);
        for (const auto& [address, text] :
             told(both.port(), "other", pages, {{}, Capacity::secretariat, {}})) {
            all["secretariat " + address] = text;
        }
        return all;
    };
    const auto before = of_other();
    HttpClient client(both.port());
    REQUIRE(tests::submit(client, ghana, "zinnober").status == 200);
    REQUIRE(post(both.port(), ghana, "drafts", secret_draft).status == 200);
    CHECK(of_other() == before);
    for (const auto& [address, text] : before) {
        INFO(address);
        CHECK(text.find("State Party") == std::string::npos);
        if (address.find("/bodies/") != std::string::npos) CHECK(text.starts_with("404"));
    }
}
