// Fuzzes the consolidation from end to end: bytes draw a draft and proposals of all kinds on it.
// All laws hold on them, and again on the next draft with what is carried over.
// SPDX-License-Identifier: MIT
#include <cstdio>

#include "base/result.h"
#include "consolidation/decision.h"
#include "consolidation/laws.h"
#include "consolidation/read_back.h"
#include "tests/fuzz/input.h"
#include "tests/random_sets.h"

namespace {

using namespace travaux;
using namespace travaux::consolidation;

void check_all_laws(const tests::Sample& sample) {
    const LawInput input{sample.draft, sample.provenance, sample.set, 1, 1, 1};
    for (const LawOutcome& outcome : check_laws(input, real_engine(), {})) {
        if (outcome.broken) {
            std::fprintf(stderr, "law %d: %s\n", outcome.law, outcome.broken->c_str());
        }
        VERIFY(!outcome.broken);
    }
}

// What is carried over stands on the next draft, and reads back out of its text.
void check_next(const NextDraft& next) {
    VERIFY(check(next.draft, next.open).has_value());
    const auto text = consolidate(next.draft, next.open, next.draft.working_language);
    VERIFY(!unreadable_place(next.draft, text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 400) return 0;
    tests::RandomSets random(tests::view_of(data, size));
    const unsigned provisions = 1 + random.below(6);
    const unsigned proposals = random.below(8);
    const auto languages = random.below(2) == 0 ? tests::Languages::one : tests::Languages::two;
    const auto sample = tests::random_sample(random, provisions, proposals, languages);
    check_all_laws(sample);

    std::vector<Adoption> adopted;
    for (const auto& [id, proposal] : sample.set.submitted) {
        if (random.below(3) == 0) adopted.push_back({id, random.below(2)});
    }
    const auto next = next_draft(sample.draft, sample.provenance, sample.set, adopted);
    if (next) check_next(*next);
    return 0;
}
