// When digests go out: at seven in the morning where the committee has its seat, every day or on
// Mondays.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "access/notice.h"
#include "committee/zones.h"

namespace travaux::access {

/// Returns the instant, in milliseconds since 1970, of the first digest after a time, in a zone
/// such as `Europe/Vienna`; Greenwich counts where the zone is not known. REQUIRES: the frequency
/// is `daily` or `weekly`.
[[nodiscard]] std::int64_t next_digest_ms(NoticeFrequency frequency, std::int64_t time_ms,
                                          const std::string& zone, const committee::Zones& zones);

}  // namespace travaux::access
