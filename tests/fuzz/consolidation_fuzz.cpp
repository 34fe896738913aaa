// Fuzzes the consolidation from end to end: bytes draw a draft and proposals of all kinds on it.
// One law is checked on an input, or what is carried over to the next draft, by the hash of its
// bytes: checking all of them would leave time for few inputs. Where the environment has
// TRAVAUX_ALL_LAWS, as for kept inputs, all are checked.
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <cstdlib>

#include "base/quick_hash.h"
#include "base/result.h"
#include "consolidation/decision.h"
#include "consolidation/laws.h"
#include "consolidation/read_back.h"
#include "formats/round_trips.h"
#include "tests/fuzz/input.h"
#include "tests/random_sets.h"

namespace {

using namespace travaux;
using namespace travaux::consolidation;

// What is drawn may insert a provision without words, which no line of proposals says.
Engine engine_of_draws() {
    Engine engine = formats::engine_with_files();
    engine.proposal_files.clear();
    return engine;
}

void verify(const LawOutcome& outcome) {
    if (outcome.broken) {
        std::fprintf(stderr, "law %d: %s\n", outcome.law, outcome.broken->c_str());
    }
    VERIFY(!outcome.broken);
}

// What is carried over stands on the next draft, and reads back out of its text.
void check_next(const NextDraft& next) {
    VERIFY(check(next.draft, next.open).has_value());
    const auto text = consolidate(next.draft, next.open, next.draft.working_language);
    VERIFY(!unreadable_place(next.draft, text));
}

void check_adoption(const tests::Sample& sample, tests::RandomSets& random) {
    std::vector<Adoption> adopted;
    for (const auto& [id, proposal] : sample.set.submitted) {
        if (random.below(3) == 0) adopted.push_back({id, random.below(2)});
    }
    const auto next = next_draft(sample.draft, sample.provenance, sample.set, adopted);
    if (next) check_next(*next);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Engine engine = engine_of_draws();
    static const bool checks_all = std::getenv("TRAVAUX_ALL_LAWS") != nullptr;
    const std::string_view bytes = tests::view_of(data, size);
    tests::RandomSets random(bytes);
    const unsigned provisions = 1 + random.below(6);
    const unsigned proposals = random.below(8);
    const auto languages = random.below(2) == 0 ? tests::Languages::one : tests::Languages::two;
    const auto sample = tests::random_sample(random, provisions, proposals, languages);
    const LawInput input{sample.draft, sample.provenance, sample.set, 1, 1, 1};
    const int law = static_cast<int>(quick_hash(bytes) % (law_count + 1));
    if (checks_all) {
        for (const LawOutcome& outcome : check_laws(input, engine, {})) verify(outcome);
    } else if (law > 0) {
        verify(check_law(input, engine, law));
    }
    if (checks_all || law == 0) check_adoption(sample, random);
    return 0;
}
