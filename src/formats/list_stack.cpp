// SPDX-License-Identifier: MIT
#include "formats/list_stack.h"

#include <algorithm>

namespace travaux::formats {

std::optional<text::Numeral> next_reading(const text::Numeral& last, const text::Marker& marker) {
    for (const text::Numeral& reading : marker.readings) {
        if (reading.form != last.form) continue;
        const bool is_next = reading.value == last.value + 1 && reading.repeat == 0;
        const bool is_repeat = reading.value == last.value && reading.repeat > last.repeat;
        if (is_next || is_repeat) return reading;
    }
    return std::nullopt;
}

std::optional<text::Numeral> first_reading(const text::Marker& marker) {
    const auto first = std::ranges::find(marker.readings, 1U, &text::Numeral::value);
    if (first == marker.readings.end()) return std::nullopt;
    return *first;
}

std::optional<ListPlace> place_of_next(const std::vector<OpenItem>& open,
                                       const text::Marker& marker, bool is_blank_behind_mark) {
    std::optional<ListPlace> other;
    for (std::size_t level = open.size(); level-- > 0;) {
        const OpenItem& item = open[level];
        if (item.style != marker.style) continue;
        if (marker.readings.empty()) return ListPlace{level, {}};
        const auto reading = next_reading(item.numeral, marker);
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
