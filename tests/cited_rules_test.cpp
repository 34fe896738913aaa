// The rules that refusals name, against the sentences of refusals.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "committee/act.h"
#include "committee/cited_rule.h"
#include "lang/messages.h"
#include "tests/command.h"

using namespace travaux;

TEST_CASE("every rule that is cited belongs to a refusal, and no sentence cites one by itself") {
    std::string_view before;
    for (const committee::CitedRule& one : committee::cited_rules()) {
        INFO(one.id);
        CHECK(before < one.id);
        before = one.id;
        CHECK(lang::find_words(text::Language::en, one.id));
        // What names its own source is cited as it was entered; every other rule has words.
        const auto cited = lang::find_words(text::Language::en, "rule." + std::string(one.id));
        CHECK(cited.value_or("{") == (one.rule.starts_with('{') ? "{" : one.rule));
    }
    for (const lang::Message& message : lang::messages(text::Language::en)) {
        INFO(message.id);
        CHECK(message.words.find("(rule ") == std::string_view::npos);
    }
}

TEST_CASE("a refusal names its rule, and what a committee approved names its own source") {
    const Error decided{ErrorCode::refused, "proposal.decided", {"P1", "adopted"}};
    CHECK(committee::rule_of(decided) == "A/520/Rev.20, rule 122");
    CHECK(boost::json::serialize(committee::as_json(decided)) ==
          R"({"id":"proposal.decided","args":["P1","adopted"],"rule":"A/520/Rev.20, rule 122"})");
    const Error large{ErrorCode::refused, "delegation.too_large", {"GHA", "4", "EX/1, para. 2"}};
    CHECK(committee::rule_of(large) == "EX/1, para. 2");
    const Error unknown{ErrorCode::refused, "text.unknown", {"T1"}};
    CHECK(committee::rule_of(unknown).empty());
    CHECK_FALSE(committee::as_json(unknown).contains("rule"));
}

TEST_CASE("the program says the rule after the sentence") {
    const tests::ScratchFolder folder;
    const auto act = [&](const std::string& name, const std::vector<std::string>& fields) {
        std::vector<std::string> line = {"act",
                                         (folder.path / "c.db").string(),
                                         name,
                                         "--keys",
                                         (folder.path / "keys").string(),
                                         "--origin",
                                         "example.org/c",
                                         "--as",
                                         "secretariat"};
        for (const std::string& field : fields) line.insert(line.end(), {"--field", field});
        return tests::run(line);
    };
    REQUIRE(act("committee.found",
                {"resolution=R", "adopted_on=2019-12-27", "title=T", "purpose=P", "parent_organ=O"})
                .err.empty());
    REQUIRE(
        act("member.admit", {R"(seats:=[{"code":"GHA","name":"Ghana","status":"member_state"}])"})
            .err.empty());
    CHECK(act("delegation.accredit", {"member=GHA"}).err.ends_with(" (A/520/Rev.20, rule 100)\n"));
}
