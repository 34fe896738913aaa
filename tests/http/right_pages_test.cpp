// What pages offer to whom: each capacity sees the forms of acts that it may do, and no others.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "committee/described.h"
#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"
#include "tests/rights_table.h"

using namespace travaux;
using committee::Caller;
using committee::Capacity;
using tests::HttpAnswer;
using tests::PageReader;
using tests::person;
using tests::says;
using tests::ServedNegotiation;

namespace {

using Names = std::set<std::string>;

// Forms that are no act by their own address: by how that ends, the act that they do.
constexpr auto acts_of_addresses = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"/edits", "text.edit"},
    {"/members", "member.admit"},
    {"/modalities", "modalities.apply"},
    {"/translations", "translation.enter"},
    {"/sessions", "session.plan"},
    {"/dates", "session.fix_dates"},
    {"/calls", "call.open"},
    {"/agenda", "agenda.propose"},
    {"/work", "work.organize"},
    {"/documents", "document.add_version"},
    {"/file", "proposal.submit"},
    {"/screen/words", "proposal.submit"},
});

std::string act_at(const std::string& address, const HttpAnswer& page) {
    const std::string of_act = "/do/";
    if (const auto at = address.find(of_act); at != std::string::npos) {
        return address.substr(at + of_act.size());
    }
    // Everybody sees there what a proposal would do; the button submits it.
    if (address.ends_with("/propose")) {
        return says(page, "value=\"submit\"") ? "proposal.submit" : "";
    }
    for (const auto& [end, act] : acts_of_addresses) {
        if (address.ends_with(end)) return std::string(act);
    }
    return address;  // the tables know no such act
}

// The acts whose forms a page has.
Names offered(PageReader& reader, const std::string& path) {
    const HttpAnswer page = reader.see(path);
    Names acts;
    if (page.status == 403) return acts;
    REQUIRE_MESSAGE(page.status == 200, path);
    const std::string form = "<form";
    for (auto at = page.body.find(form); at != std::string::npos;
         at = page.body.find(form, at + 1)) {
        const std::string head = page.body.substr(at, page.body.find('>', at) - at);
        if (head.find("method=\"post\"") == std::string::npos) continue;
        const std::size_t first = head.find("action=\"") + 8;
        acts.insert(act_at(head.substr(first, head.find('"', first) - first), page));
    }
    acts.erase("");
    return acts;
}

std::string listed(const Names& names) {
    std::string text;
    for (const std::string& one : names) text += one + " ";
    return text;
}

struct Somebody {
    std::string who;
    std::optional<Caller> caller;

    [[nodiscard]] std::string capacity() const {
        return std::string(committee::name_of(caller ? caller->capacity : Capacity::visitor));
    }
};

// As `capacities.txt` has them.
std::vector<Somebody> everybody() {
    std::vector<Somebody> all = {
        {"the public", {}},
        {"a sponsor", Caller{person("person-GHA"), Capacity::delegate, "GHA"}},
        {"another delegate", Caller{person("person-KEN"), Capacity::delegate, "KEN"}},
        {"a head of delegation", Caller{person("person-KEN-head"), Capacity::head, "KEN"}},
        {"an observer", Caller{person("person-HOLY"), Capacity::delegate, "HOLY"}},
        {"a stakeholder", Caller{person("person-stakeholder"), Capacity::stakeholder, "CABLE"}},
        {"the Chair", Caller{person("person-chair"), Capacity::officer, {}}},
        {"a facilitator", Caller{person("person-facilitator"), Capacity::facilitator, {}}},
    };
    for (const auto& [who, capacity] :
         {std::pair("the Secretariat", Capacity::secretariat),
          std::pair("a translator", Capacity::translator),
          std::pair("a language coordinator", Capacity::language_coordinator),
          std::pair("an administrator", Capacity::administrator)}) {
        all.push_back({who, Caller{person("somebody"), capacity, {}}});
    }
    return all;
}

std::string of_panel(PageReader& reader) {
    const HttpAnswer text = reader.see("/text");
    const std::size_t at = text.body.find("phrase=p-");
    REQUIRE(at != std::string::npos);
    return "/text?" + text.body.substr(at, text.body.find_first_of("\"&#", at) - at);
}

}  // namespace

