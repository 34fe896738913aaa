// The divisions that are open at a place of a treaty: a part with a chapter in it with an article.
//
// Each stands in the one before. Where titles stand among parts and sections, the treaty shows.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "text/division.h"

namespace travaux::formats {

struct OpenDivision {
    text::Rank rank;
    std::size_t row;  ///< its provision
};

class DivisionStack {
public:
    [[nodiscard]] std::size_t depth() const { return open_.size(); }
    [[nodiscard]] const OpenDivision& innermost() const { return open_.back(); }

    void open(text::Rank rank, std::size_t row) { open_.push_back({rank, row}); }

    /// Leaves the divisions that cannot hold one of this rank.
    void leave_for(text::Rank rank);

    /// Leaves an article for what stands beside it.
    void leave_article();

    /// Leaves all but an annex: the closing words belong to it, or else to the treaty.
    void leave_for_closing();

private:
    [[nodiscard]] bool stands_inside(text::Rank inner, text::Rank outer) const;

    std::vector<OpenDivision> open_;
    std::set<text::Rank> above_titles_;
};

}  // namespace travaux::formats
