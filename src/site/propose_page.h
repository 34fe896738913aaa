// The page on which a proposal is written.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns the page for the provision and the kind of change that the query names. Errors: those
/// of reading the text, `request.parameter_value`.
[[nodiscard]] Result<SitePage> propose_page(const Visit& visit);

/// Takes what the page sends: shows what it does, adds or takes out a part, or submits it. What is
/// refused is said on the page, which keeps all that was typed. Errors: `request.media_type`.
[[nodiscard]] Result<http::Response> propose(const Visit& visit);

}  // namespace travaux::site
