// What sessions take and cost, as a table.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Which sessions are counted.
enum class Counted : std::uint8_t { all, to_come };

/// Returns what sessions take, and cost where there are rates, as planned and as held, with the
/// sum; HTML, empty where there is none of them. Errors: those of reading.
[[nodiscard]] Result<std::string> resources_section(const Visit& visit, Counted which);

}  // namespace travaux::site
