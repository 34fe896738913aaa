// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <unicode/utf8.h>

namespace travaux {

std::int32_t next_code_point(std::string_view text, std::int32_t& at) {
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
    // ICU's macro counts on within its conditions.
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions)
    U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), c);
#pragma GCC diagnostic pop
    return c;
}

bool is_utf8(std::string_view bytes) {
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size;) {
        if (next_code_point(bytes, at) < 0) return false;
    }
    return true;
}

}  // namespace travaux
