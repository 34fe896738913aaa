// Documents that are written from the record, asked for over HTTP.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "docx/read.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using committee::Capacity;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedNegotiation;

namespace {

HttpAnswer get(ServedNegotiation& served, const std::string& rest) {
    return HttpClient(served.port()).ask("GET", ServedNegotiation::at("written_documents/" + rest));
}

std::string refused(const HttpAnswer& answer) {
    return std::to_string(answer.status) + " " +
           std::string(boost::json::parse(answer.body).at("id").as_string());
}

void act(ServedNegotiation& served, const std::string& name, const std::string& fields) {
    tests::HttpFields head = tests::as({tests::person("Secretariat"), Capacity::secretariat, {}});
    head.emplace_back("Content-Type", "application/json");
    const auto done =
        HttpClient(served.port()).ask("POST", ServedNegotiation::at("acts/" + name), head, fields);
    REQUIRE_MESSAGE(done.status == 200, done.body);
}

}  // namespace

TEST_CASE("a document is written for whoever asks, as page, Word file or PDF, in their language") {
    ServedNegotiation served;
    served.committee().server().convert_with(
        [](std::string_view file, const std::stop_token& /*stop*/) -> Result<std::string> {
            return "%PDF-of " + std::string(file.substr(0, 2));
        });
    CHECK(refused(get(served, "session_report")).ends_with("paper.no_session"));
    act(served, "session.plan",
        R"({"title":"First session","kind":"negotiating","words":"January","standing":"tentative"})");
    const HttpAnswer page = get(served, "session_report?language=fr&session=");
    REQUIRE_MESSAGE(page.status == 200, page.body);
    CHECK(page.fields.at("content-language") == "fr");
    CHECK(page.fields.at("content-security-policy").find("style-src 'sha256-") !=
          std::string::npos);
    CHECK(page.body.find("Première session") != std::string::npos);
    const HttpAnswer file = get(served, "session_report?form=docx&language=en&symbol=A/AC.1/L.3");
    CHECK(file.fields.at("content-disposition") ==
          "attachment; filename=\"A-AC.1-L.3-session_report-en.docx\"");
    CHECK(tests::sure(docx::read(file.body, "answer.docx")).properties.subject == "A/AC.1/L.3");
    const HttpAnswer pdf = get(served, "session_report?form=pdf&language=en");
    CHECK(pdf.body == "%PDF-of PK");
    CHECK(pdf.fields.at("content-type") == "application/pdf");
}

TEST_CASE("what is asked of a document and does not exist is refused by name") {
    ServedNegotiation served;
    for (const char* rest : {"minutes", "session_report?form=txt", "session_report?language=xx",
                             "session_report?date=tomorrow"}) {
        CHECK(refused(get(served, rest)) == "400 request.parameter_value");
    }
    CHECK(refused(get(served, "session_report?colour=red")) == "400 request.parameter_unknown");
    CHECK(refused(get(served, "session_report?session=S7")) == "404 session.unknown");
}
