// Base64 of RFC 4648 section 4, with padding, and of section 5, for addresses, without: every
// sequence of bytes has one spelling in each.
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

/// Returns bytes as base64 for addresses, without padding.
[[nodiscard]] std::string base64_url(std::string_view bytes);

/// Reads base64 for addresses, or nothing for any other text.
[[nodiscard]] std::optional<std::string> parse_base64_url(std::string_view text);

}  // namespace travaux
