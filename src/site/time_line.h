// The years of a committee as one line: what takes days as a bar, what happens on a day as a mark.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "site/visit.h"

namespace travaux::site {

/// Something with a place on the line. What it is and when is said in words beside, for who does
/// not see the picture.
struct OnTimeLine {
    /// `window`: it takes some of these days.
    enum class Shape : std::uint8_t {
        confirmed,
        tentative,
        window,
        called_off,
        awaited,
        published,
        late
    };

    std::string words;  ///< text, not HTML
    Date first;
    Date last;  ///< the same day: a mark
    Shape shape = Shape::confirmed;
    std::string session = {};  ///< id of the session to come that it is; empty: it cannot be moved
    std::int64_t moved = 0;    ///< by how many days it is drawn away from what is on record
};

/// How large the line is drawn, in steps that double it.
inline constexpr std::size_t time_line_steps = 4;

/// Returns the line as a picture, a row for each in the order of their first days, with its years,
/// with months where there is room, and with today; nothing where there is nothing on it. The
/// picture stands in a region that scrolls. A session to come can be dragged to other days, which
/// opens the plan with that session moved; where there is no script, the plan has links for it.
/// `step` is 0 for all years in the width of a page.
[[nodiscard]] std::string time_line(const Visit& visit, std::vector<OnTimeLine> all,
                                    std::size_t step);

/// Returns the same picture as an SVG file with its own style, for print; nothing likewise.
[[nodiscard]] std::string time_line_file(const Visit& visit, std::vector<OnTimeLine> all,
                                         std::size_t step);

/// Returns the same picture with the same as a table, as a document that becomes a PDF file (see
/// `formats::print_picture`); nothing likewise.
[[nodiscard]] std::string time_line_document(const Visit& visit, std::vector<OnTimeLine> all,
                                             std::size_t step);

}  // namespace travaux::site
