// SPDX-License-Identifier: MIT
#include "consolidation/exclusion.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "consolidation/decision.h"
#include "tests/corpus.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

// One draft with proposals of one part each, in one or in two languages.
struct Sample {
    text::Draft draft;
    ProposalSet set;
};

Sample sample(unsigned seed) {
    tests::RandomSets random(seed);
    Sample sample{random.draft(2 + seed % 5), {}};
    if (seed % 3 == 0) random.translate(sample.draft, text::Language::fr);
    for (unsigned at = 0; at < 14; ++at) {
        Proposal proposal = random.proposal(sample.draft, "P" + std::to_string(at));
        proposal.parts.resize(1);
        if (seed % 3 == 0) random.translate(proposal, text::Language::fr);
        ProposalSet more = sample.set;
        more.supports.insert({proposal.id, proposal.sponsors[0], {}});
        more.submitted.emplace(proposal.id, std::move(proposal));
        if (check(sample.draft, more)) sample.set = std::move(more);
    }
    return sample;
}

}  // namespace

TEST_CASE("one proposal rejects another exactly where both cannot be adopted") {
    unsigned excluded = 0;
    unsigned compatible = 0;
    const unsigned samples = tests::is_long_run() ? 150 : 60;
    for (unsigned seed = 1; seed <= samples; ++seed) {
        const Sample one = sample(seed);
        const std::vector<Proposal> open = open_proposals(one.set);
        Exclusions exclusions(one.draft, open);
        for (std::size_t a = 0; a < open.size(); ++a) {
            if (!applied(one.draft, one.set, {open[a].id})) continue;
            for (std::size_t b = a + 1; b < open.size(); ++b) {
                if (!applied(one.draft, one.set, {open[b].id})) continue;
                const auto both = applied(one.draft, one.set, {open[a].id, open[b].id});
                INFO("seed " << seed << ": " << open[a].id << " (" << open[a].parts[0].index()
                             << ") and " << open[b].id << " (" << open[b].parts[0].index() << ") "
                             << (both ? "" : both.error().id));
                const bool answer = exclusions.excludes({a, 0}, {b, 0});
                REQUIRE(answer == !both.has_value());
                REQUIRE(answer == exclusions.excludes({b, 0}, {a, 0}));
                if (!both) REQUIRE(both.error().id == "adoption.excluded");
                ++(both ? compatible : excluded);
            }
        }
    }
    CHECK(excluded > 3 * samples);
    CHECK(compatible > 3 * samples);
}
