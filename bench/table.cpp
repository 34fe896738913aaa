// SPDX-License-Identifier: MIT
#include "bench/table.h"

#include <fmt/format.h>

#include <cstdio>

namespace travaux::bench {
namespace {

std::string time_of(double nanoseconds) {
    if (nanoseconds == 0) return "–";
    if (nanoseconds < 1e6) return fmt::format("{:.1f} µs", nanoseconds / 1e3);
    return fmt::format("{:.2f} ms", nanoseconds / 1e6);
}

std::string ratio_of(double work, double limit) {
    return limit > 0 ? fmt::format("{:.1f}", work / limit) : std::string("–");
}

std::string figures(const Measured& measured) {
    const Times& times = measured.times;
    const double sha256 = measured.sha256.median;
    const double copy = measured.copy.median;
    return fmt::format("{:>10} {:>10} {:>10} {:>10} {:>9} {:>9} {:>6} {:>6} {:>6.1f}",
                       time_of(times.least), time_of(times.median), time_of(times.p90),
                       time_of(times.p99), time_of(sha256), time_of(copy),
                       ratio_of(times.median, sha256), ratio_of(times.median, copy),
                       static_cast<double>(measured.peak_kilobytes) / 1024);
}

}  // namespace

Table::Table() {
    fmt::print("{:24} {:>13} {:>10} {:>10} {:>10} {:>10} {:>9} {:>9} {:>6} {:>6} {:>6}  {}\n",
               "work", "size", "min", "median", "p90", "p99", "SHA-256", "memcpy", "x SHA",
               "x copy", "MB", "mark; note");
}

void Table::add(const Line& line, const std::optional<Measured>& measured) {
    fmt::print("{:24} {:>13} {:>84}  ", line.work, line.size,
               measured ? figures(*measured) : "failed, or did not end in ten seconds");
    is_sound_ = is_sound_ && measured && measured->is_checked;
    if (line.mark) {
        fmt::print("{}: {}; ", line.mark->text,
                   measured && line.mark->is_reached ? "reached" : "NOT REACHED");
    }
    if (measured && !measured->is_checked) fmt::print("DOES NOT READ BACK; ");
    fmt::print("{}\n", line.note);
    std::fflush(stdout);
}

Mark mark_of_sha256(const std::optional<Measured>& measured, double must, double aim) {
    const bool is_reached = measured && measured->times.median <= must * measured->sha256.median;
    return {fmt::format("<= {} x SHA-256 (aim {})", must, aim), is_reached};
}

Mark mark_of(double value, double must, double aim, const std::string& unit) {
    return {fmt::format("<= {} {} (aim {})", must, unit, aim), value <= must};
}

}  // namespace travaux::bench
