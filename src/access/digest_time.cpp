// SPDX-License-Identifier: MIT
#include "access/digest_time.h"

#include "base/date.h"
#include "base/days.h"
#include "base/result.h"

namespace travaux::access {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t minutes_in_day = 1'440;
constexpr std::int64_t digest_minute = 420;  // seven in the morning

}  // namespace

std::int64_t next_digest_ms(NoticeFrequency frequency, std::int64_t time_ms,
                            const std::string& zone, const committee::Zones& zones) {
    VERIFY(frequency == NoticeFrequency::daily || frequency == NoticeFrequency::weekly);
    const auto ahead_ms = [&](std::int64_t at_ms) {
        return minute_ms * zones.minutes_ahead(zone, at_ms).value_or(0);
    };
    Date day = date_of(time_ms + ahead_ms(time_ms));
    while (true) {
        const bool is_day =
            frequency == NoticeFrequency::daily || weekday_of(day) == Weekday::monday;
        const std::int64_t local_ms = (day.days() * minutes_in_day + digest_minute) * minute_ms;
        // Clocks change in the night: at the hour of the digest before counts what holds then.
        const std::int64_t at_ms = local_ms - ahead_ms(local_ms - ahead_ms(local_ms));
        if (is_day && at_ms > time_ms) return at_ms;
        day = plus_days(day, 1);
    }
}

}  // namespace travaux::access
