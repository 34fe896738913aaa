// SPDX-License-Identifier: MIT
#include "text/preamble.h"

#include <doctest/doctest.h>

using namespace travaux::text;
using Paragraphs = std::vector<std::string_view>;

TEST_CASE("a preamble in one line is cut where an opening word has a capital") {
    CHECK(preambular_paragraphs_of(Language::en,
                                   "The Parties, Recalling the Charter, noting it, Convinced that "
                                   "peace is good; Have agreed as follows:") ==
          Paragraphs{"The Parties,", "Recalling the Charter, noting it,",
                     "Convinced that peace is good;", "Have agreed as follows:"});
    CHECK(preambular_paragraphs_of(
              Language::fr, "Les Parties, Considérant la paix, Sont convenues de ce qui suit :") ==
          Paragraphs{"Les Parties,", "Considérant la paix,", "Sont convenues de ce qui suit :"});
}

TEST_CASE("a preamble without opening words is one paragraph") {
    CHECK(preambular_paragraphs_of(Language::en, "We, the peoples, agree.") ==
          Paragraphs{"We, the peoples, agree."});
    CHECK(preambular_paragraphs_of(Language::zh, "我们，各国人民，") ==
          Paragraphs{"我们，各国人民，"});
    CHECK(preambular_paragraphs_of(Language::en, "Our Governments, Having met, agree.") ==
          Paragraphs{"Our Governments, Having met, agree."});
    CHECK(preambular_paragraphs_of(Language::en, "") == Paragraphs{""});
}
