// SPDX-License-Identifier: MIT
#include "formats/division_stack.h"

#include <algorithm>

namespace travaux::formats {

using text::Rank;

void DivisionStack::leave_for(Rank rank) {
    leave_article();
    if (rank == Rank::article) return;
    if (rank == Rank::annex) {
        open_.clear();
        return;
    }
    open_.erase(std::ranges::find(open_, rank, &OpenDivision::rank), open_.end());
    while (!open_.empty() && stands_inside(open_.back().rank, rank)) open_.pop_back();
    if (rank != Rank::title) return;
    for (const OpenDivision& division : open_) above_titles_.insert(division.rank);
}

void DivisionStack::leave_article() {
    if (!open_.empty() && open_.back().rank == Rank::article) open_.pop_back();
}

void DivisionStack::leave_for_closing() {
    const bool is_in_annex = !open_.empty() && open_.front().rank == Rank::annex;
    open_.erase(open_.begin() + (is_in_annex ? 1 : 0), open_.end());
}

// Whether `inner` cannot hold `outer`. Titles stand where the treaty first puts one.
bool DivisionStack::stands_inside(Rank inner, Rank outer) const {
    if (inner == Rank::annex || outer == Rank::title) return false;
    if (inner == Rank::title) return above_titles_.contains(outer);
    return inner > outer;
}

}  // namespace travaux::formats
