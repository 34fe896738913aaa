// A program that runs apart: a time and a size are set for it, it has no network where the system
// lets that be taken away, and nothing that it starts outlives it.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace travaux::office {

struct ProcessLimits {
    std::chrono::milliseconds time{120'000};
    std::uint64_t memory_bytes = 4ULL << 30U;  ///< of addresses
    std::uint64_t file_bytes = 512ULL << 20U;  ///< of any file that it writes
};

struct Command {
    std::vector<std::string> arguments;    ///< the path of the program first
    std::vector<std::string> environment;  ///< `NAME=value`; nothing of ours goes along
};

enum class ProcessEnd : std::uint8_t { done, failed, too_slow, stopped };

/// Runs a program to its end, to the end of its time, or until it is to stop. It reads nothing and
/// what it prints is gone. What it started and left running is ended.
[[nodiscard]] ProcessEnd run_confined(const Command& command, const ProcessLimits& limits,
                                      const std::stop_token& stop = {});

}  // namespace travaux::office
