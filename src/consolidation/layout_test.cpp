// SPDX-License-Identifier: MIT
#include "consolidation/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "consolidation/alignment.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

std::vector<std::uint32_t> touched_by_none(const text::Words& base,
                                           const std::vector<text::Words>& targets) {
    std::vector<bool> touched(base.size());
    for (const auto& target : targets) {
        for (const Hunk& hunk : hunks(base, target)) {
            for (auto i = hunk.begin; i < hunk.end; ++i) touched[i] = true;
        }
    }
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < base.size(); ++i) {
        if (!touched[i]) result.push_back(base[i]);
    }
    return result;
}

text::Words outside_brackets(const Tree& tree) {
    text::Words result;
    std::size_t inside_until = 0;
    for (std::size_t at = 0; at < tree.size(); ++at) {
        const Node& node = tree[at];
        const bool bracket = node.kind == NodeKind::deletion || node.kind == NodeKind::insertion;
        if (bracket) inside_until = std::max<std::size_t>(inside_until, node.subtree_end);
        if (at >= inside_until) result.insert(result.end(), node.words.begin(), node.words.end());
    }
    return result;
}

// Laws 4 (base), 5 (witness) and 10 (plain text) on one base and its targets.
void check_laws(const text::Words& base, std::vector<text::Words> targets,
                const text::Lexicon& lexicon) {
    std::erase(targets, base);
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    const Tree tree = layout(base, targets, lexicon);
    REQUIRE(base_of(tree) == base);
    for (Witness witness = 0; witness < targets.size(); ++witness) {
        REQUIRE(reading_of(tree, witness) == targets[witness]);
    }
    REQUIRE(outside_brackets(tree) == touched_by_none(base, targets));
}

}  // namespace

TEST_CASE("a provision nobody touches stands plain") {
    text::Lexicon lexicon;
    const auto base = text::words_of("Each Party shall act", lexicon);
    const Tree tree = layout(base, {}, lexicon);
    REQUIRE(tree.size() == 1);
    CHECK(tree[0].kind == NodeKind::words);
}

TEST_CASE("rival wordings of one word are readings of one place") {
    text::Lexicon lexicon;
    const auto base = text::words_of("Each Party shall act", lexicon);
    const std::vector<text::Words> targets{text::words_of("Each Party may act", lexicon),
                                           text::words_of("Each Party should act", lexicon)};
    const Tree tree = layout(base, targets, lexicon);
    const auto places = std::count_if(
        tree.begin(), tree.end(), [](const Node& node) { return node.kind == NodeKind::place; });
    CHECK(places == 1);
    const auto deletion = std::find_if(
        tree.begin(), tree.end(), [](const Node& node) { return node.kind == NodeKind::deletion; });
    REQUIRE(deletion != tree.end());
    CHECK(deletion->witnesses == Witnesses{0, 1});
}

TEST_CASE("laws 4, 5 and 10 hold on random sets of targets") {
    std::minstd_rand engine(11);
    text::Lexicon lexicon;
    const text::Words letters_of_all = text::words_of("a b c d e f g h i j k l m", lexicon);
    const auto chance = [&] { return static_cast<unsigned>(engine()); };
    for (int round = 0; round < 3000; ++round) {
        const unsigned letters = 2 + chance() % 12;
        const auto random_text = [&](std::size_t length) {
            text::Words words(length);
            for (auto& word : words) word = letters_of_all[chance() % letters];
            return words;
        };
        const auto base = random_text(chance() % 40);
        std::vector<text::Words> targets(chance() % 12);
        for (auto& target : targets) {
            target = base;
            for (unsigned edits = chance() % 4; edits-- > 0 && !target.empty();) {
                const auto at = static_cast<std::ptrdiff_t>(chance() % target.size());
                const auto left = target.size() - static_cast<std::size_t>(at);
                const auto cut = static_cast<std::ptrdiff_t>(chance() % (left + 1));
                const auto words = random_text(chance() % 6);
                target.erase(target.begin() + at, target.begin() + at + cut);
                target.insert(target.begin() + at, words.begin(), words.end());
            }
        }
        check_laws(base, std::move(targets), lexicon);
    }
}
