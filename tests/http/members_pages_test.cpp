// Members, groups, officers and facilitators, as everybody sees them and the Secretariat enters
// them.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using tests::delegate_of;
using tests::HttpAnswer;
using tests::PageReader;
using tests::says;
using tests::secretariat;
using tests::ServedNegotiation;

namespace {

std::string person_id(const char* name) { return hex(tests::person(name).bytes); }

}  // namespace

TEST_CASE("members are listed by name, with their regional groups") {
    ServedNegotiation served;
    PageReader visitor(served, {});
    const HttpAnswer page = visitor.see("/members");
    REQUIRE(page.status == 200);
    CHECK(says(page, "<h1>Members and officers</h1>"));
    CHECK(says(page, "Ghana"));
    CHECK(says(page, "African States"));
    CHECK(page.body.find("Ghana") < page.body.find("Norway"));
}

TEST_CASE("the Secretariat enters a group, an officer and their leaving on the page") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    HttpAnswer page = desk.see("/members");
    REQUIRE(says(page, "Enter a group"));
    const auto done = [&](const std::string& act, tests::Form form) {
        form.emplace_back("back", "/committees/under-test/members");
        form.emplace_back("seen", tests::value_in(desk.see("/members"), "seen"));
        const HttpAnswer answer = desk.send("/do/" + act, form);
        CHECK_MESSAGE(answer.status == 303, answer.body);
    };
    done("group.declare",
         {{"group", "friends"}, {"name", "Friends"}, {"members", "GHA"}, {"members", "NOR"}});
    done("officer.enter", {{"office", "vice_chair"},
                           {"person", person_id("somebody-new")},
                           {"member", "NOR"},
                           {"meeting", "out_of_session"},
                           {"authority", "election by acclamation"}});
    page = desk.see("/members");
    CHECK(says(page, "Friends"));
    CHECK(says(page, "election by acclamation"));
    const std::string officer = tests::value_in(page, "officer");
    done("officer.leave", {{"officer", officer}, {"reason", "another post"}});
    CHECK(!says(desk.see("/members"), "election by acclamation"));
}

TEST_CASE("a State is admitted on the page, and a membership ends") {
    ServedNegotiation served;
    PageReader desk(served, secretariat());
    const auto seen = [&] { return tests::value_in(desk.see("/members"), "seen"); };
    const std::string back = "/committees/under-test/members";
    const HttpAnswer admitted = desk.send("/members", {{"code", "RUR"},
                                                       {"name", "Ruritania"},
                                                       {"status", "member_state"},
                                                       {"group", "asia_pacific"},
                                                       {"from", ""},
                                                       {"back", back},
                                                       {"seen", seen()}});
    CHECK_MESSAGE(admitted.status == 303, admitted.body);
    CHECK(says(desk.see("/members"), "Ruritania"));
    CHECK(desk.send("/do/member.end",
                    {{"member", "RUR"}, {"until", "2030-01-01"}, {"back", back}, {"seen", seen()}})
              .status == 303);
    CHECK(says(desk.see("/members"), "until 1 January 2030"));
}

TEST_CASE("nobody else sees the forms, nor may they be sent") {
    ServedNegotiation served;
    for (const auto& who :
         {std::optional<committee::Caller>(), std::optional(delegate_of("person-GHA", "GHA"))}) {
        PageReader reader(served, who);
        const HttpAnswer page = reader.see("/members");
        CHECK(page.status == 200);
        CHECK(!says(page, "/do/"));
        CHECK(!says(page, "Admit a member"));
        CHECK(reader.send("/members", {{"code", "RUR"}, {"name", "Ruritania"}}).status >= 400);
    }
}
