// UTF-8.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace travaux {

/// Returns the code point at `at`, which moves behind it; negative where the bytes are not UTF-8.
[[nodiscard]] std::int32_t next_code_point(std::string_view text, std::int32_t& at);

/// Whether bytes are UTF-8.
[[nodiscard]] bool is_utf8(std::string_view bytes);

}  // namespace travaux
