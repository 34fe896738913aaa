// Measures the engine on the inputs in a folder and prints one table: see the README beside this.
//
//   travaux_bench INPUTS [B1 ...]
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdio>
#include <ranges>
#include <string_view>
#include <vector>

#include "bench/works.h"
#include "memory/kept_memory.h"

namespace {

using namespace travaux::bench;

struct Work {
    std::string_view name;
    void (*run)(const Inputs&, Table&);
};

// In the order of the table.
constexpr std::array works = {
    Work{"B1", consolidate_work},     Work{"B2", order_work},       Work{"B3", incremental_work},
    Work{"B4", withdrawal_work},      Work{"B5", pairs_work},       Work{"B6", blame_work},
    Work{"B6n", recorded_blame_work}, Work{"B6r", real_blame_work}, Work{"B8", hostile_work},
    Work{"B9", scale_work},
};

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> given(arguments + 1, arguments + count);
    const bool is_known = std::ranges::all_of(given | std::views::drop(1), [](const auto& name) {
        return std::ranges::find(works, name, &Work::name) != works.end();
    });
    if (given.empty() || !is_known) {
        std::fputs("travaux_bench INPUTS [B1 ...]: bench/run makes the inputs\n", stderr);
        return 2;
    }
    travaux::use_large_pages();  // as the program does
    Table table;
    for (const Work& work : works) {
        const bool is_wanted =
            given.size() == 1 || std::ranges::find(given, work.name) != given.end();
        if (is_wanted) work.run(Inputs(given.front()), table);
    }
    return table.is_sound() ? 0 : 1;
}
