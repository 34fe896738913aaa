// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>

#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/scratch.h"

using namespace travaux;

TEST_CASE("travaux document writes what the record says, in a language and a form") {
    const tests::ScratchFolder scratch;
    const auto path = [&](const char* name) { return (scratch.path / name).string(); };
    std::ofstream(path("acts.jsonl"))
        << R"({"at":"2020-01-06T15:00Z","as":"secretariat","act":"committee.found","fields":)"
        << R"({"resolution":"A/RES/74/247","adopted_on":"2019-12-27","title":"Committee on Cables",)"
        << R"("purpose":"To write it","parent_organ":"General Assembly of the United Nations"}})"
        << "\n"
        << R"({"as":"secretariat","act":"session.plan","gives":["S1"],"fields":{"title":)"
        << R"("First session","kind":"negotiating","words":"January","standing":"tentative"}})"
        << "\n";
    REQUIRE(tests::run({"play", path("acts.jsonl"), "--into", path("c.db"), "--keys", path("keys")})
                .exit_code == 0);
    const auto french =
        tests::run({"document", path("c.db"), "session_report", "--language", "fr"});
    REQUIRE_MESSAGE(french.exit_code == 0, french.err);
    CHECK(french.out.find("<html lang=\"fr\"") != std::string::npos);
    CHECK(french.out.find("Assemblée générale") != std::string::npos);
    CHECK(tests::run({"document", path("c.db"), "session_report", "--form", "docx", "--into",
                      path("report.docx")})
              .exit_code == 0);
    CHECK(tests::bytes_of(path("report.docx")).starts_with("PK"));
    CHECK(tests::run({"document", path("c.db"), "session_report", "--date", "soon"}).err ==
          "travaux: soon is no date such as 2022-03-24\n");
    CHECK(tests::run({"document", path("c.db"), "provisional_agenda"}).err ==
          "travaux: no agenda of S1 is on record\n");
}
