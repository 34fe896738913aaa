// The library of instruments and efforts that the mandate tells the committee to take into account.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>

#include "committee/common.h"

namespace travaux::committee {

struct State;

enum class InstrumentKind : std::uint8_t {
    treaty,
    resolution,
    recommendation,
    national_effort,
    regional_effort,
    international_effort,
};
BOOST_DESCRIBE_ENUM(InstrumentKind, treaty, resolution, recommendation, national_effort,
                    regional_effort, international_effort)

struct Instrument {
    std::string title;
    InstrumentKind kind = InstrumentKind::treaty;
    std::string reference;  ///< where it is found
    std::set<std::string> provisions;

    bool operator==(const Instrument&) const = default;
};

struct InstrumentEntered {
    static constexpr std::string_view name = "instrument.entered";

    std::string id;
    std::string title;
    InstrumentKind kind = InstrumentKind::treaty;
    std::string reference;
    std::vector<std::string> provisions;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const InstrumentEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(InstrumentEntered, (), (id, title, kind, reference, provisions))

struct InstrumentLinked {
    static constexpr std::string_view name = "instrument.linked";

    std::string instrument;
    std::vector<std::string> provisions;

    [[nodiscard]] const std::string& object() const { return instrument; }
    bool operator==(const InstrumentLinked&) const = default;
};
BOOST_DESCRIBE_STRUCT(InstrumentLinked, (), (instrument, provisions))

void apply(State& state, const InstrumentEntered& event, const Entered& when);
void apply(State& state, const InstrumentLinked& event, const Entered& when);

}  // namespace travaux::committee
