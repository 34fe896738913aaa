// Base64 of RFC 4648 section 4, with padding: every sequence of bytes has one spelling.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace travaux {

/// Returns bytes as base64.
[[nodiscard]] std::string base64(std::string_view bytes);

/// Reads base64, or nothing for any other text, a second spelling of the same bytes included.
[[nodiscard]] std::optional<std::string> parse_base64(std::string_view text);

}  // namespace travaux
