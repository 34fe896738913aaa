// The page of all acts and views, printed from their declarations.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace travaux::committee {

/// Returns docs/acts.md.
[[nodiscard]] std::string acts_page();

}  // namespace travaux::committee
