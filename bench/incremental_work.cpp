// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "bench/input.h"
#include "bench/works.h"
#include "consolidation/canonical.h"
#include "consolidation/consolidation.h"
#include "consolidation/read_back.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

constexpr unsigned seed = 7;

struct Start {
    text::Draft draft;
    std::vector<Proposal> proposals;
};

Start start_of(const Inputs& inputs, std::size_t count) {
    Start start{draft_of(bytes_of(inputs / "base.tsv")), {}};
    start.proposals = proposals_of(start.draft, bytes_of(amendments_file(inputs, count)));
    return start;
}

// The time of each of the last tenth.
Measured additions(const Start& start) {
    Consolidation consolidation(start.draft, text::Language::en);
    const std::size_t measured_from = start.proposals.size() * 9 / 10;
    Measured measured;
    for (std::size_t at = 0; at < start.proposals.size(); ++at) {
        Proposal proposal = start.proposals[at];
        if (at == measured_from) consolidation.settle();
        const Spent spent = spent_by([&] {
            consolidation.add(std::move(proposal));
            if (at >= measured_from) consolidation.settle();
        });
        if (at >= measured_from) measured.runs.push_back(spent);
    }
    measured.is_checked = !unreadable_place(start.draft, std::move(consolidation).finish());
    return measured;
}

Measured withdrawals(const Start& start) {
    const std::vector<std::size_t> order = drawn_order(start.proposals.size(), seed);
    const std::size_t half = order.size() / 2;

    Consolidation consolidation(start.draft, text::Language::en);
    for (const Proposal& proposal : start.proposals) consolidation.add(Proposal(proposal));
    consolidation.settle();
    Measured measured;
    for (std::size_t at = 0; at < half; ++at) {
        const std::string& id = start.proposals[order[at]].id;
        measured.runs.push_back(spent_by([&] {
            consolidation.remove(id);
            consolidation.settle();
        }));
    }
    Consolidation rest(start.draft, text::Language::en);
    for (std::size_t at = half; at < order.size(); ++at) {
        rest.add(Proposal(start.proposals[order[at]]));
    }
    measured.is_checked =
        canonical(std::move(consolidation).finish()) == canonical(std::move(rest).finish());
    return measured;
}

void add_lines(const Inputs& inputs, Table& table, const std::string& work,
               Measured (*measuring)(const Start&)) {
    for (const std::size_t count : {2000U, 20000U}) {
        const auto measured = in_rounds([&] { return measuring(start_of(inputs, count)); });
        const Times times = measured ? times_of(measured->runs) : Times{};
        Line line{work, std::to_string(count), {}, fmt::format("most {:.0f} µs", times.most / 1e3)};
        if (count == 20000) line.mark = mark_of(times.p99 / 1e3, 150, 40, "µs p99");
        table.add(line, measured);
    }
}

}  // namespace

void incremental_work(const Inputs& inputs, Table& table) {
    add_lines(inputs, table, "B3 one more proposal", additions);
}

void withdrawal_work(const Inputs& inputs, Table& table) {
    add_lines(inputs, table, "B4 one withdrawn", withdrawals);
}

}  // namespace travaux::bench
