// Notices by e-mail and one's own calendars over HTTP, from outside.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/served_accounts.h"

using namespace travaux;
using tests::AccountsServed;
using tests::any_password;
using tests::HttpAnswer;
using tests::HttpFields;
using tests::now_ms;
using tests::sure;

namespace {

boost::json::value json_of(const HttpAnswer& answer) { return boost::json::parse(answer.body); }

std::string text_at(const HttpAnswer& answer, const char* key) {
    return std::string(json_of(answer).at(key).as_string());
}

bool has(const HttpAnswer& answer, const std::string& words) {
    return answer.body.find(words) != std::string::npos;
}

// A committee, its Secretariat, and a translator called Ama.
struct Served {
    AccountsServed served;

    Served() {
        served.found();
        const boost::json::object mandate{{"resolution", "A/RES/74/247"},
                                          {"adopted_on", "2019-12-27"},
                                          {"title", "Committee"},
                                          {"purpose", "To elaborate"},
                                          {"parent_organ", "General Assembly"}};
        const auto founded =
            served.post("committees/treaty/acts/committee.found", mandate, in("secretariat"));
        REQUIRE(founded.status == 200);
        const auto link =
            served.post("invitations", {{"committee", "treaty"}, {"capacity", "translator"}},
                        in("secretariat"));
        REQUIRE(link.status == 200);
        const auto taken = served.post(
            "accept",
            {{"secret", text_at(link, "secret")},
             {"person",
              {{"address", "ama@example.org"}, {"name", "Ama"}, {"password", any_password}}}});
        REQUIRE(taken.status == 200);
    }

    HttpFields in(const std::string& name) { return served.in(name); }
    HttpAnswer get(const std::string& path, const HttpFields& fields = {}) {
        return served.ask("GET", path, fields);
    }
    std::string account_of(const std::string& name) {
        return text_at(get("/api/v1/account", in(name)), "id");
    }
};

}  // namespace

TEST_CASE("somebody chooses on their page how often they are told, and programs see it") {
    Served all;
    const HttpFields ama = all.in("ama");
    CHECK(has(all.get("/account", ama), "<option value=\"daily\" selected>"));
    CHECK(all.served.send_form("/account/notices", "frequency=weekly", ama).status == 303);
    CHECK(has(all.get("/account?language=fr", ama), "<option value=\"weekly\" selected>"));
    CHECK(has(all.get("/account?language=fr", ama), "Une fois par semaine"));
    CHECK(text_at(all.get("/api/v1/notices", ama), "frequency") == "weekly");
    CHECK(all.served.post("notices", {{"frequency", "at_once"}}, ama).status == 200);
    CHECK(text_at(all.get("/api/v1/notices", ama), "frequency") == "at_once");
    const auto wrong = all.served.send_form("/account/notices", "frequency=hourly", ama);
    CHECK(wrong.status == 422);
    const boost::json::object elsewhere{
        {"frequency", "daily"},
        {"committees", {{{"committee", "another"}, {"frequency", "never"}}}}};
    CHECK(text_at(all.served.post("notices", elsewhere, ama), "id") == "notice.choice_malformed");
    CHECK(all.get("/api/v1/notices").status == 401);
}

TEST_CASE("the link that ends notices needs no log-in, and changes nothing when it is looked at") {
    Served all;
    const std::string account = all.account_of("ama");
    const std::string path =
        "/unsubscribe/" + sure(all.served.outbox().unsubscribing(account, {}, sha256("chance")));
    const auto shown = all.get(path + "?language=en");
    CHECK(shown.status == 200);
    CHECK(has(shown, "<form method=\"post\""));
    using access::NoticeFrequency;
    CHECK(sure(all.served.outbox().choice(account)).frequency == NoticeFrequency::daily);
    // As a program of mail does it: RFC 8058.
    CHECK(all.served.send_form(path, "List-Unsubscribe=One-Click").status == 200);
    CHECK(sure(all.served.outbox().choice(account)).frequency == NoticeFrequency::never);
    CHECK(all.get(path + "x").status == 404);
    CHECK(all.served.send_form("/unsubscribe/abc.def", "").status == 404);
}

TEST_CASE("the Secretariat and administrators see the outbox, and nobody else") {
    Served all;
    access::Message message;
    message.account = all.account_of("ama");
    message.notices = {{"treaty/7", access::NoticeKind::text_published, "treaty", "T1", {}, {}}};
    message.made_ms = message.next_ms = now_ms;
    sure(all.served.outbox().send_link("one", message));
    message.notices.front().committee = "another";
    sure(all.served.outbox().send_link("two", message));
    const auto waiting = [&](const std::string& name) {
        return json_of(all.get("/api/v1/outbox", all.in(name))).at("waiting").as_array().size();
    };
    CHECK(waiting("admin") == 2);
    CHECK(waiting("secretariat") == 1);
    CHECK(text_at(all.get("/api/v1/outbox", all.in("ama")), "id") == "account.not_open");
    CHECK(all.get("/api/v1/outbox").status == 401);
    const auto page = all.get("/outbox", all.in("secretariat"));
    CHECK(has(page, "Text published"));
    CHECK(has(page, "<td>Ama</td>"));
    CHECK(all.get("/outbox", all.in("ama")).status == 403);
    CHECK(has(all.get("/account", all.in("secretariat")), "href=\"/outbox\""));
    CHECK_FALSE(has(all.get("/account", all.in("ama")), "href=\"/outbox\""));
}

