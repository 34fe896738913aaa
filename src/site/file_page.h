// A Word file that is sent back: what is understood of it, and what of that is submitted.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns the page on which a Word file is chosen.
[[nodiscard]] Result<SitePage> file_page(const Visit& visit);

/// Understands the file that a form sends and shows the report, change by change; nothing is taken
/// in. What cannot be read is said on the page.
[[nodiscard]] Result<http::Response> understand_sent_file(const Visit& visit);

/// Submits what is chosen of a report, with the file, as the act `proposal.submit`; where the
/// report would be another one now, shows that one. Of a file with several proposals the others are
/// shown again. Error: `request.media_type`.
[[nodiscard]] Result<http::Response> submit_confirmed(const Visit& visit);

}  // namespace travaux::site
