// Times of a work and, in turn with it, of two limits of the same bytes: SHA-256 and a copy.
//
// The three take turns inside one process, and the works that belong together take turns
// in rounds, so that what else the machine does slows them alike. Each work runs in processes of
// its own: its peak memory is its own, and a stuck one can be ended.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/process.h"

namespace travaux::bench {

/// What one run took, in nanoseconds.
struct Spent {
    double wall = 0;       ///< by the clock
    double processor = 0;  ///< on a processor, by this thread or by the command
};

/// The figures of repeated runs, in nanoseconds; by the clock, unless said.
struct Times {
    double least = 0;
    double median = 0;
    double p90 = 0;
    double p99 = 0;
    double most = 0;
    double processor_median = 0;  ///< of the time on a processor
    double processor_share = 0;   ///< of the time of all runs, the part on a processor
    std::size_t runs = 0;
};

/// What came of a work.
struct Measured {
    std::vector<Spent> runs;
    std::vector<Spent> sha256;
    std::vector<Spent> copy;
    std::uint64_t peak_kilobytes = 0;
    std::string note;         ///< what the work says of its result
    bool is_checked = false;  ///< the checker read everything back
};

/// Runs in one round; with three rounds there are more than 20.
inline constexpr std::size_t runs_each_round = 7;

/// Returns what something takes.
template <typename Something>
Spent spent_by(Something something) {
    using Clock = std::chrono::steady_clock;
    const double processor = processor_nanoseconds();
    const auto start = Clock::now();
    something();
    const std::chrono::duration<double, std::nano> wall = Clock::now() - start;
    return {wall.count(), processor_nanoseconds() - processor};
}

/// What a command took, from its start to the end of its output, and what it printed.
struct Ran {
    Spent spent;
    std::string output;  ///< empty where it failed
};

/// Runs a command of our own making.
[[nodiscard]] Ran run_command(const std::string& command);

/// Returns the figures of some runs; none of none.
[[nodiscard]] Times times_of(const std::vector<Spent>& spent);

/// Returns the median in milliseconds; nothing where there are no runs.
[[nodiscard]] std::optional<double> median_ms(const std::optional<Measured>& measured);

/// Takes turns: the work, SHA-256 and copy of `bytes`; once to warm up, then `runs` times. The work
/// returns its own time.
[[nodiscard]] Measured measure(std::string_view bytes, const std::function<Spent()>& work,
                               std::size_t runs = runs_each_round);

using Measuring = std::function<Measured()>;

/// Runs each work in a process of its own, all of them in turn, for some rounds, and returns what
/// came of each over the rounds; nothing for one that failed or had a run longer than ten seconds.
[[nodiscard]] std::vector<std::optional<Measured>> in_turns(const std::vector<Measuring>& works,
                                                            int rounds = 3);

/// The same for one work.
[[nodiscard]] std::optional<Measured> in_rounds(const Measuring& work);

}  // namespace travaux::bench
