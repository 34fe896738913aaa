// Times by the clock, and what is said of many of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace travaux::bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Returns the value below which a share of the values lies. REQUIRES: there are some.
[[nodiscard]] inline double at(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

[[nodiscard]] inline double median(std::vector<double> values) {
    return at(std::move(values), 0.5);
}

}  // namespace travaux::bench
