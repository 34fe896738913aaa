// Which line is which line of a former text: by the ids it carries, by equal words, by likeness,
// and by the neighbours that it stands between.
//
// A function of the lines alone. Ids are a hint: where the words speak for another line, the words
// are trusted.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace travaux::understanding {

/// How a line found its partner.
enum class Found : std::uint8_t {
    equal,   ///< the words are the same
    named,   ///< an id says so, and the words do not speak against it
    alike,   ///< the words are alike
    between  ///< it is the only one left between the partners of its neighbours
};

struct Partner {
    std::size_t former = 0;
    Found found = Found::equal;

    bool operator==(const Partner&) const = default;
};

/// A line, and the former line that an id names for it.
struct LaterLine {
    std::string_view text;
    std::optional<std::size_t> named = {};
};

/// Returns the partner of each later line, or nothing; a former line is the partner of one.
[[nodiscard]] std::vector<std::optional<Partner>> match_lines(
    const std::vector<std::string_view>& former, const std::vector<LaterLine>& later);

}  // namespace travaux::understanding
