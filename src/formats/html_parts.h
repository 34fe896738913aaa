// Parts of a page with a consolidated text: its contents, its legend, what it counts.
// SPDX-License-Identifier: MIT
#pragma once

#include "formats/html_body.h"

namespace travaux::formats {

/// Returns how many places of a row are open: brackets, marks, a new provision.
[[nodiscard]] std::size_t open_places(const consolidation::Row& row);
[[nodiscard]] std::size_t open_places(const consolidation::Consolidated& consolidated);

/// Returns the divisions with the open places in them, down to the next division: `<li>` elements.
[[nodiscard]] std::string contents_items(const HtmlPage& page);

/// Returns what the marks of a printed body mean: only those that stand in it.
[[nodiscard]] std::string legend_of(const HtmlPage& page, const HtmlBody& body);

}  // namespace travaux::formats
