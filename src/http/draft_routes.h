// The routes of what a delegation keeps to itself until it acts, see access/drafts.h.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "access/drafts.h"
#include "http/service.h"

namespace travaux::http {

/// Returns the routes of drafts and of requests to co-sponsor, for delegates and heads whom the
/// record knows. Service and drafts outlive them.
[[nodiscard]] std::vector<Route> draft_routes(const Service& service, access::Drafts& drafts);

/// Returns the route by which a Word file becomes a draft, with what is chosen of it.
[[nodiscard]] Route draft_file_route(const Service& service, access::Drafts& drafts);

}  // namespace travaux::http
