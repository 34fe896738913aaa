// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>

#include "bench/consolidating.h"
#include "bench/drafts.h"
#include "bench/git_merge.h"
#include "bench/works.h"
#include "consolidation/canonical.h"

namespace travaux::bench {
namespace {

constexpr std::uint32_t orders = 20;

// The proposals in an order that `seed` draws, each so many times.
Bytes in_order(const Bytes& bytes, std::uint32_t seed, std::size_t times) {
    const auto lines = pieces(bytes.amendments(), '\n');
    std::string all(bytes.base());
    for (const std::size_t at : drawn_order(lines.size() * times, seed)) {
        all += lines[at % lines.size()];
        all += '\n';
    }
    return {std::move(all), bytes.base_size};
}

// The hash of all that came out.
Sha256 output_of(const Outcome& outcome) {
    std::string bytes = consolidation::canonical(outcome.consolidated) + outcome.text;
    for (const Sha256& content : outcome.contents) bytes.append(content.begin(), content.end());
    return sha256(bytes);
}

std::string said(std::size_t outputs, std::uint32_t drawn) {
    return fmt::format("distinct outputs: {}, of {} orders", outputs, drawn);
}

Measured in_all_orders(const Bytes& bytes) {
    std::set<Sha256> outputs;
    std::uint32_t seed = 0;
    Measured measured = measure(
        bytes.all,
        [&] {
            std::optional<Outcome> outcome;
            const Bytes drawn = in_order(bytes, seed, 1);
            const Spent spent = spent_by([&] { outcome = consolidate_bytes(drawn); });
            outputs.insert(output_of(*outcome));
            outputs.insert(output_of(consolidate_set(in_order(bytes, seed, 2))));
            ++seed;
            return spent;
        },
        orders);
    measured.note = fmt::format("{}; each proposal once, then twice", said(outputs.size(), seed));
    measured.is_checked = outputs.size() == 1;
    return measured;
}

// The targets of each provision in a drawn order.
std::vector<TargetTexts> in_order(const std::vector<TargetTexts>& texts, std::uint32_t seed) {
    std::vector<TargetTexts> drawn;
    for (const auto& [base, targets] : texts) {
        drawn.push_back({base, {}});
        for (const std::size_t at : drawn_order(targets.size(), seed)) {
            drawn.back().targets.push_back(targets[at]);
        }
    }
    return drawn;
}

Measured merged_in_all_orders(const Bytes& bytes) {
    const auto lines = one_word_a_line(target_texts_of(bytes));
    const GitMerge git;
    std::set<Sha256> outputs;
    std::uint32_t seed = 0;
    Measured measured = measure(
        all_bytes_of(lines),
        [&] {
            Merged merged;
            const auto drawn = in_order(lines, seed++);
            const Spent spent = spent_by([&] { merged = git.merge(drawn); });
            outputs.insert(sha256(merged.text));
            return spent;
        },
        orders);
    measured.note = "partial: texts alone; " + said(outputs.size(), seed);
    measured.is_checked = true;
    return measured;
}

}  // namespace

void order_work(const Inputs& inputs, Table& table) {
    for (const std::size_t count : {2000U, 20000U}) {
        const auto turns = in_turns({[&] { return in_all_orders(input_of(inputs, count)); },
                                     [&] { return merged_in_all_orders(input_of(inputs, count)); }},
                                    1);
        const std::string size = std::to_string(count);
        const bool is_one = turns[0] && turns[0]->is_checked;
        table.add({"B2 order of arrival", size, Mark{"1 distinct output", is_one}, ""}, turns[0]);
        table.add_peer({git_merge_name(), size, {}, ""}, turns[1]);
    }
}

}  // namespace travaux::bench
