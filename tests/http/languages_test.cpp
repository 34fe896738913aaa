// In which language a server answers: by the account, by what the request asks for, by the address
// of a page.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/served_accounts.h"

using namespace travaux;
using namespace travaux::tests;

namespace {

boost::json::object json_of(const HttpAnswer& answer) {
    return boost::json::parse(answer.body).as_object();
}

std::string message_of(const HttpAnswer& answer) {
    return std::string(json_of(answer).at("message").as_string());
}

HttpFields with_language(HttpFields fields, const char* accepted) {
    fields.emplace_back("Accept-Language", accepted);
    return fields;
}

bool has(const HttpAnswer& answer, std::string_view words) {
    return answer.body.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a refusal is in the language that the request asks for") {
    AccountsServed served;
    const auto refusal = [&](const char* accepted) {
        return served.ask("GET", "/api/v1/committees/none/texts/T1", with_language({}, accepted));
    };
    const HttpAnswer french = refusal("fr-CA, en;q=0.5");
    CHECK(french.status == 404);
    CHECK(message_of(french) == "il n’existe pas de comité none ici");
    CHECK(french.fields.at("content-language") == "fr");
    CHECK(french.fields.at("vary").find("Accept-Language") != std::string::npos);
    CHECK(message_of(refusal("ar")).find("\u2068none\u2069") != std::string::npos);
    CHECK(message_of(refusal("de, *;q=0.1")) == "there is no committee none here");
    // What is refused before anybody knows a route is, too.
    const HttpAnswer nowhere = served.ask("GET", "/nowhere", with_language({}, "ru"));
    CHECK(nowhere.fields.at("content-language") == "ru");
    CHECK(json_of(nowhere).at("id").as_string() == "request.path_unknown");
}

TEST_CASE("who is logged in is answered in the language of the account") {
    AccountsServed served;
    served.found();
    const HttpFields cookie = served.in("secretariat");
    const auto act = [&](const HttpFields& fields) {
        return served.post("committees/treaty/acts/letter.send", boost::json::object{}, fields);
    };
    CHECK(act(with_language(cookie, "es")).fields.at("content-language") == "es");
    CHECK(served.post("language", {{"language", "tlh"}}, cookie).status == 422);
    CHECK(served.post("language", {{"language", "zh"}}, cookie).status == 200);
    CHECK(act(with_language(cookie, "es")).fields.at("content-language") == "zh");
    CHECK(json_of(served.ask("GET", "/api/v1/account", cookie)).at("language").as_string() == "zh");
    const HttpAnswer account = served.ask("GET", "/account", with_language(cookie, "es"));
    CHECK(has(account, "<html lang=\"zh\" dir=\"ltr\">"));
    CHECK(has(account, "秘书处，treaty"));
    // A cookie that is not good any more tells no language.
    const HttpFields stale = {{"Cookie", "__Host-travaux=00"}};
    CHECK(act(with_language(stale, "ru")).fields.at("content-language") == "ru");
}

TEST_CASE("a rule is cited in the language of the refusal") {
    AccountsServed served;
    served.found();
    const HttpFields cookie = served.in("secretariat");
    const auto act = [&](const char* name, const boost::json::object& fields) {
        return served.post(std::string("committees/treaty/acts/") + name, fields,
                           with_language(cookie, "es"));
    };
    REQUIRE(act("committee.found", {{"resolution", "R"},
                                    {"adopted_on", "2019-12-27"},
                                    {"title", "T"},
                                    {"purpose", "P"},
                                    {"parent_organ", "O"}})
                .status == 200);
    REQUIRE(act("member.admit",
                {{"seats", {{{"code", "GHA"}, {"name", "Ghana"}, {"status", "member_state"}}}}})
                .status == 200);
    const auto refused = json_of(act("delegation.accredit", {{"member", "GHA"}}));
    CHECK(refused.at("rule").as_string() == "A/520/Rev.20, artículo 100");
}

TEST_CASE("a page is in the language that its address names, and so is what it leads to") {
    AccountsServed served;
    const std::string path = "/accept/" + served.link() + "?language=ar";
    const HttpAnswer page = served.ask("GET", path, with_language({}, "fr"));
    CHECK(has(page, "<html lang=\"ar\" dir=\"rtl\">"));
    CHECK(page.fields.at("content-language") == "ar");
    CHECK(has(page, "action=\"" + path + "\""));
    const std::string russian = "&#1056;&#1091;&#1089;&#1089;&#1082;&#1080;&#1081;";
    CHECK(has(page, "<a href=\"?language=ru\" lang=\"ru\" dir=\"ltr\" hreflang=\"ru\">" + russian +
                        "</a>"));
    CHECK(has(
        page,
        "<a href=\"?language=ar\" lang=\"ar\" dir=\"rtl\" hreflang=\"ar\" aria-current=\"true\">"));
    const HttpAnswer wrong = served.send_form(path, "administrator_name=A");
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "<p role=\"alert\">هذا ليس عنوان بريد إلكتروني</p>"));
    const HttpAnswer made = served.send_form(
        path,
        "administrator_name=A&administrator_address=admin%40example.org&"
        "administrator_password=correct+horse+battery&secretariat_name=S&"
        "secretariat_address=s%40example.org&secretariat_password=correct+horse+battery");
    CHECK(made.fields.at("location") == "/account?language=ar");
    // The account has the language of the page on which it was made.
    const HttpFields cookie = {{"Cookie", AccountsServed::cookie_in(made)}};
    CHECK(has(served.ask("GET", "/account", cookie), "<html lang=\"ar\" dir=\"rtl\">"));
    const HttpAnswer english = served.ask("GET", "/account?language=en", cookie);
    CHECK(has(english, "Always use this language"));
    CHECK(served.send_form("/language?language=en", "", cookie).status == 303);
    const HttpAnswer kept = served.ask("GET", "/account", cookie);
    CHECK(has(kept, "<html lang=\"en\" dir=\"ltr\">"));
    CHECK_FALSE(has(kept, "Always use this language"));
    CHECK(has(served.ask("GET", "/log_in?language=%22%3E", with_language({}, "fr")),
              "<html lang=\"fr\" dir=\"ltr\">"));
}

