// Word files that are sent back: what is understood of them, and what of that is submitted.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns the page on which a Word file is chosen.
[[nodiscard]] Result<SitePage> file_page(const Visit& visit);

/// Understands the files that a form sends, one but for who submits for others, and shows a report
/// on each, change by change; nothing is taken in. What cannot be read is said on the page.
[[nodiscard]] Result<http::Response> understand_sent_files(const Visit& visit);

/// Submits what is chosen of a report, with its file, as the act `proposal.submit`, or sets the
/// file aside, and shows what is left. Where the report would be another one now, shows that one.
[[nodiscard]] Result<http::Response> submit_confirmed(const Visit& visit);

}  // namespace travaux::site
