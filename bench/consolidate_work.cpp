// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>

#include "bench/consolidating.h"
#include "bench/git_merge.h"
#include "bench/works.h"
#include "consolidation/read_back.h"
#include "consolidation/statistics.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

Measured consolidations(const Bytes& bytes) {
    Measured measured = measure(bytes.all, [&] {
        std::optional<Outcome> outcome;
        return spent_by([&] { outcome = consolidate_bytes(bytes); });
    });
    const Outcome outcome = consolidate_bytes(bytes);
    const Statistics statistics = statistics_of(outcome.consolidated);
    measured.note =
        fmt::format("{} places, {} words in brackets", statistics.brackets, statistics.words_open);
    measured.is_checked = !unreadable_place(outcome.draft, outcome.consolidated);
    return measured;
}

// Laws 4 and 5, and the parties, read back from a publication.
Measured reading_back(const Bytes& bytes) {
    const Outcome outcome = consolidate_bytes(bytes);
    bool is_checked = true;
    Measured measured = measure(bytes.all, [&] {
        return spent_by([&] {
            is_checked = is_checked && !unreadable_place(outcome.draft, outcome.consolidated);
        });
    });
    measured.is_checked = is_checked;
    return measured;
}

Measured once(const Bytes& bytes) {
    Measured measured;
    std::optional<Outcome> outcome;
    measured.runs = {spent_by([&] { outcome = consolidate_bytes(bytes); })};
    measured.is_checked = !outcome->text.empty();
    return measured;
}

// The targets of each provision merged one after the other, one word a line.
Measured git_merges(const Bytes& bytes) {
    const auto lines = one_word_a_line(target_texts_of(bytes));
    const GitMerge git;
    Merged merged;
    Measured measured =
        measure(all_bytes_of(lines), [&] { return spent_by([&] { merged = git.merge(lines); }); });
    measured.note = fmt::format("partial: texts alone; {} of {} merges in conflict",
                                merged.conflicts, merged.merges);
    measured.is_checked = true;
    return measured;
}

}  // namespace

void consolidate_work(const Inputs& inputs, Table& table) {
    for (const std::size_t count : {2000U, 20000U}) {
        const auto turns = in_turns({[&] { return consolidations(input_of(inputs, count)); },
                                     [&] { return git_merges(input_of(inputs, count)); }});
        Line line{"B1 consolidate", std::to_string(count), {}, {}};
        if (count == 20000) line.mark = mark_of_sha256(turns[0], 8, 3.5);
        table.add(line, turns[0]);
        table.add_peer({git_merge_name(), line.size, {}, {}}, turns[1]);
    }
    const auto read = in_rounds([&] { return reading_back(input_of(inputs, 20000)); });
    table.add({"B1 laws 4, 5 read back", "20000", mark_of_ms(read, 150, 40), ""}, read);
    const auto peak = in_rounds([&] { return once(input_of(inputs, 20000)); });
    const double peak_mb = peak ? static_cast<double>(peak->peak_kilobytes) / 1024 : 0;
    table.add({"B1 peak memory, once", "20000", mark_of(peak_mb, 64, 24, "MB"), ""}, peak);
}

void hostile_work(const Inputs& inputs, Table& table) {
    for (const std::string name :
         {"identical10k", "samesite10k", "samegap10k", "crossing2k", "nested2k", "repetitive500",
          "rewrite200", "shuffle200", "altab200"}) {
        const std::filesystem::path stem = inputs / "adv" / name;
        const auto measured = in_rounds([&] {
            return consolidations(pair_of(stem.string() + ".b.tsv", stem.string() + ".a.tsv"));
        });
        table.add({"B8 hostile", name, mark_of_ms(measured, 1000, 300), ""}, measured);
    }
}

void scale_work(const Inputs& inputs, Table& table) {
    std::optional<double> ms_before;
    std::size_t count_before = 0;
    for (const std::size_t count : {200U, 2000U, 20000U, 100000U}) {
        if (!std::filesystem::exists(amendments_file(inputs, count))) continue;
        const auto measured = in_rounds([&] { return consolidations(input_of(inputs, count)); });
        const auto ms = median_ms(measured);
        std::string slope;
        if (ms_before && ms) {
            const double growth = static_cast<double>(count) / static_cast<double>(count_before);
            slope = fmt::format("slope {:.2f}", std::log(*ms / *ms_before) / std::log(growth));
        }
        table.add({"B9 scale", std::to_string(count), {}, slope}, measured);
        ms_before = ms;
        count_before = count;
    }
}

}  // namespace travaux::bench
