// SPDX-License-Identifier: MIT
#include "understanding/line_match.h"

#include <doctest/doctest.h>

using namespace travaux::understanding;
using Partners = std::vector<std::optional<Partner>>;

TEST_CASE("equal lines are partners, the others those that are alike") {
    CHECK(match_lines({"one two three four", "five six seven eight", "nine"},
                      {{"five six seven eight"}, {"one two three five"}, {"ten"}}) ==
          Partners{Partner{1, Found::equal}, Partner{0, Found::alike}, std::nullopt});
}

TEST_CASE("an id tells which of equal lines is which") {
    CHECK(match_lines({"(a) idem;", "(a) idem;"}, {{"(a) idem;", 1}, {"(a) idem;", 0}}) ==
          Partners{Partner{1, Found::equal}, Partner{0, Found::equal}});
}

TEST_CASE("words are trusted where an id speaks against them") {
    const std::string_view first = "States shall protect submarine cables";
    const std::string_view second = "Ships shall keep a distance";
    CHECK(match_lines({first, second}, {{first, 1}, {second, 0}}) ==
          Partners{Partner{0, Found::equal}, Partner{1, Found::equal}});
    CHECK(match_lines({first}, {{"nothing of it", 0}, {"nor of it"}}) ==
          Partners{std::nullopt, std::nullopt});
    CHECK(match_lines({first, second}, {{"Ships of all States", 1}}) ==
          Partners{Partner{1, Found::named}});
}

TEST_CASE("a line that nothing speaks for is the one left between its neighbours") {
    CHECK(match_lines({"a", "b", "c"}, {{"a"}, {"x"}, {"c"}}) ==
          Partners{Partner{0, Found::equal}, Partner{1, Found::between}, Partner{2, Found::equal}});
    CHECK(match_lines({"a", "b", "c"}, {{"a"}, {"x"}, {"y"}, {"c"}})[1] == std::nullopt);
}
