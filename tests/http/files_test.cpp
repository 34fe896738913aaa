// Word files over HTTP: understood without a trace, and submitted once they are confirmed.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/http/negotiated_file.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using committee::Caller;
using committee::Capacity;
using tests::file_of_ghana;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::HttpFields;
using tests::SentForm;
using tests::ServedNegotiation;

namespace {

namespace json = boost::json;

const Caller ghana = tests::delegate_of("person-GHA", "GHA");
const Caller secretariat{tests::person("Secretariat"), Capacity::secretariat, {}};

HttpAnswer post(ServedNegotiation& served, const Caller& caller, const std::string& rest,
                const SentForm& form, const HttpFields& more = {}) {
    HttpFields fields = tests::as(caller);
    fields.emplace_back("Content-Type", form.media_type());
    fields.insert(fields.end(), more.begin(), more.end());
    return HttpClient(served.port()).ask("POST", ServedNegotiation::at(rest), fields, form.body());
}

json::object told(const HttpAnswer& answer) {
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return json::parse(answer.body).as_object();
}

std::string refused(const HttpAnswer& answer) {
    return std::to_string(answer.status) + " " +
           std::string(json::parse(answer.body).at("id").as_string());
}

std::string text_of(const json::value& value) { return std::string(value.as_string()); }

SentForm with_file(const std::string& bytes, const std::string& name = "ghana.docx") {
    SentForm form;
    form.file("file", name, bytes);
    return form;
}

json::object report_on(ServedNegotiation& served, const std::string& bytes) {
    return told(post(served, ghana, "texts/T1/understand_file", with_file(bytes)));
}

// What somebody sends who confirms some changes of a report.
SentForm confirming(const std::string& bytes, const json::object& report,
                    const std::vector<std::size_t>& changes) {
    SentForm form = with_file(bytes);
    form.field("seen", text_of(report.at("seen")));
    for (const std::size_t one : changes) {
        form.field("change", text_of(report.at("changes").at(one).at("id")));
    }
    return form;
}

}  // namespace

TEST_CASE("a file is understood change by change, and nothing of it is taken in") {
    ServedNegotiation served;
    const std::uint64_t before = tests::sure(served.store().length());
    const json::object report = report_on(served, file_of_ghana());
    CHECK(report.at("file") == "ghana.docx");
    CHECK(report.at("sponsors").at("names") == json::array{"Ghana"});
    CHECK(report.at("sponsors").at("members") == json::array{"GHA"});
    CHECK(report.at("sponsors").at("source") == "author");
    CHECK_FALSE(report.contains("refusal"));
    const json::array& changes = report.at("changes").as_array();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].at("confidence") == "certain");
    CHECK(changes[0].at("place") == 4);
    CHECK(text_of(changes[0].at("sentences").at(0)) ==
          "article 1, paragraph 1: “shall” becomes “should”");
    CHECK(changes[0].at("part").at("part") == "text");
    CHECK(tests::sure(served.store().length()) == before);

    HttpFields french{{"Accept-Language", "fr"}};
    const auto in_french =
        told(post(served, ghana, "texts/T1/understand_file", with_file(file_of_ghana()), french));
    CHECK(text_of(in_french.at("changes").at(0).at("sentences").at(0)).find("devient") !=
          std::string::npos);
    CHECK(in_french.at("seen") == report.at("seen"));
}

TEST_CASE("what is confirmed of a file becomes a proposal, with the file for all to compare") {
    ServedNegotiation served;
    const std::string bytes = file_of_ghana();
    const json::object report = report_on(served, bytes);
    SentForm form = confirming(bytes, report, {0});
    form.field("reason", "As instructed");
    const auto receipt = told(post(served, ghana, "texts/T1/submit_file", form));
    CHECK(receipt.at("born").at(0) == "P1");
    const std::string text = tests::sure(served.committee().text("T1"));
    CHECK(text.find("[shall] [should – Ghana]") != std::string::npos);
    CHECK(text.find("data") == std::string::npos);

    HttpClient visitor(served.port());
    const auto proposals =
        json::parse(visitor.ask("GET", ServedNegotiation::at("views/proposals")).body);
    const std::string hash = text_of(proposals.at(0).at("file").at("hash"));
    const HttpAnswer body = visitor.ask("GET", ServedNegotiation::at("bodies/" + hash));
    CHECK(body.status == 200);
    CHECK(body.body == bytes);
    CHECK(body.fields.at("content-type").find("wordprocessingml") != std::string::npos);
    CHECK(body.fields.at("content-disposition") == "attachment");
}

