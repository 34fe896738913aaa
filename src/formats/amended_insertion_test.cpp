// Amendments to what a proposal inserts.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "consolidation/laws.h"
#include "consolidation/read_back.h"
#include "formats/proposal_lines.h"
#include "tests/fuzz/drafts.h"

using namespace travaux;

TEST_CASE("an amendment that wants what a proposal says already breaks no law in any language") {
    const auto small = tests::small_draft();
    const auto set = formats::read_proposal_lines(
        small.draft,
        {{"a.jsonl", R"({"id":"P1","sponsors":["Ghana"],"parts":[)"
                     R"({"part":"insert","under":"article 1","new":{"text":"Lights."}}]})"
                     "\n"
                     R"({"id":"P2","sponsors":["Kenya"],"parts":[)"
                     R"({"part":"text","provision":"P1/1","text":"Lights."}]})"
                     "\n"}});
    REQUIRE(set.has_value());
    for (const text::Language language : small.draft.written_in) {
        const auto text = consolidation::consolidate(small.draft, *set, language);
        CHECK(consolidation::unreadable_place(small.draft, text) == std::nullopt);
    }
    for (const auto& outcome : consolidation::check_laws(
             {small.draft, small.provenance, *set, 3, 7}, consolidation::real_engine(), {})) {
        CHECK_MESSAGE(!outcome.broken, outcome.name << ": " << outcome.broken.value_or(""));
    }
}
