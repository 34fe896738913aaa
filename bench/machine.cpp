// SPDX-License-Identifier: MIT
#include "bench/machine.h"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>

namespace travaux::bench {
namespace {

// What stands after the first colon of the line of /proc/cpuinfo that names the processor.
std::string processor() {
    std::ifstream lines("/proc/cpuinfo");
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    return "unknown processor";
}

#ifdef __clang__
constexpr auto compiler = "clang " __clang_version__;
#else
constexpr auto compiler = "g++ " __VERSION__;
#endif

}  // namespace

std::string machine_and_version() {
    utsname system{};
    uname(&system);
    const double gigabytes = static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
                             static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e9;
    return fmt::format("machine: {} x {}, {:.0f} GB, {} {}\nversion: travaux {}, {}",
                       sysconf(_SC_NPROCESSORS_ONLN), processor(), gigabytes, system.sysname,
                       system.release, TRAVAUX_VERSION, compiler);
}

}  // namespace travaux::bench
