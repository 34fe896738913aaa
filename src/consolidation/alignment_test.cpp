// SPDX-License-Identifier: MIT
#include "consolidation/alignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace travaux;
using namespace travaux::consolidation;

namespace {

// What is known of the ends changes nothing.
void check_known_ends(const text::Words& base, const text::Words& target) {
    const auto shorter = static_cast<std::ptrdiff_t>(std::min(base.size(), target.size()));
    const auto prefix =
        std::mismatch(base.begin(), base.begin() + shorter, target.begin()).first - base.begin();
    const auto suffix =
        std::mismatch(base.rbegin(), base.rbegin() + (shorter - prefix), target.rbegin()).first -
        base.rbegin();
    const KnownEnds ends{static_cast<std::uint32_t>(prefix), static_cast<std::uint32_t>(suffix)};
    const auto changes = hunks(base, target);
    CHECK(hunks(base, target, ends) == changes);
    CHECK(hunks(base, target, KnownEnds{ends.prefix / 2, ends.suffix / 2}) == changes);
}

// Laws 12 and 13: applying gives the target; hunks are canonical, disjoint, apart and minimal.
void check_laws(const text::Words& base, const text::Words& target) {
    const auto changes = hunks(base, target);
    const auto result = apply(base, target, changes);
    REQUIRE(result == target);
    CHECK(hunks(base, result) == changes);
    check_known_ends(base, target);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Hunk& hunk = changes[i];
        if (i > 0) CHECK(changes[i - 1].end < hunk.begin);
        const bool replaces = hunk.begin < hunk.end && hunk.target_begin < hunk.target_end;
        if (!replaces) continue;
        CHECK(base[hunk.begin] != target[hunk.target_begin]);
        CHECK(base[hunk.end - 1] != target[hunk.target_end - 1]);
    }
}

}  // namespace

TEST_CASE("a changed word is one hunk") {
    text::Lexicon lexicon;
    const auto base = text::words_of("Each State Party shall cooperate fully.", lexicon);
    const auto target = text::words_of("Each State Party may cooperate fully.", lexicon);
    CHECK(hunks(base, target) == Hunks{{3, 4, 3, 4}});
}

TEST_CASE("a repeated word is inserted at its leftmost place") {
    text::Lexicon lexicon;
    const auto base = text::words_of("so that States act", lexicon);
    const auto target = text::words_of("so that that States act", lexicon);
    CHECK(hunks(base, target) == Hunks{{1, 1, 1, 2}});
}

TEST_CASE("an empty target deletes everything and an empty base inserts everything") {
    const text::Words some{2, 4, 6};
    CHECK(hunks(some, {}) == Hunks{{0, 3, 0, 0}});
    CHECK(hunks({}, some) == Hunks{{0, 0, 0, 3}});
    CHECK(hunks(some, some).empty());
}

TEST_CASE("laws 12 and 13 hold on random texts of small alphabets") {
    std::minstd_rand engine(7);
    const auto chance = [&] { return static_cast<unsigned>(engine()); };
    for (int round = 0; round < 20000; ++round) {
        const unsigned letters = 2 + chance() % 12;
        const auto random_text = [&](std::size_t length) {
            text::Words words(length);
            for (auto& word : words) word = 2 * (chance() % letters);
            return words;
        };
        check_laws(random_text(chance() % 40), random_text(chance() % 40));
    }
}
