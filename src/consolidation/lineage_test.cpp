// SPDX-License-Identifier: MIT
#include "consolidation/lineage.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/random_sets.h"

using namespace travaux;
using consolidation::Lineage;
using consolidation::LineageRun;
using consolidation::LineageText;

namespace {

using Drafts = std::vector<std::vector<std::string>>;

Lineage lineage_of(const Drafts& drafts) {
    std::vector<consolidation::PlainTexts> plain;
    for (const auto& draft : drafts) plain.emplace_back(draft.begin(), draft.end());
    return consolidation::lineage_of(plain);
}

// "0 aligned: the words", with "-2" after the draft where draft 2 removed them.
std::string told(const LineageRun& run) {
    std::string result = std::to_string(run.draft);
    if (run.removed_by) result += "-" + std::to_string(*run.removed_by);
    return result + " " + std::string(name_of(run.certainty)) + ": " + run.text;
}

// The runs of a text, one a line.
std::string told(const LineageText& text) {
    std::string result;
    for (const LineageRun& run : text.runs) result += (result.empty() ? "" : "\n") + told(run);
    return result;
}

std::string lines(const std::vector<std::string>& lines) {
    std::string result;
    for (const std::string& line : lines) result += (result.empty() ? "" : "\n") + line;
    return result;
}

const std::string notice = "Each Party shall give notice of any incident without delay.";
const std::string costs = "The costs of repair are borne by whoever caused the damage.";
const std::string experts = "A group of seven experts meets once a year in public session.";

}  // namespace

TEST_CASE("an unchanged draft changes nothing") {
    const Lineage once = lineage_of({{notice, costs}});
    CHECK(told(once.live[0]) == lines({"0 introduced: " + notice}));
    const Lineage thrice = lineage_of({{notice, costs}, {notice, costs}, {notice, costs}});
    CHECK(told(thrice.live[0]) == lines({"0 carried: " + notice}));
    CHECK(told(thrice.live[1]) == lines({"0 carried: " + costs}));
    CHECK(thrice.gone.empty());
}

TEST_CASE(
    "words that come in between are the later draft's, the words around them keep their own") {
    const Lineage lineage =
        lineage_of({{notice}, {"Each Party shall promptly give notice of any incident."}});
    CHECK(told(lineage.live[0]) == lines({"0 aligned: Each Party shall", "1 introduced: promptly",
                                          "0 aligned: give notice of any incident",
                                          "0-1 introduced: without delay", "0 aligned: ."}));
}

TEST_CASE("a moved paragraph keeps the origins of its words") {
    const Lineage equal = lineage_of({{notice, costs, experts}, {experts, notice, costs}});
    CHECK(told(equal.live[0]) == lines({"0 carried: " + experts}));
    const Lineage edited = lineage_of(
        {{notice, costs, experts},
         {"A group of nine experts meets once a year in public session.", notice, costs}});
    CHECK(told(edited.live[0]) ==
          lines({"0 aligned: A group of", "0-1 introduced: seven", "1 introduced: nine",
                 "0 aligned: experts meets once a year in public session."}));
}

TEST_CASE("reintroduced text keeps its origin, and what brings it back is not its author") {
    const Lineage lineage = lineage_of({{notice}, {notice, costs}, {notice}, {notice, costs}});
    CHECK(told(lineage.live[1]) == lines({"1 reintroduced: " + costs}));
    CHECK(lineage.gone.empty());
    const Lineage within = lineage_of({{costs}, {notice}, {notice + " " + costs}});
    CHECK(told(within.live[0].runs.back()) == "0 reintroduced: " + costs);
}

TEST_CASE("words that leave one paragraph for another keep their origin") {
    const Lineage split = lineage_of({{notice + " " + costs}, {notice, costs}});
    CHECK(told(split.live[0]) == "0 aligned: " + notice);
    CHECK(told(split.live[1]) == "0 aligned: " + costs);
    CHECK(split.gone.empty());
    const Lineage joined = lineage_of({{notice, costs}, {notice + " " + costs}});
    REQUIRE(joined.live.size() == 1);
    for (const LineageRun& run : joined.live[0].runs) CHECK(run.draft == 0);
    CHECK(joined.gone.empty());
    const std::string clause = "unless the coastal State objects in writing";
    const Lineage moved =
        lineage_of({{notice + " " + clause, costs}, {notice, costs + " " + clause}});
    CHECK(told(moved.live[1].runs.back()) == "0 moved: " + clause);
}

TEST_CASE("a phrase in common use does not get an old author") {
    const std::string other =
        "States shall act in accordance with the fundamental principles of their domestic law.";
    const std::string added =
        "Courts decide in accordance with the fundamental principles of their domestic law alone.";
    const Lineage lineage = lineage_of({{other, costs}, {other, costs, added}});
    CHECK(told(lineage.live[0]) == lines({"0 carried: " + other}));
    CHECK(told(lineage.live[2]) == lines({"1 introduced: " + added}));
}

