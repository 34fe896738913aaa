// SPDX-License-Identifier: MIT
#include "bench/measure.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <type_traits>

#include "base/id.h"
#include "base/result.h"

namespace travaux::bench {
namespace {

constexpr std::size_t runs_wanted = 21;
constexpr std::size_t runs_least = 3;
constexpr double nanoseconds_max = 3e9;
constexpr rlim_t seconds_max = 10;

// Keeps the compiler from leaving a computation out.
template <typename T>
void keep(const T& value) {
    asm volatile("" : : "r"(&value) : "memory");
}

std::uint64_t peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss);
}

bool read_all(int from, Measured& measured) {
    std::size_t have = 0;
    std::array<char, sizeof(Measured)> bytes{};
    while (have < bytes.size()) {
        const ssize_t more = read(from, bytes.data() + have, bytes.size() - have);
        if (more <= 0) return false;
        have += static_cast<std::size_t>(more);
    }
    std::memcpy(&measured, bytes.data(), bytes.size());
    return true;
}

}  // namespace

double processor_nanoseconds() {
    timespec now{};
    VERIFY(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

Times times_of(std::vector<double> nanoseconds) {
    std::ranges::sort(nanoseconds);
    const auto at = [&](std::size_t percent) {
        return nanoseconds[std::min(nanoseconds.size() - 1, nanoseconds.size() * percent / 100)];
    };
    return {nanoseconds.front(), at(50), at(90), at(99), nanoseconds.back(), nanoseconds.size()};
}

Measured measure(std::string_view bytes, const std::function<double()>& work) {
    std::vector<double> works;
    std::vector<double> hashes;
    std::vector<double> copies;
    std::vector<char> copy(bytes.size());
    double spent = work();
    while (works.size() < runs_wanted && (spent < nanoseconds_max || works.size() < runs_least)) {
        works.push_back(work());
        hashes.push_back(nanoseconds([&] { keep(sha256(bytes)); }));
        copies.push_back(nanoseconds([&] {
            std::memcpy(copy.data(), bytes.data(), bytes.size());
            keep(copy);
        }));
        spent += works.back();
    }
    Measured measured;
    measured.times = times_of(std::move(works));
    measured.sha256 = times_of(std::move(hashes));
    measured.copy = times_of(std::move(copies));
    measured.bytes = bytes.size();
    return measured;
}

std::optional<Measured> in_own_process(const std::function<Measured()>& work) {
    static_assert(std::is_trivially_copyable_v<Measured>);
    std::array<int, 2> ends{};
    VERIFY(pipe(ends.data()) == 0);
    std::fflush(nullptr);
    const pid_t child = fork();
    VERIFY(child >= 0);
    if (child == 0) {
        const rlimit limit{seconds_max, seconds_max};
        setrlimit(RLIMIT_CPU, &limit);
        Measured measured = work();
        measured.peak_kilobytes = peak_kilobytes();
        const bool is_written = write(ends[1], &measured, sizeof measured) == sizeof measured;
        std::_Exit(is_written ? 0 : 1);
    }
    close(ends[1]);
    Measured measured;
    const bool is_whole = read_all(ends[0], measured);
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return is_whole ? std::optional(measured) : std::nullopt;
}

}  // namespace travaux::bench
