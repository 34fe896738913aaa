// SPDX-License-Identifier: MIT
#include "consolidation/read_back.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "consolidation/consolidate.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

struct Drawn {
    text::Draft draft;
    Consolidated text;
};

Drawn drawn(unsigned seed) {
    tests::RandomSets random(seed);
    Drawn result{random.draft(6), {}};
    ProposalSet set;
    for (unsigned at = 0; at < 12; ++at) {
        const auto proposal = random.proposal(result.draft, "P" + std::to_string(at));
        if (!check(result.draft, {{{proposal.id, proposal}}, {}, {}, {}, {}})) continue;
        set.submitted[proposal.id] = proposal;
        set.supports.insert({proposal.id, proposal.sponsors.front(), {}});
    }
    result.text = consolidate(result.draft, set, text::Language::en);
    return result;
}

// The first row with a target in its text.
AnnotatedText& disputed(Consolidated& text) {
    return std::ranges::find_if(text.rows, [](const Row& row) { return !row.text.targets.empty(); })
        ->text;
}

}  // namespace

TEST_CASE("what a text was made from reads back out of it") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const Drawn one = drawn(seed);
        CHECK(unreadable_place(one.draft, one.text) == std::nullopt);
    }
}

TEST_CASE("a text with a base, a wish or a sponsor that differs does not read back") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        Drawn base = drawn(seed);
        base.draft.provisions.front().in(text::Language::en).text += " more";
        CHECK(unreadable_place(base.draft, base.text).has_value());

        Drawn lost = drawn(seed);
        disputed(lost.text).tree.clear();
        CHECK(unreadable_place(lost.draft, lost.text).has_value());

        Drawn wish = drawn(seed);
        text::Words& words = disputed(wish.text).targets.front().words;
        text::Words other = words;
        other.push_back(2);
        words.swap(other);  // `other` holds the words that the tree points into
        CHECK(unreadable_place(wish.draft, wish.text).has_value());

        Drawn sponsor = drawn(seed);
        disputed(sponsor.text).targets.front().proposals.pop_back();
        CHECK(unreadable_place(sponsor.draft, sponsor.text).has_value());
    }
}
