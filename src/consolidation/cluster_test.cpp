// SPDX-License-Identifier: MIT
#include "consolidation/cluster.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace travaux;
using namespace travaux::consolidation;

namespace {

// Two of three words are common to all rivals, in order; the third is the rival's own.
std::string rival(int number) {
    std::string text;
    for (int at = 0; at < 300; ++at) {
        const bool is_own = at % 3 == 1;
        text += "w" + std::to_string(at) + (is_own ? "of" + std::to_string(number) : "") + " ";
    }
    return text;
}

std::vector<Cluster> clusters_after(int words_before) {
    text::Lexicon lexicon;
    for (int at = 0; at < words_before; ++at) {
        (void)lexicon.word("before" + std::to_string(at), true);
    }
    std::vector<text::Words> texts;
    for (int number = 0; number < 8; ++number) {
        texts.push_back(text::words_of(rival(number), lexicon));
    }
    const std::vector<Stretch> sequences(texts.begin(), texts.end());
    const std::vector<std::optional<std::size_t>> amends(sequences.size());
    return clusters_of(sequences, amends, lexicon);
}

}  // namespace

TEST_CASE("clusters of long readings do not depend on which words came before them") {
    std::set<std::vector<Cluster>> seen;
    for (int words_before = 0; words_before < 64; ++words_before) {
        seen.insert(clusters_after(words_before));
    }
    CHECK(seen.size() == 1);
}
