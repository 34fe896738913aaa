// Time zones, as whoever keeps the committee knows them: the core has no table of its own.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace travaux::committee {

/// A port. Nothing that is on record depends on it: an act that was accepted stays as it was read.
class Zones {
public:
    Zones() = default;
    Zones(const Zones&) = delete;
    Zones& operator=(const Zones&) = delete;
    virtual ~Zones() = default;

    /// Returns how many minutes the clocks of a zone, `Europe/Vienna`, are ahead of Greenwich at an
    /// instant in milliseconds since 1970; nothing for a zone that is not known.
    [[nodiscard]] virtual std::optional<std::int32_t> minutes_ahead(const std::string& zone,
                                                                    std::int64_t time_ms) const = 0;
};

}  // namespace travaux::committee
