// How freed memory goes back to the system, in programs whose memory mimalloc serves.
// SPDX-License-Identifier: MIT
#include <mimalloc.h>

namespace {

// Work that follows needs as much memory as the work before. Where it is given back sooner, a busy
// machine spends a third of a consolidation on giving pages back and asking for them again.
constexpr long kept_for_milliseconds = 1000;

[[maybe_unused]] const bool is_kept = [] {
    mi_option_set_default(mi_option_decommit_delay, kept_for_milliseconds);
    return true;
}();

}  // namespace
