// The providers of OpenID Connect that a server is told of, in a file of JSON.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "http/openid.h"

namespace travaux::cli {

/// Reads a file with providers, and the secrets that it names: of a file beside it that only its
/// owner may read, or of an environment variable. Errors: those of files, `json.*`,
/// `command.openid_malformed` with the place and the field, `key.open_to_others`.
[[nodiscard]] Result<std::vector<http::OpenIdProvider>> read_providers(const std::string& file);

}  // namespace travaux::cli
