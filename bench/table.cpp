// SPDX-License-Identifier: MIT
#include "bench/table.h"

#include <fmt/format.h>

#include <cstdio>

#include "bench/machine.h"

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

std::string figures(const std::optional<Measured>& measured) {
    if (!measured) return "failed, or did not end in ten seconds";
    if (measured->runs.empty()) return "absent";
    const Times times = times_of(measured->runs);
    const double sha256 = times_of(measured->sha256).median;
    const double copy = times_of(measured->copy).median;
    return fmt::format(
        "{:>5} {:>10} {:>10} {:>10} {:>10} {:>4.2f} {:>9} {:>9} {:>6} {:>6} {:>6.1f}", times.runs,
        time_of(times.least), time_of(times.median), time_of(times.p90), time_of(times.p99),
        times.processor_share, time_of(sha256), time_of(copy), ratio_of(times.median, sha256),
        ratio_of(times.median, copy), static_cast<double>(measured->peak_kilobytes) / 1024);
}

void print(const Line& line, const std::optional<Measured>& measured) {
    std::vector<std::string> remarks;
    if (line.mark) {
        remarks.push_back(line.mark->text +
                          (measured && line.mark->is_reached ? ": reached" : ": NOT REACHED"));
    }
    if (measured && !measured->is_checked) remarks.emplace_back("CHECK FAILED");
    if (measured && !measured->note.empty()) remarks.push_back(measured->note);
    if (!line.note.empty()) remarks.push_back(line.note);
    fmt::print("{:25} {:>13} {:>95}  {}\n", line.work, line.size, figures(measured),
               fmt::join(remarks, "; "));
    std::fflush(stdout);
}

}  // namespace

Table::Table() {
    fmt::print("{}\n", machine_and_version());
    fmt::print(
        "{:25} {:>13} {:>5} {:>10} {:>10} {:>10} {:>10} {:>4} {:>9} {:>9} {:>6} {:>6} {:>6}  {}\n",
        "work", "size", "runs", "min", "median", "p90", "p99", "cpu", "SHA-256", "memcpy", "x SHA",
        "x copy", "MB", "mark; note");
}

void Table::add(const Line& line, const std::optional<Measured>& measured) {
    print(line, measured);
    is_sound_ = is_sound_ && measured && measured->is_checked;
}

void Table::add_peer(const Line& line, const std::optional<Measured>& measured) {
    print(line, measured);
}

Mark mark_of_sha256(const std::optional<Measured>& measured, double must, double aim) {
    const bool is_reached =
        measured && times_of(measured->runs).median <= must * times_of(measured->sha256).median;
    return {fmt::format("<= {} x SHA-256 (aim {})", must, aim), is_reached};
}

Mark mark_of_ms(const std::optional<Measured>& measured, double must, double aim) {
    return mark_of(median_ms(measured).value_or(1e9), must, aim, "ms");
}

Mark mark_of(double value, double must, double aim, const std::string& unit) {
    return {fmt::format("<= {} {} (aim {})", must, unit, aim), value <= must};
}

}  // namespace travaux::bench
