// SPDX-License-Identifier: MIT
#include "bench/measure.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <type_traits>

#include "base/id.h"
#include "base/result.h"

namespace travaux::bench {
namespace {

// Keeps the compiler from leaving a computation out.
template <typename T>
void keep(const T& value) {
    asm volatile("" : : "r"(&value) : "memory");
}

// Measured values travel between processes of one program: the bytes as they lie in memory, the
// length before each list.
class Packer {
public:
    std::string bytes;

    template <typename T>
    void list(const T& values) {
        using Value = typename T::value_type;
        static_assert(std::is_trivially_copyable_v<Value>);
        number(values.size());
        bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
    }
    void number(std::uint64_t value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    template <typename T>
    void list(T& values) {
        values.resize(number());
        take(values.data(), values.size() * sizeof(typename T::value_type));
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        take(&value, sizeof value);
        return value;
    }

private:
    void take(void* to, std::size_t count) {
        VERIFY(count <= rest_.size());
        if (count > 0) std::memcpy(to, rest_.data(), count);
        rest_.remove_prefix(count);
    }

    std::string_view rest_;
};

std::string packed(const Measured& measured) {
    Packer packer;
    for (const auto* spent : {&measured.runs, &measured.sha256, &measured.copy}) {
        packer.list(*spent);
    }
    packer.list(measured.note);
    packer.number(measured.peak_kilobytes);
    packer.number(measured.is_checked ? 1 : 0);
    return std::move(packer.bytes);
}

Measured unpacked(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Measured measured;
    for (auto* spent : {&measured.runs, &measured.sha256, &measured.copy}) unpacker.list(*spent);
    unpacker.list(measured.note);
    measured.peak_kilobytes = unpacker.number();
    measured.is_checked = unpacker.number() == 1;
    return measured;
}

// One round of a work.
std::optional<Measured> round_of(const Measuring& work) {
    const auto bytes = in_own_process([&] {
        Measured measured = work();
        measured.peak_kilobytes = peak_kilobytes();
        return packed(measured);
    });
    if (!bytes) return std::nullopt;
    return unpacked(*bytes);
}

void join(std::optional<Measured>& all, std::optional<Measured> round) {
    if (!all || !round) {
        all.reset();
        return;
    }
    const auto append = [](auto& to, const auto& more) {
        to.insert(to.end(), more.begin(), more.end());
    };
    append(all->runs, round->runs);
    append(all->sha256, round->sha256);
    append(all->copy, round->copy);
    all->peak_kilobytes = std::max(all->peak_kilobytes, round->peak_kilobytes);
    all->note = std::move(round->note);
    all->is_checked = all->is_checked && round->is_checked;
}

}  // namespace

Ran run_command(const std::string& command) {
    Ran ran;
    const double processor = processor_nanoseconds_of_children();
    ran.spent = spent_by([&] { ran.output = output_of(command); });
    ran.spent.processor = processor_nanoseconds_of_children() - processor;
    return ran;
}

Times times_of(const std::vector<Spent>& spent) {
    if (spent.empty()) return {};
    const auto sorted = [&](double Spent::* kind) {
        std::vector<double> times;
        for (const Spent& one : spent) times.push_back(one.*kind);
        std::ranges::sort(times);
        return times;
    };
    const std::vector<double> walls = sorted(&Spent::wall);
    const std::vector<double> processors = sorted(&Spent::processor);
    const auto sum = [](const auto& times) { return std::reduce(times.begin(), times.end()); };
    const auto at = [&](std::size_t percent) {
        return walls[std::min(walls.size() - 1, walls.size() * percent / 100)];
    };
    return {.least = walls.front(),
            .median = at(50),
            .p90 = at(90),
            .p99 = at(99),
            .most = walls.back(),
            .processor_median = processors[processors.size() / 2],
            .processor_share = sum(processors) / sum(walls),
            .runs = walls.size()};
}

std::optional<double> median_ms(const std::optional<Measured>& measured) {
    if (!measured || measured->runs.empty()) return std::nullopt;
    return times_of(measured->runs).median / 1e6;
}

Measured measure(std::string_view bytes, const std::function<Spent()>& work, std::size_t runs) {
    Measured measured;
    std::vector<char> copy(bytes.size());
    (void)work();
    while (measured.runs.size() < runs) {
        allow_ten_seconds();
        measured.runs.push_back(work());
        measured.sha256.push_back(spent_by([&] { keep(sha256(bytes)); }));
        measured.copy.push_back(spent_by([&] {
            std::memcpy(copy.data(), bytes.data(), bytes.size());
            keep(copy);
        }));
    }
    allow_ten_seconds();
    return measured;
}

std::vector<std::optional<Measured>> in_turns(const std::vector<Measuring>& works, int rounds) {
    std::vector<std::optional<Measured>> all;
    for (const Measuring& work : works) all.push_back(round_of(work));
    for (int round = 1; round < rounds; ++round) {
        for (std::size_t at = 0; at < works.size(); ++at) {
            if (all[at]) join(all[at], round_of(works[at]));
        }
    }
    return all;
}

std::optional<Measured> in_rounds(const Measuring& work) {
    return std::move(in_turns({work}).front());
}

}  // namespace travaux::bench
