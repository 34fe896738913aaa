// Processes: a work in one of its own, and commands that are measured beside it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace travaux::bench {

/// Calls `work` in a process of its own and returns what it returns; nothing where the process
/// failed or used up its time (see `allow_ten_seconds`).
[[nodiscard]] std::optional<std::string> in_own_process(const std::function<std::string()>& work);

/// Ends this process if it spends ten more seconds on a processor, unless it is called again.
void allow_ten_seconds();

/// Runs a command of our own making and returns what it prints; nothing where it fails.
[[nodiscard]] std::string output_of(const std::string& command);

/// Returns the time that this thread has spent on a processor so far, in nanoseconds.
[[nodiscard]] double processor_nanoseconds();

/// Returns the same of the processes that were started here and have ended.
[[nodiscard]] double processor_nanoseconds_of_children();

/// Returns the most memory that this process had, or a child of it that has ended if one was
/// larger.
[[nodiscard]] std::uint64_t peak_kilobytes();

}  // namespace travaux::bench
