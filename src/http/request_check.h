// What a request has to keep to before anybody reads it: the framing of RFC 9112 where a lenient
// reader and a strict one could differ, and the site that it comes from.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace travaux::http {

/// Checks the bytes of a head up to its empty line: line ends, folded lines, the number of fields.
/// Errors: `request.head_malformed`, `request.head_too_large`.
[[nodiscard]] Result<void> check_head(std::string_view head);

/// Checks that a request names one host, and the length of its body in one way. `minor` is of the
/// version 1.x. Errors: `request.host_missing`, `request.host_twice`, `request.length_twice`,
/// `request.coding_unknown`.
[[nodiscard]] Result<void> check_framing(const Request& request, unsigned minor);

/// Checks that a request is for one of some hosts; all are right where there are none. Error:
/// `request.host_unknown`.
[[nodiscard]] Result<void> check_host(const Request& request,
                                      const std::vector<std::string>& hosts);

/// Checks that what changes something is sent by a page of this site or by no page. Error:
/// `request.cross_site`.
[[nodiscard]] Result<void> check_site(const Request& request);

}  // namespace travaux::http
