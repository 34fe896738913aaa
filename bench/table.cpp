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

// Of the times on a processor: what else runs on the machine interrupts a long work often, and a
// short one seldom.
double ratio(const Times& work, const Times& limit) {
    return work.processor_median / limit.processor_median;
}

std::string ratio_of(const Times& work, const Times& limit) {
    return limit.runs > 0 ? fmt::format("{:.1f}", ratio(work, limit)) : std::string("–");
}

// With a smaller share of its time on a processor, a work was interrupted too often to be judged.
constexpr double share_of_a_quiet_machine = 0.9;

std::string verdict_on(const Mark& mark, const std::optional<Measured>& measured) {
    if (measured && mark.is_reached) return mark.text + ": reached";
    const bool is_busy =
        measured && times_of(measured->runs).processor_share < share_of_a_quiet_machine;
    return mark.text + (is_busy ? ": NOT REACHED, on a busy machine" : ": NOT REACHED");
}

std::string figures(const std::optional<Measured>& measured) {
    if (!measured) return "failed, or did not end in ten seconds";
    if (measured->runs.empty()) return "absent";
    const Times times = times_of(measured->runs);
    const Times sha256 = times_of(measured->sha256);
    const Times copy = times_of(measured->copy);
    return fmt::format(
        "{:>5} {:>10} {:>10} {:>10} {:>10} {:>4.2f} {:>9} {:>9} {:>6} {:>6} {:>6.1f}", times.runs,
        time_of(times.least), time_of(times.median), time_of(times.p90), time_of(times.p99),
        times.processor_share, time_of(sha256.median), time_of(copy.median),
        ratio_of(times, sha256), ratio_of(times, copy),
        static_cast<double>(measured->peak_kilobytes) / 1024);
}

void print(const Line& line, const std::optional<Measured>& measured) {
    std::vector<std::string> remarks;
    if (line.mark) remarks.push_back(verdict_on(*line.mark, measured));
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
        measured && ratio(times_of(measured->runs), times_of(measured->sha256)) <= must;
    return {fmt::format("<= {} x SHA-256 (aim {})", must, aim), is_reached};
}

Mark mark_of_ms(const std::optional<Measured>& measured, double must, double aim) {
    return mark_of(median_ms(measured).value_or(1e9), must, aim, "ms");
}

Mark mark_of(double value, double must, double aim, const std::string& unit) {
    return {fmt::format("<= {} {} (aim {})", must, unit, aim), value <= must};
}

}  // namespace travaux::bench
