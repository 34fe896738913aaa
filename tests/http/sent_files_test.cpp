// Word files sent to the program itself as it serves, on a database in a file and on PostgreSQL.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <chrono>

#include "record/verify.h"
#include "storage/database.h"
#include "tests/corpus.h"
#include "tests/http/negotiated_file.h"
#include "tests/http/served_process.h"
#include "tests/record/sample_record.h"
#include "tests/scenario.h"
#include "tests/scratch.h"
#include "tests/storage/postgres_server.h"
#include "tests/word_file.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpFields;
using tests::SentForm;
using tests::ServedProcess;
using tests::sure;

namespace {

namespace json = boost::json;

// A committee with a text before it, in a database.
void play_negotiation(const std::string& location) {
    const auto store = sure(storage::open_database(location, storage::Access::create));
    tests::CommitteeUnderTest committee(*store);
    const auto played =
        tests::play(tests::project_folder() / "tests/scenarios/given/negotiation.txt", committee);
    REQUIRE(played.findings.empty());
}

HttpAnswer send(const ServedProcess& server, const std::string& rest, const SentForm& form) {
    return server.ask("POST", ServedProcess::at(rest), {{"Content-Type", form.media_type()}},
                      form.body());
}

std::string refused(const HttpAnswer& answer) {
    return std::to_string(answer.status) + " " +
           std::string(json::parse(answer.body).at("id").as_string());
}

SentForm with_file(const std::string& bytes) {
    SentForm form;
    form.file("file", "sent.docx", bytes);
    return form;
}

std::string paragraphs(std::size_t count) {
    std::string body;
    for (std::size_t i = 0; i < count; ++i) body += "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
    return tests::word_file(tests::word_parts(body));
}

// A file is understood, submitted, and there after another start.
void send_and_start_again(const std::string& location, const tests::Scratch& scratch) {
    play_negotiation(location);
    const std::string bytes = tests::file_of_ghana();
    std::string hash;
    {
        ServedProcess server(location, (scratch / "keys").string());
        server.found();
        SentForm form = with_file(bytes);
        const HttpAnswer told = send(server, "texts/T1/understand_file", form);
        REQUIRE_MESSAGE(told.status == 200, told.body);
        const json::value report = json::parse(told.body);
        form.field("seen", std::string(report.at("seen").as_string()));
        form.field("change", std::string(report.at("changes").at(0).at("id").as_string()));
        form.field("member", "GHA");
        form.field("consent", "Note verbale");
        const HttpAnswer done = send(server, "texts/T1/submit_file", form);
        REQUIRE_MESSAGE(done.status == 200, done.body);
        const auto proposals =
            json::parse(server.ask("GET", ServedProcess::at("views/proposals")).body);
        hash = proposals.at(0).at("file").at("hash").as_string();
        CHECK(server.stop() == 0);
    }
    // Other accounts: where there are some, nobody is told how to make the first.
    ServedProcess server(location, (scratch / "accounts").string());
    CHECK(server.ask("GET", ServedProcess::at("bodies/" + hash)).body == bytes);
    CHECK(server.ask("GET", ServedProcess::at("texts/T1?form=docx")).status == 200);
}

}  // namespace

TEST_CASE("a file that is sent to the program is understood, submitted, and there after a start") {
    const tests::Scratch scratch;
    send_and_start_again((scratch / "c.db").string(), scratch);
}

TEST_CASE("on PostgreSQL a file that is sent is understood and submitted as in a file") {
    if (!tests::has_postgres("sent Word files")) return;
    const tests::Scratch scratch;
    tests::PostgresServer postgres;
    send_and_start_again(postgres.fresh_database(), scratch);
}

TEST_CASE("hostile files get one refusal each, in time, and the server goes on") {
    const tests::Scratch scratch;
    const std::string location = (scratch / "c.db").string();
    play_negotiation(location);
    ServedProcess server(location, (scratch / "keys").string());
    server.found();
    const std::string whole = tests::file_of_ghana();
    auto huge = tests::word_parts("<w:p/>");
    huge["word/media/image1.png"] = std::string(40U << 20U, '\0');
    const auto answer = [&](const std::string& bytes) {
        return refused(send(server, "texts/T1/understand_file", with_file(bytes)));
    };
    const auto begun = std::chrono::steady_clock::now();
    CHECK(answer("") == "422 docx.not_a_package");
    CHECK(answer(whole.substr(0, whole.size() / 2)) == "422 docx.not_a_package");
    CHECK(answer(tests::word_file(huge)) == "422 docx.too_large");
    CHECK(answer(tests::word_file(tests::word_parts("<w:p/>"), "secret")) == "422 docx.encrypted");
    CHECK(answer(paragraphs(50'001)) == "422 understanding.too_long");
    const std::string text(200'000, '[');
    CHECK(send(server, "texts/T1/understand_file",
               with_file(tests::word_file(
                   tests::word_parts("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"))))
              .status == 200);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(120));
    CHECK(server.ask("GET", "/healthz").status == 200);
}
