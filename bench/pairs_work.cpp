// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "bench/target_texts.h"
#include "bench/works.h"
#include "consolidation/alignment.h"
#include "tests/scratch.h"
#include "text/word.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

// What all hunks come to.
struct HunkCount {
    std::size_t hunks = 0;
    std::size_t words_out = 0;  // of the base
    std::size_t words_in = 0;   // of the target
    std::size_t wrong = 0;      // pairs whose target does not come back
};

void put(Measured& measured, std::size_t pairs, const HunkCount& count) {
    measured.note +=
        fmt::format("{} pairs, {} hunks, {} words in hunks ({} out, {} in)", pairs, count.hunks,
                    count.words_out + count.words_in, count.words_out, count.words_in);
    measured.is_checked = count.wrong == 0;
}

// One pair, in words, and what came of it.
struct Compared {
    text::Words target;
    Hunks hunks;
};

// The pairs of one provision.
struct Provision {
    text::Words base;
    std::vector<Compared> compared;
};

// From texts to words to hunks.
std::vector<Provision> compare(const std::vector<TargetTexts>& texts) {
    text::Lexicon lexicon;
    std::vector<Provision> provisions;
    provisions.reserve(texts.size());
    for (const auto& [base, targets] : texts) {
        Provision& provision = provisions.emplace_back();
        provision.base = text::words_of(base, lexicon);
        for (const std::string& target : targets) {
            text::Words words = text::words_of(target, lexicon);
            auto changes = hunks(provision.base, words);
            provision.compared.push_back({std::move(words), std::move(changes)});
        }
    }
    return provisions;
}

HunkCount count_of(const std::vector<Provision>& provisions) {
    HunkCount count;
    for (const auto& [base, compared] : provisions) {
        for (const auto& [target, changes] : compared) {
            count.hunks += changes.size();
            for (const Hunk& hunk : changes) {
                count.words_out += hunk.end - hunk.begin;
                count.words_in += hunk.target_end - hunk.target_begin;
            }
            count.wrong += apply(base, target, changes) == target ? 0 : 1;
        }
    }
    return count;
}

Measured compared(const Bytes& bytes) {
    const auto texts = target_texts_of(bytes);
    std::vector<Provision> provisions;
    Measured measured = measure(all_bytes_of(texts), [&] {
        provisions.clear();
        return spent_by([&] { provisions = compare(texts); });
    });
    put(measured, pairs_in(texts), count_of(provisions));
    return measured;
}

void write_pairs(const std::vector<TargetTexts>& texts, const std::filesystem::path& file) {
    std::ofstream stream(file, std::ios::binary);
    for (const auto& [base, targets] : texts) {
        for (const std::string& target : targets) stream << base << '\0' << target << '\0';
    }
}

// diff-match-patch in node, which times itself; the limits are measured after it.
Measured compared_by_diff_match_patch(const Bytes& bytes) {
    const auto lines = one_word_a_line(target_texts_of(bytes));
    const tests::Scratch scratch;
    const std::filesystem::path pairs = scratch / "pairs";
    write_pairs(lines, pairs);
    std::istringstream said(output_of(
        fmt::format("command -v node >/dev/null && node '{}/bench/diff_match_patch.js' '{}' {}",
                    TRAVAUX_SOURCE_DIR, pairs.string(), runs_each_round + 1)));
    std::string version;
    HunkCount count;
    std::getline(said, version);
    said >> count.hunks >> count.words_out >> count.words_in >> count.wrong;
    Measured measured;
    if (!said) {
        measured.note = "node or its package is missing: tools/install_npm_packages";
        measured.is_checked = true;
        return measured;
    }
    measured = measure(all_bytes_of(lines), [&] {
        Spent spent;
        said >> spent.wall >> spent.processor;
        return spent;
    });
    measured.note = fmt::format("partial: pairs alone; {}; ", version);
    put(measured, pairs_in(lines), count);
    return measured;
}

}  // namespace

void pairs_work(const Inputs& inputs, Table& table) {
    const auto turns =
        in_turns({[&] { return compared(input_of(inputs, 20000)); },
                  [&] { return compared_by_diff_match_patch(input_of(inputs, 20000)); }});
    table.add({"B5 hunks of pairs", "20000", {}, {}}, turns[0]);
    table.add_peer({"   diff-match-patch", "20000", {}, {}}, turns[1]);
}

}  // namespace travaux::bench
