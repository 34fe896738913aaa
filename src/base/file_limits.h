// The maxima of Word files that are sent together.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace travaux::limits {

inline constexpr std::size_t sent_files = 20;                ///< in one form
inline constexpr std::size_t sent_files_bytes = 10U << 20U;  ///< all of them: base64 fits a request

}  // namespace travaux::limits
