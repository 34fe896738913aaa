// Positions: what members say of a proposal or a provision without changing it.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

enum class Position : std::uint8_t { support, oppose, reserve };
BOOST_DESCRIBE_ENUM(Position, support, oppose, reserve)

struct StatedPosition {
    std::string member;
    std::string proposal;   ///< either this
    std::string provision;  ///< or this is empty
    Position position = Position::support;
    std::optional<BodyReference> statement;
    std::int64_t stated_ms = 0;

    bool operator==(const StatedPosition&) const = default;
};

struct PositionStated {
    static constexpr std::string_view name = "position.stated";

    std::string id;
    std::string member;
    std::optional<std::string> proposal;
    std::optional<std::string> provision;
    Position position = Position::support;
    std::optional<BodyReference> statement;
    std::optional<std::string> consent;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const PositionStated&) const = default;
};
BOOST_DESCRIBE_STRUCT(PositionStated, (),
                      (id, member, proposal, provision, position, statement, consent))

void apply(State& state, const PositionStated& event, const Entered& when);

}  // namespace travaux::committee