TEST_CASE("no page shows anybody the form of an act that their capacity may not do") {
    ServedNegotiation served("capacities");
    const tests::RightsTable table = tests::rights_table();
    Names seen;
    for (const Somebody& one : everybody()) {
        PageReader reader(served, one.caller);
        const bool is_at_desk = one.who == "the Chair" || one.who == "the Secretariat";
        std::vector<std::string> pages = {
            "",          "/desk?laws=checked",    "/texts",       "/proposals", "/proposals/P1",
            "/text",     "/proposals/P3",         "/propose",     "/file",      "/documents",
            "/calendar", "/documents/A/AC.300/2", "/sessions/S1", "/plan",      "/resources",
            "/screen",   of_panel(reader),        "/entries",     "/entries/3", "/search?q=shall",
            "/members",  "/contributions",        "/modalities",
        };
        for (const std::string& page : pages) {
            for (const std::string& act : offered(reader, page)) {
                INFO(one.who << " sees " << act << " at " << page);
                // Neither is on record: where the screen is, and whom a delegation asks.
                if (act.ends_with("/screen/place") || act.ends_with("/sponsor_requests")) {
                    CHECK((act.ends_with("place") ? is_at_desk : one.who == "a sponsor"));
                    continue;
                }
                const auto row = table.find(act);
                REQUIRE(row != table.end());
                CHECK(row->second.contains(one.capacity()));
                seen.insert(act);
            }
        }
    }
    // The pages are not looked at in vain.
    CHECK(seen.size() >= 25);
}

TEST_CASE("the desk and the page of a proposal offer to each what they may do there") {
    ServedNegotiation served("capacities");
    Names chair = {"decision.reverse",  "meeting.close",    "meeting.open",
                   "meeting.suspend",   "proposal.adopt",   "proposal.drop",
                   "provision.adopt",   "provision.agree",  "provision.agree_ad_referendum",
                   "provision.bracket", "provision.reopen", "text.agree"};
    Names secretariat = chair;
    secretariat.insert({"text.edit", "text.publish"});
    const std::map<std::string, Names> at_desk = {{"the Chair", chair},
                                                  {"the Secretariat", secretariat}};
    const Names of_delegates = {"position.state", "proposal.co_sponsor"};
    // Of P1, which Ghana brought. Asking others to co-sponsor is on no record.
    const std::map<std::string, Names> on_proposal = {
        {"a sponsor", {"/committees/under-test/sponsor_requests", "proposal.withdraw"}},
        {"another delegate", of_delegates},
        {"a head of delegation", of_delegates},
        {"an observer", {"position.state"}},
    };
    const auto expected = [](const std::map<std::string, Names>& all, const std::string& who) {
        const auto found = all.find(who);
        return found == all.end() ? Names{} : found->second;
    };
    for (const Somebody& one : everybody()) {
        INFO(one.who);
        PageReader reader(served, one.caller);
        const Names desk = expected(at_desk, one.who);
        CHECK(reader.see("/desk").status == (desk.empty() ? 403 : 200));
        CHECK(listed(offered(reader, "/desk?laws=checked")) == listed(desk));
        CHECK(listed(offered(reader, "/proposals/P1")) == listed(expected(on_proposal, one.who)));
        // Of what is decided names neither come nor go.
        CHECK(listed(offered(reader, "/proposals/P3")).empty());
        const bool submits = one.who == "a sponsor" || one.who == "another delegate" ||
                             one.who == "a head of delegation" || one.who == "the Secretariat";
        CHECK(offered(reader, "/propose").contains("proposal.submit") == submits);
        CHECK(offered(reader, "/file").contains("proposal.submit") == submits);
        CHECK(says(reader.see("/propose"), "/log_in\">Log in</a></p>") == !one.caller);
    }
}

TEST_CASE("whoever has not the right reverses no decision, from whatever page") {
    ServedNegotiation served("capacities");
    const auto may = tests::rights_table().at("decision.reverse");
    const std::uint64_t before = tests::sure(served.store().length());
    for (const Somebody& one : everybody()) {
        if (may.contains(one.capacity())) continue;
        INFO(one.who);
        PageReader reader(served, one.caller);
        for (const char* page : {"", "/text", "/proposals/P3", "/entries", "/desk"}) {
            CHECK(!says(reader.see(page), "/do/decision.reverse"));
        }
        const HttpAnswer refused = reader.send("/do/decision.reverse", {{"decision", "D1"},
                                                                        {"meeting", "M1"},
                                                                        {"authority", "Ourselves"},
                                                                        {"reason", "It suits us"}});
        CHECK(refused.status == 403);
        CHECK(says(refused, "Nothing has been entered"));
    }
    CHECK(tests::sure(served.store().length()) == before);
}
