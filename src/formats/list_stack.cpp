// SPDX-License-Identifier: MIT
#include "formats/list_stack.h"

#include <algorithm>

namespace travaux::formats {

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

}  // namespace travaux::formats
