// Time zones by the tables of ICU.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/zones.h"

namespace travaux::host {

/// Several threads may use one.
class IcuZones final : public committee::Zones {
public:
    [[nodiscard]] std::optional<std::int32_t> minutes_ahead(const std::string& zone,
                                                            std::int64_t time_ms) const override;
};

}  // namespace travaux::host