TEST_CASE("nothing is submitted that was not confirmed, nor anything else than was seen") {
    ServedNegotiation served;
    const std::uint64_t before = tests::sure(served.store().length());
    const std::string bytes = file_of_ghana();
    const json::object report = report_on(served, bytes);
    const auto submit = [&](const SentForm& form) {
        return post(served, ghana, "texts/T1/submit_file", form);
    };
    CHECK(refused(submit(confirming(bytes, report, {}))) == "409 understanding.none_chosen");
    SentForm unknown = confirming(bytes, report, {0});
    unknown.field("change", "0123456789abcdef");
    CHECK(refused(submit(unknown)) == "404 understanding.change_unknown");
    const HttpAnswer other = submit(confirming(file_of_ghana("must"), report, {0}));
    CHECK(refused(other) == "409 understanding.not_as_seen");
    const auto anew = json::parse(other.body).at("report");
    CHECK(text_of(anew.at("changes").at(0).at("sentences").at(0)).find("must") !=
          std::string::npos);
    CHECK(tests::sure(served.store().length()) == before);
    told(submit(confirming(file_of_ghana("must"), anew.as_object(), {0})));
}

TEST_CASE("a text that was superseded after the report is reported anew, and not amended") {
    ServedNegotiation served;
    const std::string bytes = file_of_ghana();
    const json::object report = report_on(served, bytes);
    HttpFields fields = tests::as(secretariat);
    fields.emplace_back("Content-Type", "application/json");
    const auto published = HttpClient(served.port())
                               .ask("POST", ServedNegotiation::at("acts/text.publish"), fields,
                                    R"({"subject":"convention","kind":"revised_draft",)"
                                    R"("standing":"basis_of_work","mandate":"Decision 4",)"
                                    R"("supersedes":"T1","files":"next"})");
    REQUIRE_MESSAGE(published.status == 200, published.body);
    const HttpAnswer late =
        post(served, ghana, "texts/T1/submit_file", confirming(bytes, report, {0}));
    CHECK(refused(late) == "409 text.superseded");
    CHECK(json::parse(late.body).at("report").at("text") == "T2");
}

TEST_CASE("a file sent twice with one key is one proposal") {
    ServedNegotiation served;
    const std::string bytes = file_of_ghana();
    const SentForm form = confirming(bytes, report_on(served, bytes), {0, 1});
    const HttpFields key{{"Idempotency-Key", "once"}};
    const auto first = told(post(served, ghana, "texts/T1/submit_file", form, key));
    CHECK(told(post(served, ghana, "texts/T1/submit_file", form, key)) == first);
}

TEST_CASE("a file becomes a private draft, and goes beside the record when that is submitted") {
    ServedNegotiation served;
    const std::string bytes = file_of_ghana();
    const std::uint64_t before = tests::sure(served.store().length());
    SentForm form = confirming(bytes, report_on(served, bytes), {1});
    form.field("title", "On article 3");
    const std::string id = text_of(told(post(served, ghana, "texts/T1/draft_file", form)).at("id"));
    CHECK(tests::sure(served.store().length()) == before);
    const std::string at = ServedNegotiation::at("drafts/" + id);
    HttpClient client(served.port());
    const auto draft = json::parse(client.ask("GET", at, tests::as(ghana)).body);
    CHECK(draft.at("title") == "On article 3");
    CHECK(draft.at("file") == "ghana.docx");
    CHECK(draft.at("parts").as_array().size() == 1);
    CHECK(client.ask("GET", at + "/file", tests::as(ghana)).body == bytes);
    const Caller norway = tests::delegate_of("person-NOR", "NOR");
    CHECK(refused(client.ask("GET", at + "/file", tests::as(norway))) ==
          "404 private_draft.unknown");

    HttpFields fields = tests::as(ghana);
    fields.emplace_back("Content-Type", "application/json");
    told(client.ask("POST", at + "/submit", fields, R"({"edition":1})"));
    const auto proposals =
        json::parse(client.ask("GET", ServedNegotiation::at("views/proposals")).body);
    const std::string hash = text_of(proposals.at(0).at("file").at("hash"));
    CHECK(client.ask("GET", ServedNegotiation::at("bodies/" + hash)).body == bytes);
    CHECK(client.ask("GET", at + "/file", tests::as(ghana)).status == 404);
}

