// SPDX-License-Identifier: MIT
#include "formats/list_stack.h"

#include <algorithm>

namespace travaux::formats {
namespace {

// "1." and its like number paragraphs; "(1)" and "a)" number what is inside them.
bool numbers_paragraphs(const text::Marker& marker, const text::Numeral& numeral) {
    if (numeral.form != text::NumeralForm::decimal) return false;
    return !marker.style.contains(')') && !marker.style.contains("）") &&
           !marker.style.contains('\'') && !marker.style.contains("‘") &&
           !marker.style.contains(']');
}

}  // namespace

std::optional<ListPlace> place_of_next(const std::vector<OpenItem>& open,
                                       const text::Marker& marker, bool is_blank_behind_mark) {
    std::optional<ListPlace> other;
    for (std::size_t level = open.size(); level-- > 0;) {
        const OpenItem& item = open[level];
        if (item.style != marker.style) continue;
        if (marker.readings.empty()) return ListPlace{level, {}};
        const auto reading = text::next_reading(item.numeral, marker);
        if (!reading) continue;
        if (item.is_blank_behind_mark == is_blank_behind_mark) return ListPlace{level, *reading};
        if (!other) other = ListPlace{level, *reading};
    }
    return other;
}

std::optional<ListPlace> place_after_gap(const std::vector<OpenItem>& open,
                                         const text::Marker& marker) {
    for (std::size_t level = open.size(); level-- > 0;) {
        const OpenItem& item = open[level];
        if (item.style != marker.style) continue;
        const auto reading =
            std::ranges::find(marker.readings, item.numeral.form, &text::Numeral::form);
        if (reading != marker.readings.end()) return ListPlace{level, *reading};
    }
    return std::nullopt;
}

ListPlace place_of_new(const std::vector<OpenItem>& open, const text::Marker& marker,
                       const text::Numeral& numeral, bool is_introduced) {
    const ListPlace outermost{0, numeral};
    const ListPlace innermost{open.size(), numeral};
    if (open.empty()) return outermost;
    const OpenItem& outer = open.front();
    const OpenItem& inner = open.back();
    if (numbers_paragraphs(marker, numeral)) {
        const bool is_nested = open.size() > 1 && is_introduced;
        const bool is_paragraph =
            outer.style.empty() || outer.style == marker.style ||
            (outer.numeral.form == text::NumeralForm::decimal && marker.style == "x");
        return is_paragraph && !is_nested ? outermost : innermost;
    }
    const bool restarts = inner.style == marker.style && inner.numeral.form == numeral.form;
    if (restarts) return {open.size() - 1, numeral};
    const bool is_numbered_paragraph =
        outer.style.empty() && open.size() == 1 && numeral.form == text::NumeralForm::decimal;
    return is_numbered_paragraph && !is_introduced ? outermost : innermost;
}

}  // namespace travaux::formats
