// New provisions in lines of proposals.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "formats/proposal_lines.h"
#include "tests/fuzz/drafts.h"

using namespace travaux;

namespace {

// What comes of a proposal that inserts this behind article 1.
Result<consolidation::ProposalSet> inserting(const std::string& provision) {
    return formats::read_proposal_lines(
        tests::small_draft().draft, {{"a.jsonl", R"({"id":"P1","sponsors":["Ghana"],"parts":[)"
                                                 R"({"part":"insert","after":"article 1","new":)" +
                                                     provision + "}]}\n"}});
}

}  // namespace

TEST_CASE("what is new has words, or holds what has") {
    const std::string row = R"({"kind":"table_row","provisions":[)"
                            R"({"kind":"table_cell","text":"Fee"},{"kind":"table_cell"}]})";
    for (const std::string& accepted :
         {std::string(R"({"text":"Lights."})"), std::string(R"({"number":"Article 9"})"),
          std::string(R"({"kind":"preamble","provisions":[{"text":"Recalling lights,"}]})"),
          R"({"kind":"table","provisions":[)" + row + "]}"}) {
        INFO(accepted);
        const auto set = inserting(accepted);
        REQUIRE(set);
        const auto again = formats::read_proposal_lines(
            tests::small_draft().draft, {{"b.jsonl", formats::write_proposal_lines(*set)}});
        REQUIRE(again);
        CHECK(again->submitted == set->submitted);
    }
    for (const std::string refused :
         {R"({})", R"({"kind":"preamble"})", R"({"kind":"preamble","provisions":[]})",
          R"({"kind":"preamble","provisions":[{"kind":"preambular_paragraph"}]})"}) {
        INFO(refused);
        const auto set = inserting(refused);
        REQUIRE(!set);
        CHECK(set.error().id == "proposal.insertion_empty");
    }
}
