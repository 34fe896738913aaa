// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>

#include "tests/command.h"
#include "tests/scratch.h"

using namespace travaux;

TEST_CASE("a committee is played up to one of its files, and no further") {
    const tests::Scratch folder;
    std::filesystem::create_directories(folder / "acts");
    std::ofstream(folder / "acts/01-mandate.jsonl")
        << R"({"at":"2020-01-06T15:00Z","as":"secretariat","act":"committee.found","fields":)"
        << R"({"resolution":"A/RES/74/247","adopted_on":"2019-12-27","title":"Committee on Cables",)"
        << R"("purpose":"To write it","parent_organ":"General Assembly of the United Nations"}})"
        << "\n";
    std::ofstream(folder / "acts/02-plan.jsonl")
        << R"({"as":"secretariat","act":"session.plan","gives":["S1"],"fields":{"title":)"
        << R"("First session","kind":"negotiating","words":"January","standing":"tentative"}})"
        << "\n";
    const auto play = [&](const char* last, const char* into) {
        return tests::run({"play", (folder / "acts").string(), "--until", last, "--into",
                           (folder / into).string(), "--keys", (folder / into).string() + ".keys"});
    };
    // A record begins with an entry of its own.
    CHECK(play("01-mandate.jsonl", "one.db").out.ends_with("one.db: 2 entries\n"));
    CHECK(play("02-plan.jsonl", "two.db").out.ends_with("two.db: 3 entries\n"));
    const auto refused = play("03-sessions.jsonl", "three.db");
    CHECK(refused.exit_code == 2);
    CHECK(refused.err.find("acts/03-sessions.jsonl") != std::string::npos);
    CHECK(!std::filesystem::exists(folder / "three.db"));
}