TEST_CASE("a letter is a document in the language that is asked for") {
    AccountsServed served;
    served.found();
    const HttpFields cookie = served.in("secretariat");
    const auto letter = [&](const std::string& query, const HttpFields& fields) {
        return served.ask("GET", "/api/v1/committees/treaty/letters/reminder/C1/GHA" + query,
                          fields);
    };
    CHECK(letter("?language=fr", {}).status == 403);
    CHECK(letter("?language=xx", cookie).status == 400);
    const HttpAnswer none = letter("?language=fr", with_language(cookie, "fr"));
    CHECK(json_of(none).at("id").as_string() == "letter.not_due");
    for (const auto& [name, fields] : std::vector<std::pair<std::string, boost::json::object>>{
             {"committee.found",
              {{"resolution", "R"},
               {"adopted_on", "2019-12-27"},
               {"title", "Committee"},
               {"purpose", "P"},
               {"parent_organ", "O"}}},
             {"member.admit",
              {{"seats", {{{"code", "GHA"}, {"name", "Ghana"}, {"status", "member_state"}}}}}},
             {"call.open",
              {{"subject", "<Proposals>"},
               {"deadline", "2023-11-20T18:00+01:00[Europe/Vienna]"},
               {"reminders", {14}}}}}) {
        INFO(name);
        const auto done = served.post("committees/treaty/acts/" + name, fields, cookie);
        INFO(done.body);
        REQUIRE(done.status == 200);
    }
    const HttpAnswer french = letter("?language=fr", cookie);
    INFO(french.body);
    REQUIRE(french.status == 200);
    CHECK(has(french, "<html lang=\"fr\" dir=\"ltr\">"));
    CHECK(has(french, "&lt;Proposals&gt;"));
    CHECK(has(french, "20 novembre 2023 à 18:00 (Europe/Vienna)"));
    CHECK(french.fields.at("content-language") == "fr");
    CHECK(french.fields.at("content-disposition") == "attachment; filename=\"C1-GHA-fr.html\"");
    const HttpAnswer arabic = letter("?language=ar&form=text", cookie);
    CHECK(arabic.fields.at("content-type") == "text/plain; charset=utf-8");
    CHECK(has(arabic, "تشرين الثاني/نوفمبر"));
    CHECK(arabic.fields.at("etag") != french.fields.at("etag"));
    HttpFields again = cookie;
    again.emplace_back("If-None-Match", french.fields.at("etag"));
    CHECK(letter("?language=fr", again).status == 304);
}