TEST_CASE("four words that vanished are too few to be found again elsewhere, five are enough") {
    const Lineage four = lineage_of({{costs, "borne by the flag State"}, {costs}});
    REQUIRE(four.gone.size() == 1);
    CHECK(told(four.gone[0]) == lines({"0-1 introduced: borne by the flag State"}));
    const auto brought = [](const std::string& again) {
        return lineage_of({{"borne by the flag State", notice}, {notice}, {notice, again}})
            .live[1]
            .runs.back()
            .draft;
    };
    CHECK(brought("borne by the flag State") == 0);
    CHECK(brought("borne by the flag") == 2);
}

TEST_CASE("what vanished as a whole is told once, with what was removed from it earlier") {
    const Lineage lineage =
        lineage_of({{notice, costs},
                    {notice, "The costs of repair are borne by whoever caused it."},
                    {notice}});
    REQUIRE(lineage.gone.size() == 1);
    CHECK(lineage.gone[0].draft == 1);
    CHECK(lineage.gone[0].at == 1);
    CHECK(told(lineage.gone[0]) ==
          lines({"0-2 aligned: The costs of repair are borne by whoever caused",
                 "0-1 introduced: the damage", "1-2 introduced: it", "0-2 aligned: ."}));
}

TEST_CASE("the account of a paragraph does not depend on the order of the others") {
    const std::string later = "Each Party shall at once give notice of any incident.";
    const Lineage one = lineage_of({{notice, costs, experts}, {later, costs, experts}});
    const Lineage other = lineage_of({{experts, notice, costs}, {experts, later, costs}});
    const Lineage third = lineage_of({{costs, notice, experts}, {experts, costs, later}});
    CHECK(told(one.live[0]) == told(other.live[1]));
    CHECK(told(one.live[0]) == told(third.live[2]));
}

TEST_CASE("blanks alone change nobody's words") {
    const Lineage lineage = lineage_of({{"a right , in full"}, {"a right, in full"}});
    CHECK(told(lineage.live[0]) == lines({"0 aligned: a right, in full"}));
}

TEST_CASE("empty drafts and empty texts have empty accounts") {
    CHECK(lineage_of({}) == Lineage{});
    CHECK(lineage_of({{}, {}}) == Lineage{});
    const Lineage emptied = lineage_of({{notice, ""}, {""}, {}});
    CHECK(emptied.live.empty());
    REQUIRE(emptied.gone.size() == 1);
    CHECK(told(emptied.gone[0]) == lines({"0-1 introduced: " + notice}));
    const Lineage filled = lineage_of({{}, {notice}});
    CHECK(told(filled.live[0]) == lines({"1 introduced: " + notice}));
}

TEST_CASE("Chinese and Arabic keep their origins as other languages do") {
    const Lineage chinese =
        lineage_of({{"缔约国应当采取必要措施。"}, {"各缔约国应当立即采取必要措施。"}});
    CHECK(told(chinese.live[0]) == lines({"1 introduced: 各", "0 aligned: 缔约国应当",
                                          "1 introduced: 立即", "0 aligned: 采取必要措施。"}));
    const Lineage arabic = lineage_of(
        {{"تتخذ كل دولة طرف التدابير اللازمة."}, {"تتخذ كل دولة طرف جميع التدابير اللازمة."}});
    CHECK(told(arabic.live[0]) == lines({"0 aligned: تتخذ كل دولة طرف", "1 introduced: جميع",
                                         "0 aligned: التدابير اللازمة."}));
    // Five Han characters are two words and a half: too few to be found elsewhere.
    const auto brought = [](const std::string& phrase) {
        return lineage_of({{phrase, notice}, {notice}, {notice, phrase}}).live[1].runs[0].draft;
    };
    CHECK(brought("采取必要措") == 2);
    CHECK(brought("缔约国应当采取必要措施") == 0);
}

TEST_CASE("every word of the last draft is told once, whatever the drafts are") {
    tests::RandomSets random(7);
    for (int round = 0; round < 300; ++round) {
        Drafts drafts(2 + random.below(4));
        for (auto& draft : drafts) {
            draft.resize(random.below(6));
            for (std::string& text : draft) text = random.text(25);
        }
        const Lineage lineage = lineage_of(drafts);
        REQUIRE(lineage.live.size() == drafts.back().size());
        for (std::size_t at = 0; at < drafts.back().size(); ++at) {
            std::string words;
            for (const LineageRun& run : lineage.live[at].runs) {
                CHECK(run.draft <= run.removed_by.value_or(run.draft + 1));
                if (run.removed_by) continue;
                if (!words.empty()) words += ' ';
                words += run.text;
            }
            CHECK(words == drafts.back()[at]);
        }
        CHECK(lineage == lineage_of(drafts));
    }
}
