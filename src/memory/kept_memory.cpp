// SPDX-License-Identifier: MIT
#include "memory/kept_memory.h"

#ifdef TRAVAUX_MIMALLOC

#include <mimalloc.h>
#include <sys/mman.h>

#include <bit>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>

namespace travaux {
namespace {

// Work that follows needs as much memory as the work before. Where it is given back sooner, a busy
// machine spends a third of a consolidation on giving pages back and asking for them again.
constexpr long kept_for_milliseconds = 1000;

[[maybe_unused]] const bool is_kept = [] {
    mi_option_set_default(mi_option_decommit_delay, kept_for_milliseconds);
    return true;
}();

// Asks for large pages where an address lies: mimalloc took its first memory before anybody could
// say how. A line of the list of mappings begins with "BEGIN-END ", in hexadecimal digits.
void use_large_pages_around(const void* address) {
    const auto sought = std::bit_cast<std::uintptr_t>(address);
    std::ifstream mappings("/proc/self/maps");
    for (std::string line; std::getline(mappings, line);) {
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        const char* const stop = line.data() + line.size();
        const auto [dash, failed] = std::from_chars(line.data(), stop, begin, 16);
        if (failed != std::errc{} || dash == stop) continue;
        std::from_chars(dash + 1, stop, end, 16);
        if (begin > sought || sought >= end) continue;
        // What cannot be had is not needed: pages stay as small as they were.
        (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
        return;
    }
}

}  // namespace

void use_large_pages() {
    mi_option_set_enabled(mi_option_large_os_pages, true);
    const auto anything = std::make_unique<std::uintptr_t>();
    use_large_pages_around(anything.get());
}

}  // namespace travaux

#else

namespace travaux {

void use_large_pages() {}

}  // namespace travaux

#endif
