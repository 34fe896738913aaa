// The lists that are open at a place of a treaty: "2." with "(a)" in it with "(i)" in it.
//
// A number alone does not say where it belongs: "(i)" may be the first of a new list or the ninth
// of the open one. It goes on with the open list whose next number it is.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/numbering.h"

namespace travaux::formats {

/// An item that may still take words and children, with the list that it is the last one of.
struct OpenItem {
    std::size_t row = 0;    ///< its provision
    std::string style;      ///< of its mark; empty for an unnumbered paragraph
    text::Numeral numeral;  ///< of a marked one
    bool is_blank_behind_mark = false;
};

/// Where a mark belongs: `level` open items stay open.
struct ListPlace {
    std::size_t level = 0;
    text::Numeral numeral;
};

/// Returns the level at which a mark goes on with an open list, its next number exactly: that of
/// the innermost such list, those first whose last mark had a blank behind it as this one has.
[[nodiscard]] std::optional<ListPlace> place_of_next(const std::vector<OpenItem>& open,
                                                     const text::Marker& marker,
                                                     bool is_blank_behind_mark);

/// Returns the level at which a mark goes on with an open list of its style with a gap, or repeats
/// a number.
[[nodiscard]] std::optional<ListPlace> place_after_gap(const std::vector<OpenItem>& open,
                                                       const text::Marker& marker);

/// Returns the level of a mark that goes on with no open list; `is_introduced` says whether the
/// words before it end with a colon.
[[nodiscard]] ListPlace place_of_new(const std::vector<OpenItem>& open, const text::Marker& marker,
                                     const text::Numeral& numeral, bool is_introduced);

}  // namespace travaux::formats
