// Lines of a file that say whose proposal begins there: "Proposal by Ghana and Norway".
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace travaux::understanding {

/// Whether a line is set as a heading.
enum class LineStyle : std::uint8_t { words, heading };

/// Returns the States and groups that a line names as those whose proposal it heads, in English,
/// sorted; none where it says anything else. A line of names alone heads one where it is set as a
/// heading, or ends with a colon.
[[nodiscard]] std::vector<std::string> sponsors_of_heading(std::string_view line, LineStyle style);

}  // namespace travaux::understanding
