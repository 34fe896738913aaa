// The words in which dates are said, in the six languages, as tokens without a language.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace travaux::planning {

struct DateToken {
    enum class Kind : std::uint8_t {
        number,
        day_unit,
        week_unit,
        weeks,  ///< a number of weeks in one word, "fortnight"
        days,   ///< a number of days in one word
        month,
        day_mark,    ///< what makes the number before it a day, 日
        month_mark,  ///< a month, 月
        year_mark,   ///< a year, 年
        early,
        mid,
        late,
        first_half,
        second_half,
        before,
        before_end,
        range,
        week_between,
        nothing,  ///< articles, prepositions
    };

    Kind kind = Kind::nothing;
    std::int32_t value = 0;

    bool operator==(const DateToken&) const = default;
};

struct DateTokens {
    std::vector<DateToken> tokens;    ///< without `nothing`
    std::vector<std::string> unread;  ///< words that are in no list, as they stand
};

/// Cuts a text into tokens; at each place the longest words that are known are taken.
[[nodiscard]] DateTokens date_tokens(std::string_view words, text::Language language);

}  // namespace travaux::planning
