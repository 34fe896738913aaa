// Times of a work and, in turn with it, of two limits of the same bytes: SHA-256 and a copy.
//
// The three take turns inside one run, so that what else the machine does slows them alike. Each
// work runs in a process of its own: its peak memory is its own, and a stuck one can be ended.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace travaux::bench {

/// Times of repeated runs, in nanoseconds.
struct Times {
    double least = 0;
    double median = 0;
    double p90 = 0;
    double p99 = 0;
    double most = 0;
    std::uint64_t runs = 0;
};

/// What came of a work. Plain memory, since it travels between processes.
struct Measured {
    Times times;
    Times sha256;
    Times copy;
    std::uint64_t bytes = 0;
    std::uint64_t peak_kilobytes = 0;
    std::uint64_t brackets = 0;
    std::uint64_t words_open = 0;
    std::uint64_t words = 0;
    std::uint64_t words_right = 0;  ///< of these, how many have the right origin
    bool is_checked = false;        ///< the checker read everything back
};

/// Returns the time that this thread has spent on a processor so far, in nanoseconds.
[[nodiscard]] double processor_nanoseconds();

/// Returns the nanoseconds that something takes: those of the processor, since nothing here waits
/// and what else runs on a shared machine is not of it.
template <typename Something>
double nanoseconds(Something something) {
    const double start = processor_nanoseconds();
    something();
    return processor_nanoseconds() - start;
}

/// Returns the figures of some times.
[[nodiscard]] Times times_of(std::vector<double> nanoseconds);

/// Takes turns: the work, SHA-256 and copy of `bytes`; once to warm up, then at least 20 times, or
/// as often as three seconds allow, at least three times. The work returns its own nanoseconds.
[[nodiscard]] Measured measure(std::string_view bytes, const std::function<double()>& work);

/// Runs a work in a process of its own; nothing if it fails or takes longer than ten seconds.
[[nodiscard]] std::optional<Measured> in_own_process(const std::function<Measured()>& work);

}  // namespace travaux::bench
