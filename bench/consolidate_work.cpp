// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "bench/input.h"
#include "bench/works.h"
#include "consolidation/consolidation.h"
#include "consolidation/content.h"
#include "consolidation/read_back.h"
#include "consolidation/statistics.h"
#include "formats/printing.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

// One input: the bytes of base and amendments, one after the other.
struct Bytes {
    std::string all;
    std::size_t base_size = 0;

    [[nodiscard]] std::string_view base() const {
        return std::string_view(all).substr(0, base_size);
    }
    [[nodiscard]] std::string_view amendments() const {
        return std::string_view(all).substr(base_size);
    }
};

Bytes pair_of(const std::filesystem::path& base, const std::filesystem::path& amendments) {
    std::string all = bytes_of(base);
    const std::size_t base_size = all.size();
    return {std::move(all) + bytes_of(amendments), base_size};
}

// All that comes of one consolidation.
struct Outcome {
    text::Draft draft;
    Consolidated consolidated;
    std::string text;
    std::vector<Sha256> contents;
};

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

Outcome consolidate_bytes(const Bytes& bytes) {
    Outcome outcome;
    outcome.draft = draft_of(bytes.base());
    Consolidation consolidation(outcome.draft, text::Language::en);
    each_proposal(outcome.draft, bytes.amendments(),
                  [&](Proposal proposal) { consolidation.add(std::move(proposal)); });
    outcome.consolidated = std::move(consolidation).finish();
    outcome.text = formats::print_text(outcome.draft, outcome.consolidated, {});
    outcome.contents = contents_of(outcome.consolidated);
    return outcome;
}

Measured consolidations(const Bytes& bytes) {
    Measured measured = measure(bytes.all, [&] {
        std::optional<Outcome> outcome;
        return nanoseconds([&] { outcome = consolidate_bytes(bytes); });
    });
    const Outcome outcome = consolidate_bytes(bytes);
    const Statistics statistics = statistics_of(outcome.consolidated);
    measured.brackets = statistics.brackets;
    measured.words_open = statistics.words_open;
    measured.is_checked = !unreadable_place(outcome.draft, outcome.consolidated);
    return measured;
}

std::string note_of(const std::optional<Measured>& measured) {
    if (!measured) return {};
    return fmt::format("{} places, {} words in brackets", measured->brackets, measured->words_open);
}

std::filesystem::path amendments_file(const Inputs& inputs, std::size_t count) {
    return inputs / ("amend-" + std::to_string(count) + ".tsv");
}

// Laws 4 and 5, and the parties, read back from a publication.
Measured reading_back(const Bytes& bytes) {
    const Outcome outcome = consolidate_bytes(bytes);
    bool is_checked = true;
    Measured measured = measure(bytes.all, [&] {
        return nanoseconds([&] {
            is_checked = is_checked && !unreadable_place(outcome.draft, outcome.consolidated);
        });
    });
    measured.is_checked = is_checked;
    return measured;
}

Measured once(const Bytes& bytes) {
    Measured measured;
    std::optional<Outcome> outcome;
    measured.times = times_of({nanoseconds([&] { outcome = consolidate_bytes(bytes); })});
    measured.is_checked = !outcome->text.empty();
    return measured;
}

}  // namespace

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        fmt::print(stderr, "travaux_bench: {} cannot be read; bench/run makes it\n", file.string());
        std::exit(3);
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

void consolidate_work(const Inputs& inputs, Table& table) {
    for (const std::size_t count : {2000U, 20000U}) {
        const std::string size = std::to_string(count);
        const auto input = [&] {
            return pair_of(inputs / "base.tsv", amendments_file(inputs, count));
        };
        const auto measured = in_own_process([&] { return consolidations(input()); });
        Line line{"B1 consolidate", size, note_of(measured), {}};
        if (count == 20000) line.mark = mark_of_sha256(measured, 8, 3.5);
        table.add(line, measured);
    }
    const auto input = [&] { return pair_of(inputs / "base.tsv", amendments_file(inputs, 20000)); };
    const auto read = in_own_process([&] { return reading_back(input()); });
    const double read_ms = read ? read->times.median / 1e6 : 0;
    table.add({"B1 laws 4, 5 read back", "20000", "", mark_of(read_ms, 150, 40, "ms")}, read);
    const auto peak = in_own_process([&] { return once(input()); });
    const double peak_mb = peak ? static_cast<double>(peak->peak_kilobytes) / 1024 : 0;
    table.add({"B1 peak memory, once", "20000", "", mark_of(peak_mb, 64, 24, "MB")}, peak);
}

void hostile_work(const Inputs& inputs, Table& table) {
    for (const std::string name :
         {"identical10k", "samesite10k", "samegap10k", "crossing2k", "nested2k", "repetitive500",
          "rewrite200", "shuffle200", "altab200"}) {
        const std::filesystem::path stem = inputs / "adv" / name;
        const auto measured = in_own_process([&] {
            return consolidations(pair_of(stem.string() + ".b.tsv", stem.string() + ".a.tsv"));
        });
        const double ms = measured ? measured->times.median / 1e6 : 0;
        table.add({"B8 hostile", name, note_of(measured), mark_of(ms, 1000, 300, "ms")}, measured);
    }
}

void scale_work(const Inputs& inputs, Table& table) {
    std::optional<Measured> before;
    std::size_t count_before = 0;
    for (const std::size_t count : {200U, 2000U, 20000U, 100000U}) {
        if (!std::filesystem::exists(amendments_file(inputs, count))) continue;
        const auto measured = in_own_process([&] {
            return consolidations(pair_of(inputs / "base.tsv", amendments_file(inputs, count)));
        });
        std::string slope;
        if (before && measured) {
            slope = fmt::format(
                "slope {:.2f}",
                std::log(measured->times.median / before->times.median) /
                    std::log(static_cast<double>(count) / static_cast<double>(count_before)));
        }
        table.add({"B9 scale", std::to_string(count), slope, {}}, measured);
        before = measured;
        count_before = count;
    }
}

}  // namespace travaux::bench
