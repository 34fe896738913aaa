// Rights: who may do what, and if not, why not.
//
// One function answers the page that offers acts and the check that guards them, so the two cannot
// differ.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "committee/state.h"

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

/// Whether a right reaches every object, or only those of the caller's delegation.
enum class Whose : std::uint8_t { any, own };
BOOST_DESCRIBE_ENUM(Whose, any, own)

struct Right {
    Capacity capacity = Capacity::visitor;
    Whose whose = Whose::any;

    bool operator==(const Right&) const = default;
};

/// Returns what an id names: `proposal`, `member`, `call` and so on; empty where it names nothing.
[[nodiscard]] std::string_view kind_of(const State& state, const std::string& object);

/// Returns the members that an object belongs to: a proposal's sponsors, a view's author, a
/// delegation's own member.
[[nodiscard]] std::vector<std::string> owners_of(const State& state, const std::string& object);

/// Checks that a caller has one of some rights on an object (empty for none). Errors:
/// `rights.capacity`, `rights.not_accredited`, `rights.not_yours`.
[[nodiscard]] Result<void> check_rights(const State& state, const Caller& caller,
                                        const std::vector<Right>& rights,
                                        const std::string& object);

/// Whether somebody may read a paper: it is for whom it was circulated to, until it is disclosed.
[[nodiscard]] bool may_read(const Paper& paper, Capacity capacity);

}  // namespace travaux::committee
