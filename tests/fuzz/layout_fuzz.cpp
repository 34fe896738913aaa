// Fuzzes hunks and layout: the first line is the base, every other one a target. Checks laws 4
// (base), 5 (witness), 10 (plain text), 12 and 13 (hunks).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/result.h"
#include "consolidation/alignment.h"
#include "consolidation/layout.h"
#include "tests/fuzz/input.h"
#include "text/word.h"

namespace {

using namespace travaux;
using namespace travaux::consolidation;

// Laws 12 and 13; marks the base words that a hunk covers.
void check_hunks(const text::Words& base, const text::Words& target, std::vector<bool>& touched) {
    const Hunks changes = hunks(base, target);
    VERIFY(apply(base, target, changes) == target);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Hunk& hunk = changes[i];
        if (i > 0) VERIFY(changes[i - 1].end < hunk.begin);
        VERIFY(hunk.begin < hunk.end || hunk.target_begin < hunk.target_end);
        if (hunk.begin < hunk.end && hunk.target_begin < hunk.target_end) {
            VERIFY(base[hunk.begin] != target[hunk.target_begin]);
            VERIFY(base[hunk.end - 1] != target[hunk.target_end - 1]);
        }
        std::fill(touched.begin() + hunk.begin, touched.begin() + hunk.end, true);
    }
}

text::Words outside_brackets(const Tree& tree) {
    text::Words result;
    std::size_t inside_until = 0;
    for (std::size_t at = 0; at < tree.size(); ++at) {
        const Node& node = tree[at];
        if (node.kind == NodeKind::deletion || node.kind == NodeKind::insertion) {
            inside_until = std::max<std::size_t>(inside_until, node.subtree_end);
        }
        if (at >= inside_until) result.insert(result.end(), node.words.begin(), node.words.end());
    }
    return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    text::Lexicon lexicon;
    std::vector<text::Words> targets;
    for (const auto line : tests::lines_of(tests::view_of(data, size))) {
        targets.push_back(text::words_of(line, lexicon));
    }
    const text::Words base = targets.front();
    std::erase(targets, base);
    std::ranges::sort(targets);
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());

    std::vector<bool> touched(base.size());
    for (const text::Words& target : targets) check_hunks(base, target, touched);
    text::Words untouched;
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (!touched[i]) untouched.push_back(base[i]);
    }

    const Tree tree = layout(base, targets, lexicon);
    VERIFY(base_of(tree) == base);
    VERIFY(outside_brackets(tree) == untouched);
    for (Witness witness = 0; witness < targets.size(); ++witness) {
        VERIFY(reading_of(tree, witness) == targets[witness]);
    }
    return 0;
}
