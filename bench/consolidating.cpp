// SPDX-License-Identifier: MIT
#include "bench/consolidating.h"

#include "bench/input.h"
#include "consolidation/consolidate.h"
#include "consolidation/consolidation.h"
#include "consolidation/content.h"
#include "formats/printing.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

void print(Outcome& outcome) {
    outcome.text = formats::print_text(outcome.draft, outcome.consolidated, {});
    outcome.contents = content_ids(outcome.consolidated);
}

}  // namespace

Bytes pair_of(const std::filesystem::path& base, const std::filesystem::path& amendments) {
    std::string all = bytes_of(base);
    const std::size_t base_size = all.size();
    return {std::move(all) + bytes_of(amendments), base_size};
}

Bytes input_of(const std::filesystem::path& inputs, std::size_t amendments) {
    return pair_of(inputs / "base.tsv", amendments_file(inputs, amendments));
}

Outcome consolidate_bytes(const Bytes& bytes) {
    Outcome outcome;
    outcome.draft = draft_of(bytes.base());
    Consolidation consolidation(outcome.draft, text::Language::en);
    consolidation.add(proposals_of(outcome.draft, bytes.amendments()));
    outcome.consolidated = std::move(consolidation).finish();
    print(outcome);
    return outcome;
}

Outcome consolidate_set(const Bytes& bytes) {
    Outcome outcome;
    outcome.draft = draft_of(bytes.base());
    ProposalSet set;
    for (Proposal& proposal : proposals_of(outcome.draft, bytes.amendments())) {
        for (const std::string& sponsor : proposal.sponsors) {
            set.supports.insert({proposal.id, sponsor, {}});
        }
        set.submitted.emplace(proposal.id, std::move(proposal));
    }
    outcome.consolidated = consolidate(outcome.draft, set, text::Language::en);
    print(outcome);
    return outcome;
}

}  // namespace travaux::bench
