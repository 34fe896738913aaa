// SPDX-License-Identifier: MIT
#include "host/search_index.h"

#include <doctest/doctest.h>

using namespace travaux::host;
using travaux::text::Language;

namespace {

std::vector<std::string> found(const SearchIndex& index, std::string_view query) {
    std::vector<std::string> ids;
    const Hits hits = index.find(query, [](const Passage& /*passage*/) { return true; });
    for (const Hit& hit : hits.shown) ids.push_back(hit.passage->of);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a word is found whatever its capitals, accents and vowel marks") {
    SearchIndex index;
    index.add({"R1", "", Language::fr, "Chaque État Partie coopère.", false});
    index.add({"R2", "", Language::ar, "تتعاون الدُّوَل الأطراف", false});
    index.add({"R3", "", Language::ru, "Государства-участники сотрудничают.", false});
    index.add({"R4", "", Language::es, "Cada Estado parte cooperará.", false});
    CHECK(found(index, "etat") == Ids{"R1"});
    CHECK(found(index, "COOPERE") == Ids{"R1"});
    CHECK(found(index, "الدول") == Ids{"R2"});
    CHECK(found(index, "الـدول") == Ids{"R2"});
    CHECK(found(index, "ГОСУДАРСТВА") == Ids{"R3"});
    CHECK(found(index, "cooperara") == Ids{"R4"});
    CHECK(found(index, "partie coopère") == Ids{"R1"});
    CHECK(found(index, "partie cooperará").empty());
}

TEST_CASE("Chinese is found character by character, in the order that is asked for") {
    SearchIndex index;
    index.add({"R1", "", Language::zh, "各缔约国应当相互合作。", false});
    CHECK(found(index, "缔约国") == Ids{"R1"});
    CHECK(found(index, "合作") == Ids{"R1"});
    CHECK(found(index, "作合").empty());
    CHECK(found(index, "合作 缔约国") == Ids{"R1"});
}

TEST_CASE("titles stand first, then what was added first") {
    SearchIndex index;
    index.add({"R1", "", Language::en, "On cooperation.", false});
    index.add({"R2", "", Language::en, "Cooperation", true});
    index.add({"R3", "", Language::en, "More cooperation.", false});
    CHECK(found(index, "cooperation") == Ids{"R2", "R1", "R3"});
}

TEST_CASE("a hit shows its place, and what somebody may not see is not counted") {
    SearchIndex index;
    const std::string much(400, 'x');
    index.add({"R1", "p", Language::en, "é" + much + " shall cooperate " + much, false});
    index.add({"R2", "", Language::en, "cooperate", false});
    const Hits hits =
        index.find("Cooperate", [](const Passage& passage) { return passage.of != "R2"; });
    REQUIRE(hits.count == 1);
    CHECK(hits.shown.front().found == "cooperate");
    CHECK(hits.shown.front().before.starts_with("…x"));
    CHECK(hits.shown.front().before.ends_with("shall "));
    CHECK(hits.shown.front().after.ends_with("x…"));
}

TEST_CASE("without words nothing is found, and strange bytes do no harm") {
    SearchIndex index;
    index.add({"R1", "", Language::en, "words \xFF\xFE of \xC3", false});
    for (const char* query : {"", " ", "…", "\xFF", "\xE4\xBD"}) CHECK(found(index, query).empty());
    CHECK(found(index, "of") == Ids{"R1"});
    CHECK(found(index, "words words of of words of of") == Ids{"R1"});
}
