// SPDX-License-Identifier: MIT
#include "host/icu_zones.h"

#include <unicode/timezone.h>

#include <memory>

namespace travaux::host {

std::optional<std::int32_t> IcuZones::minutes_ahead(const std::string& zone,
                                                    std::int64_t time_ms) const {
    const auto name = icu::UnicodeString::fromUTF8(zone);
    const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(name));
    if (found == nullptr || *found == icu::TimeZone::getUnknown()) return std::nullopt;
    std::int32_t standard_ms = 0;
    std::int32_t summer_ms = 0;
    UErrorCode failure = U_ZERO_ERROR;
    found->getOffset(static_cast<UDate>(time_ms), false, standard_ms, summer_ms, failure);
    if (U_FAILURE(failure)) return std::nullopt;
    return (standard_ms + summer_ms) / 60'000;
}

}  // namespace travaux::host