TEST_CASE("files are open to who may submit, and the Secretariat says for whom it acts") {
    ServedNegotiation served;
    const std::string bytes = file_of_ghana();
    for (const Capacity capacity : {Capacity::visitor, Capacity::administrator, Capacity::officer,
                                    Capacity::translator, Capacity::stakeholder}) {
        const Caller other{ghana.actor, capacity, "GHA"};
        CHECK(refused(post(served, other, "texts/T1/understand_file", with_file(bytes))) ==
              "403 rights.capacity");
        CHECK(refused(post(served, other, "texts/T1/submit_file", with_file(bytes))) ==
              "403 rights.capacity");
    }
    const json::object report = report_on(served, bytes);
    SentForm form = confirming(bytes, report, {0});
    CHECK(refused(post(served, secretariat, "texts/T1/submit_file", form)) ==
          "409 member.not_named");
    form.field("member", "KEN");
    form.field("consent", "Note verbale");
    told(post(served, secretariat, "texts/T1/submit_file", form));
    CHECK(tests::sure(served.committee().text("T1")).find("Kenya") != std::string::npos);
}

TEST_CASE("the wishes of several delegations in one file are a report and a proposal each") {
    ServedNegotiation served;
    const std::string bytes = file_of_ghana("should", "Mission of Kenya");
    const json::object all = report_on(served, bytes);
    CHECK(all.at("file") == "ghana.docx");
    CHECK(all.at("text") == "T1");
    const json::array& reports = all.at("reports").as_array();
    REQUIRE(reports.size() == 2);
    CHECK(reports[0].at("sponsors").at("names") == json::array{"Ghana"});
    CHECK(reports[1].at("sponsors").at("names") == json::array{"Kenya"});
    CHECK(reports[0].at("seen") != reports[1].at("seen"));
    const Caller kenya = tests::delegate_of("person-KEN", "KEN");
    told(post(served, ghana, "texts/T1/submit_file",
              confirming(bytes, reports[0].as_object(), {0})));
    SentForm mixed = with_file(bytes);
    mixed.field("seen", text_of(reports[1].at("seen")));
    mixed.field("change", text_of(reports[0].at("changes").at(0).at("id")));
    CHECK(refused(post(served, kenya, "texts/T1/submit_file", mixed)) ==
          "404 understanding.change_unknown");
    told(post(served, kenya, "texts/T1/submit_file",
              confirming(bytes, reports[1].as_object(), {0})));
    const std::string text = tests::sure(served.committee().text("T1"));
    CHECK(text.find("[should \xE2\x80\x93 Ghana]") != std::string::npos);
    CHECK(text.find("[data \xE2\x80\x93 Kenya]") != std::string::npos);

    SentForm of_ghana = with_file(bytes);
    of_ghana.field("author", "Mission of Ghana");
    const json::object report = told(post(served, ghana, "texts/T1/understand_file", of_ghana));
    CHECK(report.at("changes").as_array().size() == 1);
}

