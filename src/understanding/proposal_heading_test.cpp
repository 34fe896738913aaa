// SPDX-License-Identifier: MIT
#include "understanding/proposal_heading.h"

#include <doctest/doctest.h>

using travaux::understanding::LineStyle;
using travaux::understanding::sponsors_of_heading;
using Names = std::vector<std::string>;

namespace {

Names in(std::string_view line, LineStyle style = LineStyle::words) {
    return sponsors_of_heading(line, style);
}

}  // namespace

TEST_CASE("a heading names whose proposal begins, in six languages") {
    CHECK(in("Proposal by Ghana and Norway") == Names{"Ghana", "Norway"});
    CHECK(in("PROPOSAL SUBMITTED BY THE DELEGATION OF GHANA:") == Names{"Ghana"});
    CHECK(in("Proposition présentée par la Suisse") == Names{"Switzerland"});
    CHECK(in("Propuesta de México y el Perú") == Names{"Mexico", "Peru"});
    CHECK(in("Предложение Ганы и Российской Федерации") == Names{"Ghana", "Russian Federation"});
    CHECK(in("مقترح مقدم من الأردن") == Names{"Jordan"});
    CHECK(in("加纳代表团提出的修正案") == Names{"Ghana"});
    CHECK(in("Amendments of the European Union") == Names{"European Union"});
}

TEST_CASE("names alone head a proposal where they are set apart") {
    CHECK(in("Ghana:") == Names{"Ghana"});
    CHECK(in("Ghana, Norway", LineStyle::heading) == Names{"Ghana", "Norway"});
    CHECK(in("Ghana").empty());
}

TEST_CASE("a sentence that names a State is no heading") {
    CHECK(in("Ghana proposes to replace the proposal by Norway.").empty());
    CHECK(in("Proposal by the Chair").empty());
    CHECK(in("The law of Norway", LineStyle::heading).empty());
    CHECK(in("").empty());
}
