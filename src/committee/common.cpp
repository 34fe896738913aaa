// SPDX-License-Identifier: MIT
#include "committee/common.h"

namespace travaux::committee {

std::optional<Moment> parse_moment(std::string_view text) {
    constexpr std::size_t local_length = 16;
    constexpr std::size_t offset_length = 6;
    const auto local = LocalTime::parse(text.substr(0, local_length));
    if (!local || text.size() <= local_length + offset_length + 2 || !text.ends_with(']')) {
        return std::nullopt;
    }
    const char sign = text[local_length];
    const std::string_view clock = text.substr(local_length + 1, offset_length - 1);
    const auto offset = LocalTime::parse("2000-01-01T" + std::string(clock));
    const std::string_view zone = text.substr(local_length + offset_length);
    if (!offset || (sign != '+' && sign != '-') || !zone.starts_with('[')) return std::nullopt;
    const std::int64_t ahead = sign == '-' ? -offset->minute : offset->minute;
    const std::int64_t minutes = local->date.days() * 1440 + local->minute - ahead;
    return Moment{*local, std::string(zone.substr(1, zone.size() - 2)), minutes * 60'000};
}

}  // namespace travaux::committee
