// Real laws: words that a law brings are attributed to it, however often the text changes later.
// SPDX-License-Identifier: MIT
#include "tests/corpus/wordings.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/command.h"
#include "tests/corpus.h"

using namespace travaux;

TEST_CASE("a score counts the words whose author is known, and those that are told rightly") {
    const std::string bytes =
        "Ta\nLfirst\nPthe red house\nLsecond\nPthe red house and the garden\nTb\nLonly\nPx\n";
    const auto histories = tests::histories_of(bytes);
    REQUIRE(histories.size() == 1);
    const tests::KnownWords known = tests::known_words_of(histories[0]);
    // "house" has another neighbour, "the" before "garden" stood in the text before.
    CHECK(known.brought_by == std::vector<std::int32_t>{0, 0, -1, 1, -1, 1});
    tests::KnownScore score;
    score.add(known, {0, 1, 1, 1, 1, 1}, 2);
    CHECK(score.known() == 4);
    CHECK(score.right() == 3);
    CHECK(score.last.right == 2);
}

TEST_CASE("words that a law brings to an article are attributed to that law") {
    const auto folder = tests::corpus("provenance/civil-code", "words are attributed to laws");
    if (!folder) return;
    const tests::ScratchFolder out;
    const auto script = tests::project_folder() / "tests/corpus/wordings_to_drafts";
    const std::string command =
        "'" + script.string() + "' '" + folder->string() + "' '" + out.path.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    const std::string bytes = tests::bytes_of(out.path / "wordings.txt");
    tests::KnownScore score;
    for (const tests::WordingHistory& history : tests::histories_of(bytes)) {
        const tests::KnownWords known = tests::known_words_of(history);
        const auto brought_by = tests::by_likeness(history);
        REQUIRE(brought_by.size() == known.words.size());
        score.add(known, brought_by, history.wordings.size());
    }
    const auto told = [](const tests::KnownScore::Part& part) {
        return std::to_string(part.right) + " of " + std::to_string(part.known);
    };
    INFO("first wording " << told(score.first) << ", between " << told(score.between) << ", last "
                          << told(score.last) << ", words " << score.words);
    CHECK(score.known() > 25'000);
    CHECK(score.last.right == score.last.known);
    CHECK(1000 * score.right() >= 990 * score.known());
}
