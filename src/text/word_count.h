// How many words a text has, as the Organization counts them.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace travaux::text {

/// Returns how many words a text has: what stands between blanks, as far as it has letters or
/// digits. In Chinese there are no blanks, and each character counts.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace travaux::text