TEST_CASE("an invitation and a recovery go out by mail, and their secrets with them alone") {
    Served all;
    const auto link = all.served.post("invitations",
                                      {{"committee", "treaty"},
                                       {"capacity", "officer"},
                                       {"address", "new@example.org"},
                                       {"language", "ru"}},
                                      all.in("secretariat"));
    REQUIRE(link.status == 200);
    const auto recovery =
        all.served.post("recoveries", {{"account", all.account_of("ama")}}, all.in("admin"));
    REQUIRE(recovery.status == 200);
    const auto due = sure(all.served.outbox().due(now_ms));
    REQUIRE(due.ids.size() == 2);
    std::vector<std::string> secrets;
    for (const std::string& id : due.ids) {
        const auto claimed = sure(all.served.outbox().claim(id, now_ms));
        REQUIRE(claimed);
        secrets.push_back(*claimed->message.notices.front().secret);
        sure(all.served.outbox().finish(*claimed, {access::Attempt::Outcome::sent, {}, now_ms}));
    }
    std::ranges::sort(secrets);
    std::vector<std::string> given = {text_at(link, "secret"), text_at(recovery, "secret")};
    std::ranges::sort(given);
    CHECK(secrets == given);
    for (const auto& [id, sent] :
         sure(all.served.outbox().messages(access::MessageStanding::sent, 10))) {
        CHECK_FALSE(sent.notices.front().secret);
    }
    const auto listed = all.get("/api/v1/outbox", all.in("admin"));
    CHECK(has(listed, "new@example.org"));
    for (const std::string& secret : given) CHECK_FALSE(has(listed, secret));
    const auto wrong = all.served.post(
        "invitations", {{"committee", "treaty"}, {"capacity", "officer"}, {"address", "nobody"}},
        all.in("secretariat"));
    CHECK(text_at(wrong, "id") == "account.address_malformed");
}

TEST_CASE("without a server of mail nobody is offered notices, and an address is refused") {
    Served all;
    all.served.account_service().outbox = nullptr;
    CHECK_FALSE(has(all.get("/account", all.in("ama")), "id=\"notices\""));
    CHECK(text_at(all.get("/api/v1/notices", all.in("ama")), "id") == "notice.no_mail");
    const auto wrong = all.served.post(
        "invitations",
        {{"committee", "treaty"}, {"capacity", "officer"}, {"address", "new@example.org"}},
        all.in("secretariat"));
    CHECK(text_at(wrong, "id") == "notice.no_mail");
    CHECK(json_of(all.get("/api/v1/committees/treaty/invitations", all.in("secretariat")))
              .as_array()
              .empty());
}

TEST_CASE("a calendar of one's own is read by its address alone, until the address is ended") {
    Served all;
    const HttpFields ama = all.in("ama");
    const auto made = all.served.post("calendars", {{"committee", "treaty"}}, ama);
    REQUIRE(made.status == 200);
    const std::string path = "/api/v1/committees/treaty/calendars/" + text_at(made, "secret");
    const auto calendar = all.get(path);
    CHECK(calendar.status == 200);
    CHECK(has(calendar, "BEGIN:VCALENDAR"));
    CHECK(calendar.fields.at("cache-control") == "no-store");
    CHECK(all.get(path + "0").status == 404);
    CHECK(json_of(all.get("/api/v1/calendars", ama)).as_array().size() == 1);
    CHECK_FALSE(has(all.get("/api/v1/calendars", ama), text_at(made, "secret")));
    CHECK(text_at(all.served.post("calendars", {{"committee", "another"}}, ama), "id") ==
          "account.no_such_role");
    const std::string id = text_at(made, "id");
    CHECK(all.served.ask("DELETE", "/api/v1/calendars/" + id, all.in("secretariat")).status == 404);
    CHECK(all.served.send_form("/account/feeds/" + id + "/end", "", ama).status == 303);
    CHECK(all.get(path).status == 404);
    const auto page = all.served.send_form("/account/feeds", "committee=treaty", ama);
    CHECK(has(page, "https://treaty.example.org/api/v1/committees/treaty/calendars/"));
    const std::string account = all.account_of("ama");
    CHECK(all.served.ask("DELETE", "/api/v1/accounts/" + account, all.in("admin")).status == 200);
}
