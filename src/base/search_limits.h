// Every maximum that a search meets, with its unit in its name.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace travaux::limits {

inline constexpr std::size_t search_query_bytes = 400;
inline constexpr std::size_t search_words = 16;  ///< of one query
inline constexpr std::size_t search_hits = 100;  ///< shown of one query

}  // namespace travaux::limits
