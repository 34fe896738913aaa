// Who acts in a committee, and in which part.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

#include "base/id.h"

namespace travaux::committee {

/// In which part somebody acts.
enum class Capacity : std::uint8_t {
    visitor,      ///< one of the public
    stakeholder,  ///< of an organization that takes part
    delegate,
    head,  ///< of a delegation
    officer,
    facilitator,
    language_coordinator,
    translator,
    secretariat,
    administrator,  ///< of accounts; never of the substance
};
BOOST_DESCRIBE_ENUM(Capacity, visitor, stakeholder, delegate, head, officer, facilitator,
                    language_coordinator, translator, secretariat, administrator)

/// Who acts, as the log-in knows it; whom a delegate speaks for is checked against the record.
struct Caller {
    ActorId actor;
    Capacity capacity = Capacity::visitor;
    std::string delegation;  ///< the member that a delegate or a head speaks for

    bool operator==(const Caller&) const = default;
};

}  // namespace travaux::committee
