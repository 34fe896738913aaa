// What needs somebody today.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns a section with what waits for whoever visits; of the public, how to take part.
[[nodiscard]] Result<std::string> needs_section(const Visit& visit);

}  // namespace travaux::site