TEST_CASE("what one changes within another's insertion is submitted as an amendment to it") {
    ServedNegotiation served;
    docx::Document document;
    document.changes = {{docx::ChangeKind::insertion, "Mission of Ghana", {}, {}},
                        {docx::ChangeKind::deletion, "Mission of Kenya", {}, {}}};
    docx::Paragraph changed;
    changed.spans = {{"Each State Party shall ", {}},
                     {"always ", {0}},
                     {"fully ", {0, 1}},
                     {"cooperate in good time.", {}}};
    document.paragraphs = {tests::line("Article 1. Purpose"), changed};
    const std::string bytes = docx::write(document);
    const json::array reports = report_on(served, bytes).at("reports").as_array();
    REQUIRE(reports.size() == 2);
    CHECK(reports[1].at("amends") == reports[0].at("proposal"));
    const auto first = told(post(served, ghana, "texts/T1/submit_file",
                                 confirming(bytes, reports[0].as_object(), {0})));
    const Caller kenya = tests::delegate_of("person-KEN", "KEN");
    SentForm amending = confirming(bytes, reports[1].as_object(), {0});
    CHECK(refused(post(served, kenya, "texts/T1/submit_file", amending)) ==
          "409 understanding.amends_unsaid");
    amending.field("amends", text_of(first.at("born").at(0)));
    told(post(served, kenya, "texts/T1/submit_file", amending));
    const std::string text = tests::sure(served.committee().text("T1"));
    CHECK(text.find("[always [fully \xE2\x80\x93 Delete: Kenya] \xE2\x80\x93 Ghana, Kenya]") !=
          std::string::npos);
}

TEST_CASE("two who want the same of one place in a file are told apart") {
    ServedNegotiation served;
    docx::Document document;
    document.comments = {{"Mission of Ghana", {}, "Keep in square brackets"},
                         {"Mission of Kenya", {}, "Keep in square brackets"}};
    document.paragraphs = {tests::line("Article 1. Purpose"),
                           tests::line("Each State Party shall cooperate in good time.")};
    document.paragraphs.back().comments = {0, 1};
    const json::object all = report_on(served, docx::write(document));
    const json::array& reports = all.at("reports").as_array();
    REQUIRE(reports.size() == 2);
    for (const json::value& one : reports) {
        CHECK(one.at("changes").at(0).at("part").at("part") == "bracket");
    }
    CHECK(reports[0].at("seen") != reports[1].at("seen"));
}

TEST_CASE("a file of more proposals than a file may hold is refused before they are understood") {
    ServedNegotiation served;
    docx::Document document;
    for (int i = 0; i < 201; ++i) {
        document.paragraphs.push_back(tests::line("Proposal by Ghana:"));
        document.paragraphs.push_back(tests::line("Delete article 2"));
    }
    CHECK(refused(
              post(served, ghana, "texts/T1/understand_file", with_file(docx::write(document)))) ==
          "422 understanding.too_many_proposals");
}

TEST_CASE("a form that cannot be read is refused by name, before anything is read of the file") {
    ServedNegotiation served;
    const std::string at = "texts/T1/understand_file";
    const auto answer = [&](const SentForm& form) {
        return refused(post(served, ghana, at, form));
    };
    CHECK(answer(SentForm()) == "400 request.file_missing");
    CHECK(answer(with_file("no Word file")) == "422 docx.not_a_package");
    CHECK(answer(with_file(std::string((8U << 20U) + 1, 'x'))) == "413 request.file_too_large");
    SentForm odd = with_file(file_of_ghana());
    odd.field("rebase", "perhaps");
    CHECK(answer(odd) == "400 request.parameter_value");
    SentForm strange = with_file(file_of_ghana());
    strange.field("colour", "blue");
    CHECK(answer(strange) == "400 request.parameter_unknown");
    SentForm twice = with_file(file_of_ghana());
    twice.file("file", "again.docx", file_of_ghana());
    CHECK(answer(twice) == "400 request.parameter_twice");
    CHECK(refused(post(served, ghana, "texts/T9/understand_file", with_file(file_of_ghana()))) ==
          "404 text.unknown");
    HttpFields fields = tests::as(ghana);
    fields.emplace_back("Content-Type", "application/json");
    CHECK(refused(HttpClient(served.port()).ask("POST", ServedNegotiation::at(at), fields, "{}")) ==
          "415 request.media_type");
}
