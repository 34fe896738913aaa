// What pages of the site are drawn with: one style, one script, each at an address that holds a
// hash of its content, so that a browser keeps it for good.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "http/router.h"

namespace travaux::http {

/// Returns the address of the style of all pages.
[[nodiscard]] const std::string& style_address();

/// Returns the address of the script of all pages; each does without it.
[[nodiscard]] const std::string& script_address();

/// Returns the routes of both.
[[nodiscard]] std::vector<Route> asset_routes();

}  // namespace travaux::http
