// SPDX-License-Identifier: MIT
#include "consolidation/laws.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

struct Sample {
    text::Draft draft;
    text::Provenance provenance;
    ProposalSet set;
};

Sample sample(unsigned seed, unsigned provisions, unsigned proposals) {
    tests::RandomSets random(seed);
    Sample sample{random.draft(provisions), {}, {}};
    const bool is_bilingual = seed % 2 == 0;
    if (is_bilingual) random.translate(sample.draft, text::Language::fr);
    const text::Origin origin{
        OriginId::of(sha256("sample")), text::OriginKind::import, "sample", {}, 0};
    sample.provenance = text::provenance_of_import(sample.draft, origin);
    for (unsigned at = 0; at < proposals; ++at) {
        Proposal proposal = random.proposal(sample.draft, "P" + std::to_string(at));
        if (at > 0 && random.below(4) == 0) {
            const std::string parent = "P" + std::to_string(random.below(at));
            if (sample.set.submitted.contains(parent)) proposal.amends = parent;
        }
        if (is_bilingual) random.translate(proposal, text::Language::fr);
        ProposalSet one;
        for (const std::string& sponsor : proposal.sponsors) {
            one.supports.insert({proposal.id, sponsor, {}});
        }
        if (random.below(5) == 0) one.supports.insert({proposal.id, "State 7", {}});
        if (random.below(6) == 0) one.withdrawals.insert({proposal.id, proposal.sponsors[0], {}});
        one.submitted.emplace(proposal.id, std::move(proposal));
        const ProposalSet more = join(sample.set, one);
        if (check(sample.draft, more)) sample.set = more;
    }
    return sample;
}

std::vector<LawOutcome> outcomes(const Sample& sample, const Engine& engine) {
    return check_laws({sample.draft, sample.provenance, sample.set, 3, 7}, engine, {});
}

}  // namespace

TEST_CASE("all laws hold on random drafts and sets") {
    std::map<int, std::uint64_t> checked;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const Sample one = sample(seed, 1 + seed % 9, seed % 23);
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
