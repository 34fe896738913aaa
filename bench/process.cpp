// SPDX-License-Identifier: MIT
#include "bench/process.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "base/result.h"

namespace travaux::bench {
namespace {

constexpr rlim_t seconds_max = 10;

rusage usage_of(int who) {
    rusage usage{};
    getrusage(who, &usage);
    return usage;
}

double nanoseconds_of(const timeval& time) {
    return 1e9 * static_cast<double>(time.tv_sec) + 1e3 * static_cast<double>(time.tv_usec);
}

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(to, bytes.data(), bytes.size());
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::string read_all(int from) {
    std::string bytes;
    std::array<char, 1U << 16U> block{};
    for (ssize_t count = 0; (count = read(from, block.data(), block.size())) > 0;) {
        bytes.append(block.data(), static_cast<std::size_t>(count));
    }
    return bytes;
}

}  // namespace

std::optional<std::string> in_own_process(const std::function<std::string()>& work) {
    std::array<int, 2> ends{};
    VERIFY(pipe(ends.data()) == 0);
    std::fflush(nullptr);
    const pid_t child = fork();
    VERIFY(child >= 0);
    if (child == 0) {
        close(ends[0]);
        allow_ten_seconds();
        std::_Exit(write_all(ends[1], work()) ? 0 : 1);
    }
    close(ends[1]);
    std::string bytes = read_all(ends[0]);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) return std::nullopt;
    return bytes;
}

void allow_ten_seconds() {
    const auto used = static_cast<rlim_t>(processor_nanoseconds() / 1e9);
    const rlimit limit{used + 1 + seconds_max, RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &limit);
}

std::string output_of(const std::string& command) {
    std::string output;
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return output;
    std::array<char, 1U << 16U> block{};
    for (std::size_t count = 0; (count = fread(block.data(), 1, block.size(), pipe)) > 0;) {
        output.append(block.data(), count);
    }
    return pclose(pipe) == 0 ? output : std::string();
}

double processor_nanoseconds() {
    timespec now{};  // under a limit, the clock of the whole process is only as fine as its ticks
    VERIFY(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

double processor_nanoseconds_of_children() {
    const rusage usage = usage_of(RUSAGE_CHILDREN);
    return nanoseconds_of(usage.ru_utime) + nanoseconds_of(usage.ru_stime);
}

std::uint64_t peak_kilobytes() {
    return static_cast<std::uint64_t>(
        std::max(usage_of(RUSAGE_SELF).ru_maxrss, usage_of(RUSAGE_CHILDREN).ru_maxrss));
}

}  // namespace travaux::bench
