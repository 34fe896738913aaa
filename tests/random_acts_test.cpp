// Random acts of random callers: whatever happens, the record replays to the state.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "storage/memory.h"
#include "tests/committee_under_test.h"
#include "tests/corpus.h"
#include "tests/random_acts.h"
#include "tests/scenario.h"

using namespace travaux;

namespace {

std::size_t run(unsigned seed, unsigned acts) {
    storage::MemoryStore store;
    tests::CommitteeUnderTest committee(store);
    const auto given =
        tests::play(tests::project_folder() / "tests/scenarios/given/negotiation.txt", committee);
    REQUIRE(given.findings.empty());
    tests::Chance chance(seed);
    std::size_t accepted = 0;
    std::int64_t time_ms = 1'641'805'200'000 + 1'000'000;
    for (unsigned at = 0; at < acts; ++at) {
        const host::AttemptedAct attempt = tests::random_act(chance);
        time_ms += chance.below(86'400'000);
        const auto outcome = committee.act(attempt, time_ms);
        accepted += outcome ? 1 : 0;
        if (!outcome) CHECK_FALSE(outcome.error().id.starts_with("test."));
    }
    const auto checked = committee.check();
    CHECK_MESSAGE(checked, (checked ? "" : checked.error().id));
    return accepted;
}

}  // namespace

TEST_CASE("whatever is tried, refused acts change nothing and the record replays to the state") {
    const unsigned runs = tests::is_long_run() ? 200 : 8;
    std::size_t accepted = 0;
    for (unsigned seed = 1; seed <= runs; ++seed) {
        INFO("seed " << seed);
        accepted += run(seed, 250);
    }
    // Enough of what is tried is accepted for the rest to mean something.
    CHECK(accepted > 10 * runs);
}
