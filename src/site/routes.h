// The routes of the pages of committees.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns the routes of all pages; the site outlives them.
[[nodiscard]] std::vector<http::Route> routes(Site& site);

}  // namespace travaux::site
