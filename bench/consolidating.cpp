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

// The content id of each distinct wish for words: of the first proposal that has it. Proposals are
// visited in their own order, in which they lie in memory.
std::vector<Sha256> contents_of(const Consolidated& consolidated) {
    std::vector<bool> is_first(consolidated.proposals.size());
    for (const Row& row : consolidated.rows) {
        for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
            for (const Target& target : text->targets) is_first[target.proposals.front()] = true;
        }
    }
    std::vector<Sha256> contents;
    for (std::size_t at = 0; at < is_first.size(); ++at) {
        if (!is_first[at]) continue;
        contents.push_back(content_id(consolidated.draft, consolidated.proposals[at].parts));
    }
    return contents;
}

void print(Outcome& outcome) {
    outcome.text = formats::print_text(outcome.draft, outcome.consolidated, {});
    outcome.contents = contents_of(outcome.consolidated);
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
    consolidation.reserve(lines_of(bytes.amendments()));
    each_proposal(outcome.draft, bytes.amendments(),
                  [&](Proposal&& proposal) { consolidation.add(std::move(proposal)); });
    outcome.consolidated = std::move(consolidation).finish();
    print(outcome);
    return outcome;
}

Outcome consolidate_set(const Bytes& bytes) {
    Outcome outcome;
    outcome.draft = draft_of(bytes.base());
    ProposalSet set;
    each_proposal(outcome.draft, bytes.amendments(), [&](Proposal&& proposal) {
        for (const std::string& sponsor : proposal.sponsors) {
            set.supports.insert({proposal.id, sponsor, {}});
        }
        set.submitted.emplace(proposal.id, std::move(proposal));
    });
    outcome.consolidated = consolidate(outcome.draft, set, text::Language::en);
    print(outcome);
    return outcome;
}

}  // namespace travaux::bench
