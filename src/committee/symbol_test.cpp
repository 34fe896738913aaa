// SPDX-License-Identifier: MIT
#include "committee/symbol.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace travaux::committee;

namespace {

Symbol symbol(std::string_view text) {
    const auto read = Symbol::parse(text);
    REQUIRE(read);
    return *read;
}

}  // namespace

TEST_CASE("a symbol says organ, series, number and suffixes, and is written as it was read") {
    for (const char* text : {"A/AC.291/1", "A/AC.291/L.15", "A/AC.291/CRP.13", "A/AC.291/INF/2",
                             "A/AC.291/WP.1", "A/AC.291/NGO/3", "A/AC.291/22/Rev.3",
                             "A/AC.291/12/Add.1/Corr.1", "A/AC.291/25/Rev.1/Amend.1", "A/78/986",
                             "A/RES/74/247", "A/CONF.203/18", "A/AC.291/INF/2/Rev.1"}) {
        INFO(text);
        CHECK(symbol(text).text() == text);
    }
    const Symbol paper = symbol("A/AC.291/CRP.13");
    CHECK(paper.organ == "A/AC.291");
    CHECK(paper.series == Series::conference_room_paper);
    CHECK(paper.number == 13);
    const Symbol list = symbol("A/AC.291/INF/2/Rev.1");
    CHECK(list.organ == "A/AC.291");
    CHECK(list.series == Series::information);
    CHECK(list.suffixes == std::vector<NumberedSuffix>{{Suffix::rev, 1}});
}

TEST_CASE("what is no symbol is not taken for one") {
    for (const char* text : {"",
                             "/",
                             "22",
                             "A",
                             "A/AC.291",
                             "A/AC.291/",
                             "A//22",
                             "A/AC.291/0",
                             "A/AC.291/022",
                             "A/AC.291/L.",
                             "A/AC.291/L.x",
                             "A/AC.291/22/Rev.",
                             "A/AC.291/22/Rev.0",
                             "A/AC.291/22/rev.1",
                             "A/AC.291/22/Vers.1",
                             "a/ac.291/22",
                             "A/AC.291/INF/",
                             "Rev.1",
                             "A/AC.291/22/",
                             "A/AC.291/ 22",
                             "A/AC.291/22/Rev.1/x",
                             "A/AC.291/9999999",
                             "L.15",
                             "22/Rev.1",
                             "A/<b>/1"}) {
        INFO(text);
        CHECK_FALSE(Symbol::parse(text));
    }
    CHECK_FALSE(Symbol::parse("A/" + std::string(200, 'B') + "/1"));
    std::string steps = "A";
    for (int i = 0; i < 40; ++i) steps += "/1";
    CHECK_FALSE(Symbol::parse(steps));
}

TEST_CASE("symbols stand in the order of their numbers, not of their letters") {
    const std::vector<const char*> ordered = {"A/AC.9/1",          "A/AC.291/4",
                                              "A/AC.291/9",        "A/AC.291/9/Corr.1",
                                              "A/AC.291/9/Add.1",  "A/AC.291/9/Add.2",
                                              "A/AC.291/9/Add.10", "A/AC.291/22",
                                              "A/AC.291/22/Rev.1", "A/AC.291/22/Rev.1/Add.1",
                                              "A/AC.291/22/Rev.3", "A/AC.291/L.2",
                                              "A/AC.291/L.15",     "A/AC.291/CRP.13",
                                              "A/AC.291/INF/2",    "A/AC.292/1"};
    std::vector<Symbol> symbols;
    for (const char* one : ordered) symbols.push_back(symbol(one));
    std::ranges::reverse(symbols);
    std::ranges::sort(symbols);
    std::vector<std::string> sorted;
    for (const Symbol& one : symbols) sorted.push_back(one.text());
    CHECK(sorted == std::vector<std::string>(ordered.begin(), ordered.end()));
}

TEST_CASE("a revision supersedes, an addendum supplements, a corrigendum corrects") {
    const auto says = [](std::string_view one, std::string_view other) {
        return relation(symbol(one), symbol(other));
    };
    CHECK(says("A/AC.291/22/Rev.1", "A/AC.291/22") == SymbolRelation::supersedes);
    CHECK(says("A/AC.291/22/Rev.3", "A/AC.291/22") == SymbolRelation::supersedes);
    CHECK(says("A/AC.291/22/Rev.3", "A/AC.291/22/Rev.2") == SymbolRelation::supersedes);
    CHECK(says("A/AC.291/9/Add.2", "A/AC.291/9") == SymbolRelation::supplements);
    CHECK(says("A/AC.291/9/Corr.1", "A/AC.291/9") == SymbolRelation::corrects);
    CHECK(says("A/AC.291/9/Amend.1", "A/AC.291/9") == SymbolRelation::alters);
    CHECK(says("A/AC.291/9/Add.1/Corr.1", "A/AC.291/9/Add.1") == SymbolRelation::corrects);
    CHECK_FALSE(says("A/AC.291/9/Add.1/Corr.1", "A/AC.291/9"));
    CHECK_FALSE(says("A/AC.291/9/Add.2", "A/AC.291/9/Add.1"));
    CHECK_FALSE(says("A/AC.291/22/Rev.2", "A/AC.291/22/Rev.3"));
    CHECK_FALSE(says("A/AC.291/22", "A/AC.291/22/Rev.1"));
    // Series have numbers of their own.
    CHECK_FALSE(says("A/AC.291/L.16/Rev.1", "A/AC.291/16"));
    CHECK_FALSE(says("A/AC.291/CRP.13", "A/AC.291/L.16"));
    CHECK_FALSE(symbol("A/AC.291/CRP.16") == symbol("A/AC.291/L.16"));
}
