// Measures planning: thirty sessions of five bodies that share rooms and teams over three years,
// and the same with one room too few, so that what clashes has to be found.
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <vector>

#include "bench/quantiles.h"
#include "planning/report.h"
#include "tests/planning/plans.h"

namespace {

using namespace travaux;
using namespace travaux::bench;
using namespace travaux::planning;

constexpr int runs = 21;
constexpr double limit_seconds = 2.0;

template <typename Work>
void print(const char* what, const Work& work) {
    work();
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto start = Clock::now();
        work();
        times.push_back(seconds_since(start));
    }
    const double middle = median(times);
    std::printf("%-58s %8.3f %8.3f   %.3f of the limit\n", what, middle, at(times, 0.99),
                middle / limit_seconds);
}

}  // namespace

int main() {
    const Plan shared = tests::shared_plan(5, 6);
    Plan narrow = shared;
    for (auto& [station, capacity] : narrow.capacities) capacity.rooms = 0;
    Plan fewer = shared;
    fewer.words_per_month = 22'000;
    std::printf("%-58s %8s %8s   limit %.0f s\n", "seconds", "p50", "p99", limit_seconds);
    bool is_right = true;
    print("30 sessions of 5 bodies: days, papers", [&] {
        const PlanReport report = report_on(shared);
        is_right = is_right && report.scheduling.outcome == Outcome::feasible;
    });
    print("the same, one paper a month", [&] {
        const PlanReport report = report_on(fewer);
        is_right = is_right && report.scheduling.outcome != Outcome::undecided;
    });
    print("the same without rooms: what clashes", [&] {
        const PlanReport report = report_on(narrow);
        is_right = is_right && report.scheduling.outcome == Outcome::clash;
    });
    print("the table of the paper: eight sessions", [&] {
        const PlanReport report = report_on(tests::papers_table());
        is_right = is_right && report.scheduling.is_best;
    });
    return is_right ? 0 : 1;
}
