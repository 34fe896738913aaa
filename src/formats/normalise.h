// Text as the record keeps it: UTF-8 in NFC, single blanks, no controls.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace travaux::formats {

/// Returns text in NFC with single blanks, none at the ends. Control characters, line ends and
/// paragraph separators count as blanks; directional controls, which can make a text look like
/// another, the byte order mark, and U+FFFE and U+FFFF, which no XML carries, fall away. Nothing
/// where the bytes are not UTF-8.
[[nodiscard]] std::optional<std::string> normalised(std::string_view text);

}  // namespace travaux::formats
