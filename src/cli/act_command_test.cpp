// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/command.h"

using namespace travaux;

namespace {

// One committee in a file, and the commands on it.
struct Committee {
    tests::ScratchFolder folder;

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path / name).string();
    }

    [[nodiscard]] tests::Outcome act(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"act", path("c.db")});
        arguments.insert(arguments.end(), {"--keys", path("keys")});
        return tests::run(arguments);
    }

    [[nodiscard]] tests::Outcome found() const {
        return act({"committee.found", "--origin", "example.org/c", "--as", "secretariat",
                    "--field", "resolution=A/RES/74/247", "--field", "adopted_on=2019-12-27",
                    "--field", "vote:={\"in_favour\":79,\"against\":60,\"abstaining\":33}",
                    "--field", "title=A committee", "--field", "purpose=A convention", "--field",
                    "parent_organ=General Assembly"});
    }
};

}  // namespace

TEST_CASE("travaux act opens a record and acts on it, and view and verify read the same file") {
    const Committee committee;
    const auto founded = committee.found();
    CHECK(founded.err.empty());
    CHECK(founded.out == "{\"entry\":1}\n");

    const auto published = committee.act(
        {"text.publish", "--as", "secretariat", "--field", "subject=convention", "--field",
         "kind=initial_draft", "--field", "standing=basis_of_work", "--field", "mandate=Decision 1",
         "--field", R"(files:={"import":"# Convention\n\nWords.","language":"en"})"});
    CHECK(published.err.empty());
    CHECK(published.out == "{\"born\":[\"T1\"],\"entry\":2}\n");

    const auto shown = tests::run({"view", committee.path("c.db"), "committee"});
    CHECK(shown.out ==
          "{\"adopted_on\":\"2019-12-27\",\"member_states\":0,\"observers\":0,"
          "\"parent_organ\":\"General Assembly\",\"purpose\":\"A convention\","
          "\"resolution\":\"A/RES/74/247\",\"title\":\"A committee\","
          "\"vote\":{\"abstaining\":33,\"against\":60,\"in_favour\":79}}\n");

    const auto verified = tests::run({"verify", committee.path("c.db")});
    CHECK(verified.exit_code == 0);
    CHECK(verified.out.find("checkpoint  3 entries") != std::string::npos);
}

TEST_CASE("travaux act refuses what is malformed or not open to the caller, and appends nothing") {
    const Committee committee;
    CHECK(committee.act({"call.close", "--as", "secretariat"}).exit_code != 0);
    REQUIRE(committee.found().exit_code == 0);
    const auto again = committee.found();
    CHECK(again.exit_code == 2);
    CHECK(again.err == "travaux: the committee is founded, by A/RES/74/247\n");
    CHECK(committee.act({"call.close", "--as", "nobody"}).err ==
          "travaux: nobody is no capacity; docs/acts.md names them\n");
    CHECK(committee.act({"call.close", "--actor", "1"}).err ==
          "travaux: 1 is no id: 32 hexadecimal digits in small letters\n");
    CHECK(committee.act({"call.close", "--field", "call"}).err ==
          "travaux: call is no field: NAME=TEXT, NAME=@FILE or NAME:=JSON\n");
    CHECK(committee.act({"call.close", "--field", "call:={"}).err ==
          "travaux: :={: the JSON is malformed: incomplete JSON\n");
    CHECK(committee.act({"proposal.submit", "--as", "secretariat", "--field", "parts:=[]"}).err ==
          "travaux: proposal.submit: the field text is no text\n");
    CHECK(committee.act({"call.close"}).err ==
          "travaux: this is not open to the capacity visitor\n");
    CHECK(committee.act({"call.vanish"}).err ==
          "travaux: there is no act call.vanish; see `travaux acts`\n");
    CHECK(tests::run({"view", committee.path("c.db"), "vanished"}).err ==
          "travaux: there is no view vanished; see `travaux acts`\n");
    CHECK(tests::run({"view", committee.path("none.db"), "committee"}).exit_code != 0);
    CHECK(tests::run({"verify", committee.path("c.db")}).out.find("checkpoint  2 entries") !=
          std::string::npos);
}

TEST_CASE("travaux act with --seen is refused where what it is on has changed since") {
    const Committee committee;
    REQUIRE(committee.found().exit_code == 0);
    const std::vector<std::string> admit = {
        "member.admit", "--as", "secretariat", "--field",
        R"(seats:=[{"code":"GHA","name":"Ghana","status":"member_state"}])"};
    REQUIRE(committee.act(admit).exit_code == 0);
    const auto end = [&](const std::string& seen) {
        return committee.act({"member.end", "--as", "secretariat", "--seen", seen, "--field",
                              "member=GHA", "--field", "until=2020-01-01"});
    };
    CHECK(end("2").err ==
          "travaux: GHA has changed since the page from which this was done (entry 2)\n");
    CHECK(end("3").exit_code == 0);
}
