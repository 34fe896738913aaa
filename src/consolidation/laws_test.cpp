// SPDX-License-Identifier: MIT
#include "consolidation/laws.h"

#include <doctest/doctest.h>

#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

tests::Sample sample(unsigned seed, unsigned provisions, unsigned proposals) {
    tests::RandomSets random(seed);
    const auto languages = seed % 2 == 0 ? tests::Languages::two : tests::Languages::one;
    return tests::random_sample(random, provisions, proposals, languages);
}

std::vector<LawOutcome> outcomes(const tests::Sample& sample, const Engine& engine) {
    return check_laws({sample.draft, sample.provenance, sample.set, 3, 7}, engine, {});
}

}  // namespace

TEST_CASE("all laws hold on random drafts and sets") {
    std::map<int, std::uint64_t> checked;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const tests::Sample one = sample(seed, 1 + seed % 9, seed % 23);
        for (const LawOutcome& outcome : outcomes(one, real_engine())) {
            INFO("seed " << seed << ", law " << outcome.law << ": " << outcome.name);
            INFO(outcome.broken.value_or(""));
            REQUIRE_FALSE(outcome.broken.has_value());
            checked[outcome.law] += outcome.checked;
        }
    }
    for (const auto& [law, count] : checked) {
        INFO("law " << law);
        CHECK((count > 0 || law == 20));  // no files
    }
}

TEST_CASE("a move to where the provision stands is open until something else is adopted (law 18)") {
    tests::RandomSets random(3);
    tests::Sample one = tests::random_sample(random, 4, 0, tests::Languages::one);
    const auto& last = one.draft.provisions.back();
    const auto parent = text::parent_of(one.draft, one.draft.provisions.size() - 1);
    Place place{parent ? one.draft.provisions[*parent].id : ProvisionId{}, {}};
    for (std::size_t at = parent ? *parent + 1 : 0; at + 1 < one.draft.provisions.size(); ++at) {
        if (one.draft.provisions[at].depth == last.depth) place.after = one.draft.provisions[at].id;
    }
    Proposal proposal;
    proposal.id = "P1";
    proposal.sponsors = {"Ghana"};
    proposal.parts = {MovePart{last.id, place}};
    one.set.supports.insert({"P1", "Ghana", {}});
    one.set.submitted.emplace("P1", proposal);
    REQUIRE(check(one.draft, one.set));
    const auto next = next_draft(one.draft, one.provenance, one.set, {});
    REQUIRE(next);
    CHECK(open_proposals(next->open) == open_proposals(one.set));
}
